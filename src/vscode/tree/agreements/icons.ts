import { ThemeColor, ThemeIcon } from 'vscode';
import type { Part } from '../../../core/report/agreement-words.ts';
import type { Status } from '../../../core/schema/agreement.ts';
import type { AgreementTreeRow, RiskRow } from '../../../server/agreements/protocol.ts';
import { iconFor } from '../icons.ts';

const PARTS: Readonly<Record<Part, ThemeIcon>> = {
  objectives: new ThemeIcon('target'),
  milestones: new ThemeIcon('milestone'),
  actions: new ThemeIcon('tasklist'),
  risks: new ThemeIcon('shield'),
  talks: new ThemeIcon('comment-discussion'),
  dates: new ThemeIcon('clockface'),
};

const STATUSES: Readonly<Record<Status, ThemeIcon>> = {
  draft: new ThemeIcon('edit'),
  active: new ThemeIcon('law'),
  completed: iconFor({ state: 'done' }),
  terminated: iconFor({ state: 'cancelled' }),
};

const RISKS: Readonly<Record<RiskRow['status'], ThemeIcon>> = {
  open: new ThemeIcon('shield'),
  occurred: new ThemeIcon('flame', new ThemeColor('list.warningForeground')),
  closed: iconFor({ state: 'done' }),
};

/** The icon of a row: that of whatever is owed, or else of what it is; what is late has the one for that. */
export function iconOf(row: AgreementTreeRow): ThemeIcon | undefined {
  switch (row.type) {
    case 'agreement':
      return row.late > 0 ? iconFor({ state: 'overdue' }) : STATUSES[row.status];
    case 'part':
      return PARTS[row.part];
    case 'risk':
      return row.commitment?.state === 'overdue' ? iconFor(row.commitment) : RISKS[row.status];
    case 'milestone':
      return row.state && iconFor({ state: row.state });
    case 'commitment':
      return iconFor(row);
    case 'objective':
    case 'figure':
      return undefined;
    default:
      return row.commitment ? iconFor(row.commitment) : new ThemeIcon('circle-small-filled');
  }
}
