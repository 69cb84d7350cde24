import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isSettled } from '../commitments/state.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Whether Mark Done has a meaning for a commitment as it stands. */
export function canComplete(commitment: Commitment): boolean {
  return whyNotComplete(commitment) === undefined;
}

/** Whether Postpone has a meaning for a commitment as it stands. */
export function canPostpone(commitment: Commitment): boolean {
  return whyNotPostpone(commitment) === undefined;
}

/** Whether Reassign has a meaning for a commitment as it stands. */
export function canReassign(commitment: Commitment): boolean {
  return whyNotReassign(commitment) === undefined;
}

/**
 * Why a commitment cannot be marked done, or undefined. What is done by a record in the body, or by one of several
 * keys, is for its owner to write.
 */
export function whyNotComplete(commitment: Commitment): Refusal | undefined {
  const { kind, id, title, item, occurrence } = commitment;
  if (isSettled(commitment)) return settled(commitment);
  if (item.kind === 'action') return undefined;
  if (item.kind !== 'milestone') return refuse('edit/cannot-complete', { kind, id, title });
  const endless = item.plan.milestone.every !== undefined && occurrence === undefined;
  return endless ? refuse('edit/no-occurrence', { title }) : undefined;
}

/** Why a commitment cannot be given another day, or undefined. */
export function whyNotPostpone(commitment: Commitment): Refusal | undefined {
  const { kind, id, title, item, acceptance } = commitment;
  if (isSettled(commitment)) return settled(commitment);
  if (item.kind === 'action') return undefined;
  if (item.kind === 'risk-review')
    return item.risk.review && 'every' in item.risk.review.value
      ? refuse('edit/recurring', { title })
      : undefined;
  if (item.kind !== 'milestone') return refuse('edit/cannot-postpone', { kind, id, title });
  if (item.plan.milestone.every) return refuse('edit/recurring', { title });
  return acceptance ? refuse('edit/acceptance', { title }) : undefined;
}

/** Why a commitment cannot be given to somebody else, or undefined. What has no owner of its own is the contract owner's. */
export function whyNotReassign(commitment: Commitment): Refusal | undefined {
  const { kind, item } = commitment;
  if (isSettled(commitment)) return settled(commitment);
  return item.kind === 'check-in' || item.kind === 'expiry'
    ? refuse('edit/cannot-reassign', { kind })
    : undefined;
}

/**
 * Why a commitment cannot be edited by a ledger, or undefined: it is none of its own, or its item stands in another
 * document than the one whose text the ledger's agreement has.
 */
export function whyNotHere({ agreement, commitments }: Ledger, commitment: Commitment): Refusal | undefined {
  if (!commitments.includes(commitment)) return refuse('edit/stale');
  const { item, at, title } = commitment;
  const { document } = item.kind === 'risk-review' ? item.risk.source.place : at;
  return document === agreement.uri ? undefined : refuse('edit/elsewhere', { title });
}

function settled({ title, state }: Commitment): Refusal {
  return refuse('edit/settled', { title, state });
}
