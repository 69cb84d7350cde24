import type { Ledger } from '../commitments/ledger.ts';
import type { Check, Report, Reported, Visitor } from './check.ts';
import { isOwed } from './item.ts';

/** A check that runs over an agreement, and who takes what it reports. */
export interface Running {
  readonly check: Check;
  readonly report: Report;
}

/** One report of a check about an item. */
interface Said {
  readonly check: Check;
  readonly reported: Reported;
}

/** What was said of an item, and the key under which it holds. */
interface Kept {
  readonly key: object;
  readonly said: readonly Said[];
}

/** Something that what was said about it can be kept with. */
interface Item {
  memo?: object | undefined;
}

/**
 * Asks checks about each milestone and each action item. What they said of one that stands as it stood is repeated and
 * not asked again: its places have moved along with the text.
 */
export function visitItems(ledger: Ledger, running: readonly Running[]): void {
  let heard: Said[] = [];
  // Most agreements are small: what is prepared here for each of them costs as much as the asking.
  const ofMilestone: NonNullable<Visitor['milestone']>[] = [];
  const ofOwed: NonNullable<Visitor['open']>[] = [];
  const ofAction: NonNullable<Visitor['action']>[] = [];
  const milestoneParts: unknown[] = [];
  const actionParts: unknown[] = [];
  for (const { check } of running) {
    const visitor = check.visit?.(ledger, (reported) => heard.push({ check, reported }));
    if (!visitor) continue;
    const { milestone, open, action, follows = NOTHING } = visitor;
    if (milestone) ofMilestone.push(milestone);
    if (open) ofOwed.push(open);
    if (milestone ?? open) milestoneParts.push(check, ...follows);
    if (!action) continue;
    ofAction.push(action);
    actionParts.push(check, ...follows);
  }
  let reports: Map<Check, Report> | undefined;
  const tell = ({ said }: Kept) => {
    if (said.length === 0) return;
    reports ??= new Map(running.map(({ check, report }) => [check, report]));
    for (const { check, reported } of said) reports.get(check)!(reported);
  };
  const keep = (item: Item, key: object) => {
    const kept = { key, said: heard.length > 0 ? heard : NOTHING };
    if (heard.length > 0) heard = [];
    item.memo = kept;
    tell(kept);
  };
  const milestoneKey = keyOf(milestoneKeys, ledger, milestoneParts);
  for (const plan of ledger.schedule.plans) {
    const kept = keptOf(plan, milestoneKey);
    if (kept) {
      tell(kept);
      continue;
    }
    for (const ask of ofMilestone) ask(plan);
    if (isOwed(plan.milestone, ledger)) for (const ask of ofOwed) ask(plan);
    keep(plan, milestoneKey);
  }
  const actionKey = keyOf(actionKeys, ledger, actionParts);
  for (const commitment of ledger.actions) {
    const { action } = commitment.item;
    const kept = keptOf(action, actionKey);
    if (kept) {
      tell(kept);
      continue;
    }
    for (const ask of ofAction) ask(action, commitment);
    keep(action, actionKey);
  }
}

const NOTHING: readonly never[] = [];

function keptOf({ memo }: Item, key: object): Kept | undefined {
  const kept = memo as Kept | undefined;
  return kept?.key === key ? kept : undefined;
}

/** The last key under each key of a ledger, and what it stands for besides. */
type Keys = WeakMap<object, { readonly parts: readonly unknown[]; readonly key: object }>;

const milestoneKeys: Keys = new WeakMap();
const actionKeys: Keys = new WeakMap();

/**
 * The key under which answers hold: the same object for as long as the same checks follow from the same values.
 * @param parts those checks and values
 */
function keyOf(keys: Keys, ledger: Ledger, parts: readonly unknown[]): object {
  const before = keys.get(ledger.key);
  if (before?.parts.length === parts.length && parts.every((part, i) => part === before.parts[i]))
    return before.key;
  const key = {};
  keys.set(ledger.key, { parts, key });
  return key;
}
