import type { Messages } from '../messages.ts';

/** What gives words their colours. Each takes text and returns it dressed, of the same width. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  /** Severities, and states that weigh as much. */
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly information: (text: string) => string;
  readonly good: (text: string) => string;
}

/** How a report is to look. */
export interface Look {
  /** The width of the terminal; absent where there is none, and then nothing is cut or wrapped. */
  readonly columns?: number | undefined;
  readonly palette: Palette;
  readonly messages?: Messages;
}

const same = (text: string) => text;

/** No colours at all. */
export const PLAIN: Palette = {
  strong: same,
  faint: same,
  error: same,
  warning: same,
  information: same,
  good: same,
};
