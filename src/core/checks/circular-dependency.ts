import type { Ledger } from '../commitments/ledger.ts';
import type { Check, ItemRef } from './check.ts';
import { milestoneRef } from './item.ts';
import { partOf } from './nearest.ts';
import { Cycles } from './way-round.ts';

/** Milestones that wait for themselves, by whatever way round. Each member of a circle has a finding. */
export const circularDependency: Check = {
  id: 'circular-dependency',
  title: 'Milestones wait for one another in a circle',
  severity: 'error',
  dependsOn: 'document',
  run(ledger, report) {
    const { agreement, schedule } = ledger;
    const cycles = new Cycles(agreement.terms, schedule);
    const written = new Map(cycles.members.map((member) => [member, nodeRef(member, ledger)]));
    for (const member of cycles.members) {
      const way = cycles.wayRound(member);
      const first = way[0]!;
      const item = written.get(member)!;
      const closed = way.at(-1)?.to === member;
      const names = [nameOfNode(item), ...way.map(({ name }) => name), ...(closed ? [] : ['…'])];
      report({
        at: partOf(agreement.text, first.at, first.name),
        args: { id: nameOfNode(item), way: names.join(' → ') },
        item,
        related: way.slice(1).map(({ from, at, name }) => ({
          at: partOf(agreement.text, at, name),
          message: 'circular-dependency/next',
          args: { id: nameOfNode(written.get(from)!), other: name },
        })),
      });
    }
  },
};

function nodeRef(node: number, { schedule }: Ledger): ItemRef {
  const plan = schedule.plans[node];
  return plan ? milestoneRef(plan.milestone) : { kind: 'expiry', id: 'expiry' };
}

function nameOfNode({ kind, id }: ItemRef): string {
  return kind === 'expiry' ? 'expires' : id || '…';
}
