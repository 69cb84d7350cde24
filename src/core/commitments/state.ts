import type { Day } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Basis } from './basis.ts';
import type { Commitment, State } from './commitment.ts';

/** What decides a state. */
export interface Standing {
  readonly cancelled?: boolean;
  readonly done?: boolean;
  /** The due day; absent for what is never due. */
  readonly due?: Day | undefined;
  readonly blocked?: boolean;
  readonly waiting?: boolean;
  readonly provisional?: boolean;
  /** Whether it can be due and late at all; not so in a draft. */
  readonly binding?: boolean;
}

/** The state of a commitment: the first that holds, in the order of `STATES`. */
export function stateOf(standing: Standing, { today, configuration }: Basis): State {
  const { cancelled, done, due, blocked, waiting, provisional, binding = true } = standing;
  if (cancelled) return 'cancelled';
  if (done) return 'done';
  const days = due === undefined || provisional || !binding ? undefined : due - today;
  if (days !== undefined && days < 0) return 'overdue';
  if (blocked) return 'blocked';
  if (days === 0) return 'due-today';
  if (days !== undefined && days <= configuration.dueSoon) return 'due-soon';
  return waiting ? 'waiting' : 'open';
}

/** Whether an agreement has ended, so that what it leaves open is owed no more unless it survives. */
export function hasEnded({ terms }: Agreement): boolean {
  return terms.status?.value === 'completed' || terms.status?.value === 'terminated';
}

/** Whether an agreement is still being written: nothing in it but its talks and tasks is due. */
export function isDraft({ terms }: Agreement): boolean {
  return terms.status?.value === 'draft';
}

/** Whether nothing is owed any more. */
export function isSettled({ state }: Pick<Commitment, 'state'>): boolean {
  return state === 'done' || state === 'cancelled';
}
