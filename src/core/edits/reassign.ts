import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import { isHandle } from '../schema/scalars.ts';
import type { Source } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Value } from '../text/value.ts';
import { reassignedAction } from './action.ts';
import { entriesOf, guarded } from './entries.ts';
import { mergeEdits } from './merge.ts';
import { whyNotReassign } from './possible.ts';
import { type Aim, proven } from './proof.ts';
import { setField } from './record.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { scalarText } from './scalar.ts';

/**
 * Gives one commitment to somebody else.
 * @param commitment one of the ledger's
 * @param to a handle, or a name that the agreement knows an owner by
 */
export function reassignEdits(
  ledger: Ledger,
  commitment: Commitment,
  to: string,
): readonly TextEdit[] | Refusal {
  return reassignAll(ledger, [commitment], to);
}

/**
 * Gives commitments of one agreement to somebody else, all or none: whoever is accountable changes, who supports stays;
 * where the new owner supports already, the two change places. It is the first `owner` of a milestone, `accepts` while it
 * waits to be accepted, the first mention of an action item, `owner` of a risk, of talks and of the notice; where nothing
 * names an owner yet, it is added. A series changes hands as a whole. What is theirs already stays as it is.
 * @param commitments of the ledger's, in any order
 */
export function reassignAll(
  ledger: Ledger,
  commitments: readonly Commitment[],
  to: string,
): readonly TextEdit[] | Refusal {
  const chosen = [...new Set(commitments)].filter(({ owner }) => owner !== to);
  const isKnown = ledger.commitments.some(({ owner, support }) => owner === to || support.includes(to));
  const parts = new Map<object, TextEdit | readonly TextEdit[] | Refusal>();
  for (const commitment of chosen) {
    if (!ledger.commitments.includes(commitment)) return refuse('edit/stale');
    const reason = whyNotReassign(commitment);
    if (reason) return reason;
    if (ownerDocument(commitment) !== ledger.agreement.uri)
      return refuse('edit/elsewhere', { title: commitment.title });
    const { item } = commitment;
    if (!isHandle(to) && (!isKnown || item.kind === 'action'))
      return refuse('edit/not-a-handle', { text: to });
    const naming = namingOf(commitment, ledger.agreement);
    if (item.kind === 'action') parts.set(item.action, reassignedAction(item.action, to));
    else if (naming) parts.set(naming.source, renamed(ledger.agreement.text, naming, to));
  }
  const edits = mergeEdits([...parts.values()]);
  if (isRefusal(edits)) return edits;
  return proven(
    ledger,
    edits,
    chosen.map((commitment) => aimOf(commitment, to)),
  );
}

/** The document in which a commitment's owner is named, or would be. */
export function ownerDocument({ item, at }: Commitment): string {
  if (item.kind === 'risk-review') return (item.risk.owner ?? at).document;
  return (item.kind === 'debrief' ? (item.negotiation.owner ?? at) : at).document;
}

/** Where a record names whoever answers for it. */
interface Naming {
  readonly source: Source;
  readonly key: 'owner' | 'accepts';
  /** The first is accountable. */
  readonly names: readonly Value<string>[];
  /** The keys after whose last a new one is put. */
  readonly after: readonly string[];
}

function namingOf({ item, acceptance }: Commitment, { terms }: Agreement): Naming | undefined {
  if (item.kind === 'milestone') {
    const { source, owner, accepts } = item.plan.milestone;
    return acceptance
      ? { source, key: 'accepts', names: accepts ? [accepts] : [], after: [] }
      : { source, key: 'owner', names: owner, after: ['clause', 'objective', 'title', 'id'] };
  }
  const record =
    item.kind === 'risk-review'
      ? item.risk
      : item.kind === 'debrief'
        ? item.negotiation
        : item.kind === 'notice'
          ? terms.notice
          : undefined;
  if (!record) return undefined;
  const { source, owner } = record;
  return { source, key: 'owner', names: owner ? [owner] : [], after: ['topic', 'lastDay'] };
}

function aimOf(commitment: Commitment, to: string): Aim {
  const { owner, ownOwner, support, acceptance, item } = commitment;
  const others = ownOwner && owner !== undefined ? support.map((one) => (one === to ? owner : one)) : support;
  return {
    commitment,
    fields: [acceptance ? 'accepts' : 'owner'],
    // Another mention of whoever answered until now stays in an action item's words, and is support then.
    met: (after) =>
      after.owner === to &&
      (item.kind === 'action' || (after.ownOwner && after.support.join() === others.join())),
  };
}

function renamed(
  text: string,
  { source, key, names, after }: Naming,
  to: string,
): TextEdit | readonly TextEdit[] | Refusal {
  const [first, ...others] = names;
  const entry = entriesOf(text, source).find(({ name }) => name === key);
  const written = entry?.value ? text.slice(entry.value.from, entry.value.to) : '';
  if (source.aliased || (others.length > 0 && written.startsWith('*')))
    return refuse('edit/aliased', { key });
  if (!first || !entry || (others.length === 0 && !isPlainly(text, first))) {
    const before = after.find((name) => source.keys.some((one) => one.name === name));
    const value = scalarText(to, source.style === 'flow' ? 'flow' : 'block');
    return setField(text, source, key, value, before === undefined ? {} : { after: before });
  }
  const place = others.find(({ value }) => value === to);
  const edits = [nameEdit(text, first, to), ...(place ? [nameEdit(text, place, first.value)] : [])];
  const parts = edits.map((edit) =>
    edit ? guarded(text, source, entry, edit) : refuse('edit/unclear', { key }),
  );
  return mergeEdits(parts);
}

/** Another name in place of one, in its own quotes; undefined where it is written in a way of its own. */
function nameEdit(text: string, at: Value<string>, name: string): TextEdit | undefined {
  if (!isPlainly(text, at)) return undefined;
  const { range } = at;
  const [quote] = /^["']/.exec(text.slice(range.start, range.end)) ?? [];
  const quotable = quote !== undefined && !/["'\\]/.test(name);
  return { range, newText: quotable ? quote + name + quote : scalarText(name, 'flow') };
}

/** Whether a name stands on one line, as it is or in quotes, or as an alias by itself. */
function isPlainly(text: string, { range }: Value<string>): boolean {
  return !/[\r\n]/.test(text.slice(range.start, range.end));
}
