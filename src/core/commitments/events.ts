import { addDays, type Day, formatDay } from '../calendar/day.ts';
import { occurrence } from '../calendar/recurrence.ts';
import { addSpan } from '../calendar/span.ts';
import { type Body, entriesOf, hasOwnText } from '../document/body/body.ts';
import type { Entry } from '../document/body/types.ts';
import type { Negotiation, Risk } from '../schema/agreement.ts';
import { Value } from '../text/value.ts';
import type { Basis } from './basis.ts';
import type { Commitment, CommitmentItem, Kind } from './commitment.ts';
import { debriefsOf, isWritten } from './debriefs.ts';
import { commitmentFrom, expected } from './make.ts';
import { hasEnded, isDraft, type Standing } from './state.ts';

/** How many calendar days after the talks a debrief is due: memory is good for about 48 hours. */
const DEBRIEF_DAYS = 2;

/** What the agreement itself asks for: debriefs, risk reviews, the next check-in, notice and expiry. */
export function eventCommitments(basis: Basis): Commitment[] {
  const { terms } = basis.agreement;
  return [
    ...debriefs(basis),
    ...terms.risks.flatMap((risk) => riskReview(risk, basis)),
    ...checkIn(basis),
    ...notice(basis),
    ...expiry(basis),
  ];
}

function debriefs(basis: Basis): Commitment[] {
  const written = debriefsOf(basis.agreement);
  return basis.agreement.terms.negotiations.map((negotiation) => {
    const { date, topic, owner } = negotiation;
    const id = negotiation.id?.value ?? (date ? formatDay(date.value) : '');
    const entry = written.get(negotiation);
    const due = date && addDays(date.value, DEBRIEF_DAYS);
    return make(basis, {
      kind: 'debrief',
      id,
      title: `Debrief: ${topic?.value ?? id}`,
      owner: owner?.value,
      due,
      done: entry && isWritten(entry, basis.agreement.body.names) ? entry.date.value : undefined,
      at: topic ?? negotiation.id ?? date ?? wholeOf(negotiation),
      dueAt: date,
      item: { kind: 'debrief', negotiation },
    });
  });
}

function riskReview(risk: Risk, basis: Basis): Commitment[] {
  const { id, title, owner, review, status } = risk;
  if (!review || status?.value === 'closed') return [];
  const { schedule, agreement } = basis;
  const last = lastReview(risk, basis);
  let due: Day | undefined;
  let done: Day | undefined;
  if ('on' in review.value) {
    due = schedule.resolve(review.value.on).day;
    if (due !== undefined && last !== undefined && last >= due) done = last;
  } else {
    const from = last ?? agreement.terms.effective?.value ?? agreement.terms.signed?.value;
    due =
      from === undefined
        ? undefined
        : occurrence({ first: from, period: review.value.every }, 1, schedule.calendar);
  }
  const item: CommitmentItem = { kind: 'risk-review', risk };
  const name = `Review risk: ${title?.value ?? id?.value ?? ''}`;
  const facts = {
    kind: 'risk-review',
    id: id?.value ?? '',
    title: name,
    owner: owner?.value,
    due,
    done,
    at: title ?? id ?? wholeOf(risk),
    dueAt: review,
    item,
  } as const;
  return [make(basis, facts, contractual(basis))];
}

/** The last dated review that names the risk and says something about it. */
function lastReview({ id }: Risk, { agreement }: Basis): Day | undefined {
  const reviews = entriesOf(agreement.body, 'risk-reviews').filter(
    (entry) => id !== undefined && reviewed(entry, id.value),
  );
  return latestOf(reviews);
}

function reviewed(entry: Entry, id: string): boolean {
  const rows = entry.table?.rows ?? [];
  return rows.some(
    (row) =>
      row.cell('Risk')?.value.split(/[\s,]/)[0] === id &&
      row.cells.filter((cell) => cell.value !== '').length > 1,
  );
}

