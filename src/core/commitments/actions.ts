import { isCommitment } from '../document/body/body.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { Commitment } from './commitment.ts';
import type { Basis } from './ledger.ts';
import { lateness, sides, stateOf } from './state.ts';

/** The commitments that the body's action items make. They are owed in a draft, and after the agreement has ended. */
export function actionCommitments(basis: Basis): Commitment[] {
  const { agreement, schedule } = basis;
  const others = new Set(
    [...agreement.terms.risks, ...agreement.terms.objectives].map(({ id }) => id?.value),
  );
  const known = { has: (id: string) => schedule.milestone(id) !== undefined || others.has(id) };
  return agreement.body.items
    .filter((item) => isCommitment(item, known) && saysSomething(item))
    .map((action) => actionCommitment(action, basis));
}

/** A box that holds nothing but comments is a template's, still to be filled in. */
function saysSomething({ title, owners, dueMarker }: ActionItem): boolean {
  return title !== '' || owners.length > 0 || dueMarker;
}

function actionCommitment(action: ActionItem, basis: Basis): Commitment {
  const done = action.box.value === 'x';
  const due = action.due?.value;
  const state = stateOf({ cancelled: !done && action.cancelled !== undefined, done, due }, basis);
  const open = state !== 'done' && state !== 'cancelled';
  const forecast = done
    ? (action.done?.value ?? due)
    : due !== undefined && due < basis.today
      ? basis.today
      : due;
  return {
    kind: 'action',
    id: action.id,
    title: action.title,
    ...sides(
      action.owners.map((owner) => owner.value),
      [],
      basis,
    ),
    ...lateness(state, due, basis.today),
    blocked: false,
    waiting: false,
    provisional: false,
    atRisk: open && due !== undefined && forecast !== undefined && forecast > due,
    acceptance: false,
    at: action.text,
    item: { kind: 'action', action },
    ...(due !== undefined && { due }),
    ...(forecast !== undefined && state !== 'cancelled' && { forecast }),
    ...(done && action.done && { done: action.done.value }),
    ...(action.due && { dueAt: action.due }),
    ...(action.priority && { priority: action.priority.value }),
  };
}
