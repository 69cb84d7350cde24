import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const FIXTURES = new URL('../../fixtures/checks/', import.meta.url);

/** Agreements that show the whole format, and all that is found in it. */
export const texts = [EXAMPLES, FIXTURES].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
);

/** What may be said of the whole agreement; said first, it wins over what stands below. */
const TERMS = [
  ...[
    'status: draft',
    'status: completed',
    'status: active',
    'owner: ana',
    'owner: nobody',
    'acceptance: 3 days',
  ],
  ...[
    'expires: 2026-12-01',
    'expires: 2027-06-30',
    'renews: 1 year',
    'signed: 2026-01-01',
    'notice: 90 days',
  ],
  ...['timezone: Pacific/Kiritimati', 'holidays: [2026-11-30]', 'people: { ana: Ana }', 'cadence: weekly'],
  ...['objectives: [{ id: O1, metric: m }]', 'parley: { disable: [no-indicator, overdue] }', 'id: other'],
];

/** Pieces that turn one thing into another: what an item says, what others say of it, and where it ends. */
const PIECES = [
  ...[
    '\n',
    '"',
    '#',
    '- ',
    '  ',
    ': ',
    '---\n',
    '[x]',
    '[ ]',
    '@ana ',
    ' due:2026-12-01',
    '<!--',
    '&a ',
    '*a ',
  ],
  ...['  - id: M1\n    title: A\n    due: M2 + 3 days\n', '    after: [M2]\n', '    survives: true\n'],
  ...['    status: done\n', '    evidence: ./a.pdf\n', ' # parley-disable-line no-due', 'M1', '2026-11-20'],
];

const piece = fc.constantFrom('', ...PIECES);
/** A change that somebody could make to one of them, well or badly. */
export const change = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ at: fc.nat(), remove: fc.constantFrom(0, 0, 1, 4, 40), insert: piece }),
  },
  { weight: 1, arbitrary: fc.record({ line: fc.nat(), insert: piece }) },
  { weight: 3, arbitrary: fc.record({ term: fc.constantFrom(...TERMS) }) },
);
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A text after a change. */
export function changed(text: string, one: Change): string {
  if ('term' in one) return text.replace(/\n/, `\n${one.term}\n`);
  if ('at' in one) {
    const start = one.at % (text.length + 1);
    return text.slice(0, start) + one.insert + text.slice(start + one.remove);
  }
  const lines = text.split('\n');
  lines.splice(
    one.line % lines.length,
    one.insert === '' ? 1 : 0,
    ...(one.insert === '' ? [] : [one.insert]),
  );
  return lines.join('\n');
}
