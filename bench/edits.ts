import { dayAfter, type Shape } from './generate.ts';

/** What a document's findings should be after an edit, in the terms a server adapter can count. */
export type Expectation = 'as generated' | 'quote open' | 'first late';

/** One change of a document. Offsets are UTF-16 units of the text before the change. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly expect: Expectation;
  /** The row the time belongs to; an edit without one only restores the document. */
  readonly row?: string;
}

/** A way of editing that is measured: `edits(text, n)` are the edits of the n-th repetition, in order. */
export interface Scenario {
  readonly shape: Shape;
  readonly edits: readonly ((text: string, n: number) => Edit)[];
  /** An edit whose effect on the findings proves that the server follows the ones before. Not timed. */
  readonly proof?: (text: string) => Edit;
}

/** The rows of the report, in order. */
export const rows = ['title', 'new item', 'due day', 'stray quote', 'quote removed'] as const;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The four edits of the benchmark. No measured edit but a quote's removal ever brings back a text that was
 * there before, or a server that remembers what it read would be timed doing nothing.
 */
export const scenarios: readonly Scenario[] = [
  {
    shape: 'spread',
    edits: [
      (text, n) => {
        const at = text.indexOf('\n', text.indexOf('title:', middleItem(text)));
        return { at, removed: 0, inserted: letters[n % 26]!, expect: 'as generated', row: 'title' };
      },
    ],
  },
  {
    shape: 'spread',
    edits: [
      (text, n) => ({
        at: middleItem(text),
        removed: 0,
        inserted: newItem(n),
        expect: 'as generated',
        row: 'new item',
      }),
      (text, n) => ({
        at: text.indexOf(newItem(n)),
        removed: newItem(n).length,
        inserted: '',
        expect: 'as generated',
      }),
    ],
  },
  {
    shape: 'chain',
    edits: [
      (text, n) => ({
        ...firstDueDay(text, dayAfter('2027-02-01', n)),
        expect: 'as generated',
        row: 'due day',
      }),
    ],
    proof: (text) => ({ ...firstDueDay(text, '2026-11-02'), expect: 'first late' }),
  },
  {
    shape: 'spread',
    edits: [
      (text) => ({ at: title(text), removed: 0, inserted: '"', expect: 'quote open', row: 'stray quote' }),
      (text) => ({ at: title(text), removed: 1, inserted: '', expect: 'as generated', row: 'quote removed' }),
    ],
  },
];

function title(text: string): number {
  return text.indexOf('agreement: ') + 'agreement: '.length;
}

/** Where the milestone in the middle of the list begins. */
function middleItem(text: string): number {
  const first = text.indexOf('  - id: M1\n');
  return text.indexOf('  - id: M', (first + text.indexOf('\nrisks:', first)) >> 1);
}

function firstDueDay(text: string, day: string): Pick<Edit, 'at' | 'removed' | 'inserted'> {
  const at = text.indexOf('due: ', text.indexOf('  - id: M1\n')) + 'due: '.length;
  return { at, removed: day.length, inserted: day };
}

function newItem(n: number): string {
  return `  - id: X${n}
    title: Deliver sample ${n} to the north yard
    owner: tom
    due: ${dayAfter('2027-03-01', n)}
    indicator: Receipt signed by the site
`;
}
