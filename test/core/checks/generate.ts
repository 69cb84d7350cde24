import fc from 'fast-check';
import { MISTAKES, type Mistake } from './mistakes.ts';

/** Draws one of several. */
export type Draw = <T>(...choices: readonly T[]) => T;

/** One key with its value. What is `raw` is written exactly so, and in any style it may be broken. */
export interface Pair {
  key: string;
  value: string;
  raw?: true;
}

/** What an agreement is going to say, before it is written in one style or another. */
export interface Draft {
  readonly top: Pair[];
  readonly lists: Record<'parties' | 'negotiations' | 'objectives' | 'milestones' | 'risks', Pair[][]>;
  readonly people: Pair[];
  readonly body: string[];
  /** The lines before the closing fence that fit nowhere else. */
  readonly stray: string[];
  fence: string;
}

/** A text with the mistakes that were made in it. */
export interface Reviewed {
  readonly text: string;
  readonly mistakes: readonly Mistake[];
}

/**
 * Agreements in every style that people write them in, right and wrong: up to four of the mistakes that checks have
 * fixes for are made in each. Some are private notes, and some of those belong to no agreement.
 */
export const reviewed: fc.Arbitrary<Reviewed> = fc.gen().map((gen) => {
  const draw: Draw = (...choices) => gen(fc.constantFrom, ...choices) as (typeof choices)[number];
  const names = Object.keys(MISTAKES) as Mistake[];
  const mistakes = [...new Set(Array.from({ length: draw(0, 1, 1, 2, 3, 4) }, () => draw(...names)))];
  const draft = draw(true, true, true, true, true, true, true, false) ? agreement(draw) : notes(draw);
  for (const mistake of mistakes) MISTAKES[mistake](draft, draw);
  return { text: written(draft, draw), mistakes };
});

const pairs = (...entries: readonly (readonly [string, string])[]): Pair[] =>
  entries.map(([key, value]) => ({ key, value }));

function agreement(draw: Draw): Draft {
  const word = draw('Supply', 'Livraison d’été', 'تسليم الدفعة', '供給 👪', "it's: a #1", 'a "b" [c]');
  return {
    top: pairs(
      ['agreement', word],
      ['owner', 'ana'],
      ['signed', '2026-09-01'],
      ['effective', '2026-09-01'],
      ['expires', draw('2027-08-31', 'effective + 1 year - 1 day')],
    ),
    people: pairs(['ana', 'Ana Sol'], ['tom', '{ name: Tom Reed, role: plant manager }'], ['inès', 'Inès']),
    lists: {
      parties: [
        pairs(['id', 'northwind'], ['name', 'Northwind'], ['people', '[tom]']),
        pairs(['id', 'casa'], ['name', word], ['people', '[ana, inès]']),
      ],
      negotiations: [pairs(['id', 'N1'], ['date', '2026-11-26'], ['topic', 'price'])],
      objectives: [pairs(['id', 'O1'], ['title', 'Cut unit cost'], ['party', 'casa'])],
      milestones: [
        pairs(
          ['id', 'M1'],
          ['title', `${word} one`],
          ['objective', 'O1'],
          ['owner', 'tom'],
          ['due', '2027-01-15'],
        ),
        pairs(['id', 'M2'], ['title', 'Second lot'], ['owner', '[ana, tom]'], ['due', 'M1 + 3 weeks']),
      ],
      risks: [pairs(['id', 'R1'], ['title', 'Price spike'], ['owner', 'ana'], ['affects', '[M1]'])],
    },
    body: ['# Words', '', '## Action items', '', `- [ ] Call ${word} @tom due:2027-01-15`],
    stray: [],
    fence: '---',
  };
}

function notes(draw: Draw): Draft {
  return {
    top: pairs([
      'notes-for',
      draw('harbour-crane', 'harbour-crane', 'Harbour-Crane', 'harbor-crane', 'rent'),
    ]),
    people: [],
    lists: {
      parties: [],
      negotiations: [pairs(['id', 'N1'], ['topic', 'price'])],
      objectives: [pairs(['id', 'O1'], ['title', 'Pay less'], ['limit', '210 EUR'])],
      milestones: [],
      risks: [pairs(['id', 'R1'], ['title', 'Storm'], ['owner', 'ana'])],
    },
    body: ['# Our side'],
    stray: [],
    fence: '---',
  };
}

