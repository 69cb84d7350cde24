import type { Commitment, CommitmentItem } from '../commitments/commitment.ts';
import { type Ledger, ledgerOf } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import type { ActionItem } from '../document/body/types.ts';
import { withText } from '../document/joined.ts';
import type { Terms } from '../schema/agreement.ts';
import type { Source } from '../schema/type.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { Value } from '../text/value.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What an edit is meant to do to one commitment. */
export interface Aim {
  readonly commitment: Commitment;
  /**
   * The properties of its record that may say something else afterwards. Of an action item box and markers may, or, with
   * `owner`, its mentions.
   */
  readonly fields: readonly string[];
  /** Whether the commitment as it stands afterwards is as it was meant to be. */
  readonly met: (after: Commitment) => boolean;
}

/**
 * Proves edits before anybody applies them: the text they make is read again, and they are refused unless every aim
 * is met and nothing else says anything else. So a text written in a way that nobody thought of, or one that
 * changed since the ledger was made, costs a refusal and never a wrong word.
 */
export function proven(
  ledger: Ledger,
  edits: readonly TextEdit[],
  aims: readonly Aim[],
): readonly TextEdit[] | Refusal {
  const { agreement, today, configuration } = ledger;
  const { text } = agreement;
  if (edits.some(({ range }) => range.end > text.length)) return refuse('edit/stale');
  const needed = edits.filter(({ range, newText }) => text.slice(range.start, range.end) !== newText);
  const after = withText(agreement, applyEdits(text, needed));
  if (!after || contents(agreement, agreement, aims) !== contents(after, agreement, aims))
    return refuse('edit/unsafe');
  if (hasNewProblems(agreement, after)) return refuse('edit/unsafe');
  const then = ledgerOf(after, today, configuration);
  const met = aims.every((aim) => {
    const commitment = sameIn(aim.commitment, agreement, then);
    return commitment !== undefined && aim.met(commitment);
  });
  return met ? needed : refuse('edit/unsafe');
}

/** The commitment of another reading that comes from the same item, by its place among its kind. */
function sameIn({ item, occurrence }: Commitment, before: Agreement, then: Ledger): Commitment | undefined {
  return then.commitments.find((other) => {
    if (other.occurrence !== occurrence) return false;
    if (item.kind === 'milestone')
      return other.item.kind === 'milestone' && other.item.plan.index === item.plan.index;
    if (item.kind === 'action')
      return (
        other.item.kind === 'action' &&
        then.agreement.body.items.indexOf(other.item.action) === before.body.items.indexOf(item.action)
      );
    const [record, place] = [recordOf(item, before.terms), recordOf(other.item, then.agreement.terms)];
    return record !== undefined && record.list === place?.list && record.index === place.index;
  });
}

/** Where among the terms the record of a commitment stands; undefined for those that have none. */
function recordOf(
  item: CommitmentItem,
  terms: Terms,
): { readonly list: RecordList; readonly index: number } | undefined {
  if (item.kind === 'milestone') return { list: 'milestones', index: item.plan.index };
  if (item.kind === 'risk-review') return { list: 'risks', index: terms.risks.indexOf(item.risk) };
  if (item.kind === 'debrief')
    return { list: 'negotiations', index: terms.negotiations.indexOf(item.negotiation) };
  return item.kind === 'notice' ? { list: 'notice', index: 0 } : undefined;
}

type RecordList = 'milestones' | 'risks' | 'negotiations' | 'notice';

/** All that an agreement says, less what the aims may change in it. `before` tells where the aims' items stand. */
function contents(agreement: Agreement, before: Agreement, aims: readonly Aim[]): string {
  const { terms, body } = agreement;
  const open = new Map<object, readonly string[]>();
  const changing = new Map<ActionItem | undefined, Changing>();
  for (const { commitment, fields } of aims) {
    const { item } = commitment;
    if (item.kind === 'action')
      changing.set(
        body.items[before.body.items.indexOf(item.action)],
        fields.includes('owner') ? 'mentions' : 'markers',
      );
    const place = recordOf(item, before.terms);
    const record = place && [terms[place.list]].flat()[place.index];
    if (record) open.set(record, [...(open.get(record) ?? []), ...fields]);
  }
  return JSON.stringify([
    saying(terms, open),
    body.items.map((item) => itemSaying(item, changing.get(item))),
    body.sections.map(({ key }) => key ?? ''),
  ]);
}

function saying(value: unknown, open: ReadonlyMap<object, readonly string[]>): unknown {
  const said: unknown = value instanceof Value ? value.value : value;
  if (!(said instanceof Object)) return said;
  const left = open.get(said) ?? [];
  const result: [string, unknown][] = [];
  for (const [name, part] of Object.entries(said)) {
    if (left.includes(name)) continue;
    const isSource = name === 'source';
    result.push([name, isSource ? keysOf(part as Source, left, said) : saying(part, open)]);
  }
  return result;
}

/**
 * The keys of a record, those included that the format does not know or cannot read. A single value says by itself
 * which key it stands for.
 */
function keysOf({ keys, style }: Source, left: readonly string[], record: object): string[] {
  if (style === 'shorthand')
    return Object.entries(record).flatMap(([name, part]) => (part instanceof Value ? [name] : []));
  return keys.map(({ name, key }) => name ?? key.text).filter((name) => !left.includes(name));
}

/** What may change in an action item: box and dates, or who is mentioned. */
type Changing = 'markers' | 'mentions';

/** What an action item says. Its id follows from the titles. */
function itemSaying(item: ActionItem, changing: Changing | undefined): unknown[] {
  const { title, cancelled, priority, owners, tags, section, listed, box, text } = item;
  const lasting = [cancelled?.value, priority?.value, section, listed, tags.map((tag) => tag.value)];
  const names = owners.map((name) => name.value);
  if (changing === 'markers') return [...lasting, title, names];
  if (changing === undefined) return [...lasting, title, names, box.value, text.value];
  // Mentions may stand within the words, and in the title with them.
  const longest = names.toSorted((a, b) => b.length - a.length);
  const words = longest.reduce((rest, name) => rest.replaceAll(`@${name}`, ' '), text.value);
  return [...lasting, box.value, words.split(/\s+/).filter(Boolean).join(' ')];
}

function hasNewProblems(before: Agreement, after: Agreement): boolean {
  const known = new Map<string, number>();
  for (const problem of problemsOf(before)) known.set(problem, (known.get(problem) ?? 0) + 1);
  return problemsOf(after).some((problem) => {
    const left = known.get(problem) ?? 0;
    known.set(problem, left - 1);
    return left === 0;
  });
}

function problemsOf({ problems, body }: Agreement): string[] {
  return [
    ...problems.map(({ code, at, args }) => JSON.stringify([code, at.value, args])),
    ...body.items.flatMap((item) =>
      item.problems.map(({ code, of, text }) => JSON.stringify([item.id, code, of, text.value])),
    ),
  ];
}
