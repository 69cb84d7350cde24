import { formatDay } from '../../core/calendar/day.ts';
import type { Parts } from '../../core/portfolio/overview.ts';
import { FIGURES } from '../../core/report/item-words.ts';
import type { Negotiation, Objective, Risk } from '../../core/schema/agreement.ts';
import { divergence, withUnit } from '../../core/sections/figures.ts';
import type { Value } from '../../core/text/value.ts';
import { type Branch, itemValue, keyed, type Sight, titleOf } from './branch.ts';
import type { ObjectiveRow, RiskRow } from './protocol.ts';

/** The objectives of an agreement, each with its figures below it. */
export function objectiveBranches(sight: Sight): readonly Branch[] {
  const keys = keyed(sight.entry.agreement.terms.objectives, ({ id }) => id);
  return [...keys].map(([objective, key]) => ({
    key,
    row: (id) => objectiveRow(id, objective, sight),
    below: () => figureBranches(objective, sight),
  }));
}

function objectiveRow(id: string, objective: Objective, sight: Sight): ObjectiveRow {
  const { party, metric, supports } = objective;
  return {
    type: 'objective',
    id,
    ...sight.place(itemValue(objective)),
    title: titleOf(objective),
    ...(party && { party: sight.named(party.value) }),
    ...(metric && { metric: metric.value }),
    ...(supports && { supports: supports.value }),
    figures: figuresIn(objective).map(({ figure, text }) => ({ figure, text })),
  };
}

function figuresIn(objective: Objective) {
  const unit = objective.unit?.value;
  return FIGURES.flatMap((figure) => {
    const value = objective[figure];
    return value ? [{ figure, value, text: withUnit(value.value, unit) }] : [];
  });
}

function figureBranches(objective: Objective, sight: Sight): readonly Branch[] {
  const { target, unit } = objective;
  return figuresIn(objective).map(({ figure, value, text }) => {
    const compared = target && (figure === 'agreed' || figure === 'actual');
    const difference = compared ? divergence(value.value, target.value, unit?.value) : undefined;
    return {
      key: figure,
      row: (id) => ({
        type: 'figure',
        id,
        ...sight.place(value),
        figure,
        text,
        ...(difference !== undefined && { difference }),
      }),
    };
  });
}

/** The action items of an agreement's documents: what is open first. */
export function actionBranches(sight: Sight, { actions }: Parts): readonly Branch[] {
  return actions.map((action) => ({ key: action.id, row: () => sight.commitment(action) }));
}

/** The risks of an agreement, those that are closed last. */
export function riskBranches(sight: Sight, { reviews }: Parts): readonly Branch[] {
  const keys = keyed(sight.entry.agreement.terms.risks, ({ id }) => id);
  return [...keys]
    .sort(([a], [b]) => Number(isClosed(a)) - Number(isClosed(b)))
    .map(([risk, key]) => ({ key, row: (id) => riskRow(id, risk, sight, reviews) }));
}

/** Whether a risk is none any more. */
export function isClosed({ status }: Risk): boolean {
  return status?.value === 'closed';
}

function riskRow(id: string, risk: Risk, sight: Sight, reviews: Parts['reviews']): RiskRow {
  const { status, probability, impact, owner, trigger, mitigation, contingency } = risk;
  const review = reviews.get(risk);
  const cost = impact?.value;
  return {
    type: 'risk',
    id,
    ...sight.place(itemValue(risk)),
    title: titleOf(risk),
    status: status?.value ?? 'open',
    ...(probability && { probability: probability.value }),
    ...(cost !== undefined && {
      impact: typeof cost === 'string' ? cost : `${cost.amount} ${cost.currency}`,
    }),
    ...(owner && { owner: sight.named(owner.value) }),
    ...(trigger && { trigger: trigger.value }),
    ...(mitigation && { mitigation: mitigation.value }),
    ...(contingency && { contingency: contingency.value }),
    ...(review && { commitment: sight.commitment(review) }),
    today: formatDay(sight.entry.ledger.today),
  };
}

/** The talks about an agreement, the latest first, each with the debrief that it owes. */
export function talksBranches(sight: Sight, { debriefs }: Parts): readonly Branch[] {
  const keys = keyed(debriefs.keys(), ({ id }) => id);
  const dayOf = ({ date }: Negotiation) => date?.value ?? Number.POSITIVE_INFINITY;
  return [...debriefs]
    .sort(([a], [b]) => dayOf(b) - dayOf(a) || 0)
    .map(([negotiation, debrief]) => {
      const { id: name, date, topic, source } = negotiation;
      const at: Value<unknown> = itemValue({
        source,
        ...(name && { id: name }),
        ...(topic && { title: topic }),
      });
      return {
        key: keys.get(negotiation)!,
        row: (id) => ({
          type: 'talks',
          id,
          ...sight.place(at),
          topic: topic?.value ?? name?.value ?? '',
          ...(date && { date: formatDay(date.value) }),
          commitment: sight.commitment(debrief),
        }),
      };
    });
}

/** The days in an agreement's life, in their order; those that nobody knows yet last. */
export function dateBranches(sight: Sight, { checkIn, notice, expiry }: Parts): readonly Branch[] {
  const { agreement, ledger } = sight.entry;
  const { signed, effective } = agreement.terms;
  const today = formatDay(ledger.today);
  const written = (
    [
      ['signed', signed],
      ['effective', effective],
    ] as const
  ).flatMap(([date, value]) => (value ? [{ date, due: value.value, value, commitment: undefined }] : []));
  const owed = (
    [
      ['check-in', checkIn],
      ['notice', notice],
      ['expires', expiry],
    ] as const
  ).flatMap(([date, commitment]) =>
    commitment ? [{ date, due: commitment.due, value: commitment.at, commitment }] : [],
  );
  return [...written, ...owed]
    .sort((a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER))
    .map(({ date, due, value, commitment }) => ({
      key: date,
      row: (id) => ({
        type: 'date',
        id,
        ...sight.place(value),
        date,
        ...(due !== undefined && { day: formatDay(due) }),
        ...(commitment && { commitment: sight.commitment(commitment) }),
        today,
      }),
    }));
}