/** Writes a draft in a style of its own in each part. */
function written(draft: Draft, draw: Draw): string {
  const style = new Style(draw);
  const lines = ['---'];
  for (const pair of draft.top) lines.push(...style.block(pair, ''));
  if (draft.people.length > 0)
    lines.push(...style.record('people', draft.people, () => draw('', '', ' # c')));
  for (const [key, items] of Object.entries(draft.lists))
    if (items.length > 0) lines.push(...style.list(key, items));
  lines.push(...draft.stray, draft.fence, '', ...draft.body);
  const text = lines.join('\n') + draw('\n', '\n', '');
  const ended = draw(
    (plain: string) => plain,
    (plain: string) => plain.replaceAll('\n', '\r\n'),
    // Half of the line endings are others, as where two editors took turns.
    (plain: string) => plain.replaceAll('\n', (sign, at) => (at % 2 === 0 ? '\r\n' : sign)),
    // A carriage return by itself ends a line for an editor and none for YAML.
    (plain: string) =>
      plain.replace(/(\n.*)\n/g, (sign, line) => (sign.length % 7 === 0 ? `${line}\r` : sign)),
    (plain: string) => plain.replace('# Words\n', '# Words\rand more\n'),
  );
  return draw('', '', '\ufeff') + ended(text);
}

/** How one agreement is written. */
class Style {
  readonly #draw: Draw;
  readonly #anchors = new Map<string, string>();

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** The lines of a key in block style. */
  block({ key, value, raw }: Pair, column: string): string[] {
    const draw = this.#draw;
    if (raw) return `${column}${key}${value}`.split('\n').map((line, i) => (i === 0 ? line : column + line));
    if (value === '') return [`${column}${key}:`];
    const bracketed = /^[[{]/.test(value);
    const folded = !bracketed && key !== 'id' && draw(false, false, false, false, true);
    if (folded) return [`${column}${key}: ${draw('>-', '|-')}`, `${column}  ${value}`];
    const gap = draw(' ', ' ', ' ', '\t', '  ');
    return [`${column}${key}:${gap}${this.#scalar(value, 'block')}${this.comment()}`];
  }

  comment(): string {
    return this.#draw('', '', '', '', ' # c', ' # } ] & *a, "x', '\t# é 👪 ש');
  }

  /** A value, perhaps in quotes, and perhaps with an anchor or as an alias of an equal one. */
  #scalar(value: string, style: 'block' | 'flow'): string {
    const draw = this.#draw;
    if (/^[[{]/.test(value)) return value;
    const anchored = this.#anchors.get(value);
    if (anchored && draw(true, false)) return `*${anchored} `;
    const quoted = draw('plain', 'plain', 'single', 'double');
    const plain =
      quoted === 'plain' && !/: | #|^\*/.test(value) && !(style === 'flow' && /[[\]{},]/.test(value));
    const text = plain
      ? value
      : quoted === 'double'
        ? `"${value.replace(/[\\"]/g, '\\$&')}"`
        : `'${value.replaceAll("'", "''")}'`;
    if (draw(false, false, false, false, false, false, false, true)) {
      const name = `a${this.#anchors.size}`;
      this.#anchors.set(value, name);
      return `&${name} ${text}`;
    }
    return text;
  }

  /** A mapping under a key, in block or flow style. */
  record(key: string, entries: readonly Pair[], comment: () => string): string[] {
    const plain = entries.every(({ raw }) => !raw);
    if (plain && this.#draw(true, false, false)) return [`${key}: ${this.#flow(entries, ' ')}${comment()}`];
    return [`${key}:${comment()}`, ...entries.flatMap((entry) => this.block(entry, '  '))];
  }

  /** A list of records under a key: in block style, in flow style, or some of both. */
  list(key: string, items: readonly (readonly Pair[])[]): string[] {
    const draw = this.#draw;
    const indent = draw('', '  ', '  ', '    ');
    const dash = draw('- ', '- ', '-   ');
    if (items.flat().every(({ raw }) => !raw) && draw(true, false, false, false))
      return [`${key}: [${items.map((item) => this.#flow(item, ' ')).join(', ')}]${this.comment()}`];
    const lines = [`${key}:${this.comment()}`];
    for (const item of items) {
      if (item.every(({ raw }) => !raw) && draw(true, false)) {
        lines.push(`${indent}${dash}${this.#flow(item, draw(' ', `\n${indent}      `))}${this.comment()}`);
      } else {
        const column = indent + ' '.repeat(dash.length);
        const block = item.flatMap((pair) => this.block(pair, column));
        lines.push(indent + dash + block[0]!.slice(column.length), ...block.slice(1));
      }
      lines.push(...draw([], [], [''], [`${indent}# a note`]));
    }
    return lines;
  }

  #flow(entries: readonly Pair[], gap: string): string {
    const written = entries.map(({ key, value }) =>
      value === '' ? key : `${key}: ${this.#scalar(value, 'flow')}`,
    );
    return `{${gap}${written.join(`,${gap}`)}${this.#draw('', ',')}${gap}}`;
  }
}
