import { ThemeColor, ThemeIcon } from 'vscode';
import type { State } from '../../core/commitments/commitment.ts';

/** An icon of its own shape for each state, so that no state is told by colour alone, in colours that every theme has. */
const ICONS: Readonly<Record<State, ThemeIcon>> = {
  overdue: new ThemeIcon('warning', new ThemeColor('list.errorForeground')),
  blocked: new ThemeIcon('stop-circle', new ThemeColor('list.warningForeground')),
  'due-today': new ThemeIcon('bell', new ThemeColor('list.warningForeground')),
  'due-soon': new ThemeIcon('calendar', new ThemeColor('problemsInfoIcon.foreground')),
  waiting: new ThemeIcon('debug-pause'),
  open: new ThemeIcon('circle-outline'),
  done: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  cancelled: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
};

/** The icon of a commitment's state. */
export function iconFor({ state }: { readonly state: State }): ThemeIcon {
  return ICONS[state];
}
