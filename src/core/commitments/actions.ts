import { isCommitment } from '../document/body/body.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { Basis } from './basis.ts';
import type { ActionCommitment } from './commitment.ts';
import { commitmentFrom, expected } from './make.ts';

/** The commitments that the body's action items make. They are owed in a draft, and after the agreement has ended. */
export function actionCommitments(basis: Basis): ActionCommitment[] {
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

function actionCommitment(action: ActionItem, basis: Basis): ActionCommitment {
  const done = action.box.value === 'x';
  const due = action.due?.value;
  return commitmentFrom(
    {
      kind: 'action',
      id: action.id,
      title: action.title,
      owners: action.owners.map((owner) => owner.value),
      to: [],
      standing: { cancelled: !done && action.cancelled !== undefined, done, due },
      forecast: done ? (action.done?.value ?? due) : expected(due, basis.today),
      done: done ? action.done?.value : undefined,
      at: action.text,
      dueAt: action.due,
      item: { kind: 'action', action },
      priority: action.priority?.value,
      ...(action.tags.length > 0 && { tags: action.tags.map(({ value }) => value) }),
    },
    basis,
  );
}