function checkIn(basis: Basis): Commitment[] {
  const { terms, body } = basis.agreement;
  const { cadence } = terms;
  if (!cadence) return [];
  const from = lastCheckIns(body)[0]?.date.value ?? terms.effective?.value ?? terms.signed?.value;
  if (from === undefined) return [];
  const due = occurrence({ first: from, period: cadence.value }, 1, basis.schedule.calendar);
  const expires = basis.schedule.expires?.day;
  if (due === undefined || (expires !== undefined && due > expires)) return [];
  const facts = {
    kind: 'check-in',
    id: 'check-in',
    title: 'Check-in',
    due,
    at: cadence,
    dueAt: cadence,
    item: { kind: 'check-in' },
  } as const;
  return [make(basis, facts, contractual(basis))];
}

/** The check-ins of the last day on which one was held that counts; most often one, or none. */
export function lastCheckIns(body: Body): readonly Entry[] {
  const held = entriesOf(body, 'check-ins').filter(isFilledCheckIn);
  const last = latestOf(held);
  return held.filter(({ date }) => date.value === last);
}

/** A check-in counts with its Completed and Remaining filled in. */
function isFilledCheckIn(entry: Entry): boolean {
  return ['completed', 'remaining'].every((key) =>
    entry.parts.some((part) => part.key === key && hasOwnText(part)),
  );
}

function notice(basis: Basis): Commitment[] {
  const { notice } = basis.agreement.terms;
  if (!notice?.lastDay) return [];
  const { lastDay, given, waived, owner } = notice;
  const { schedule } = basis;
  const expires = schedule.expires?.day;
  const due =
    'on' in lastDay.value
      ? schedule.resolve(lastDay.value.on).day
      : expires &&
        addSpan(expires, { ...lastDay.value.before, count: -lastDay.value.before.count }, schedule.calendar);
  const done = given?.value ?? waived?.value;
  const facts = {
    kind: 'notice',
    id: 'notice',
    title: 'Give notice or let it pass',
    owner: owner?.value,
    due,
    done,
    at: lastDay,
    dueAt: lastDay,
    item: { kind: 'notice' },
  } as const;
  return [make(basis, facts, contractual(basis))];
}

function expiry(basis: Basis): Commitment[] {
  const { expires, status } = basis.agreement.terms;
  if (!expires) return [];
  const due = basis.schedule.expires?.day;
  // A completed agreement has come to its end as agreed; a terminated one never reaches its last day.
  const done = status?.value === 'completed' ? due : undefined;
  const facts = {
    kind: 'expiry',
    id: 'expiry',
    title: 'Agreement expires',
    due,
    done,
    at: expires,
    dueAt: expires,
    item: { kind: 'expiry' },
  } as const;
  return [make(basis, facts, contractual(basis))];
}

interface EventFacts {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly owner?: string | undefined;
  readonly due: Day | undefined;
  readonly done?: Day | undefined;
  readonly at: Value<unknown>;
  readonly dueAt?: Value<unknown> | undefined;
  readonly item: CommitmentItem;
}

/** What an event is that is owed only while the agreement is in force. */
type Contractual = Required<Pick<Standing, 'cancelled' | 'binding'>>;

/** What holds in any case. */
const ALWAYS: Contractual = { cancelled: false, binding: true };

function contractual({ agreement }: Basis): Contractual {
  return { cancelled: hasEnded(agreement), binding: !isDraft(agreement) };
}

function make(basis: Basis, facts: EventFacts, { cancelled, binding } = ALWAYS): Commitment {
  const { kind, id, title, owner, due, done: doneDay, at, dueAt, item } = facts;
  const done = doneDay !== undefined;
  return commitmentFrom(
    {
      kind,
      id,
      title,
      owners: owner === undefined ? [] : [owner],
      to: [],
      standing: { cancelled: cancelled && !done, done, due, binding },
      forecast: doneDay ?? expected(due, basis.today),
      done: doneDay,
      at,
      dueAt,
      item,
    },
    basis,
  );
}

function latestOf(entries: readonly Entry[]): Day | undefined {
  let latest: Day | undefined;
  for (const { date } of entries) if (latest === undefined || date.value > latest) latest = date.value;
  return latest;
}

function wholeOf({ source }: Negotiation | Risk): Value<unknown> {
  return new Value(undefined, source.place, source.from, source.to);
}
