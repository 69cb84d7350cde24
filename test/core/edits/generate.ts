import fc from 'fast-check';

/** Draws one of several. */
type Draw = <T>(...choices: readonly T[]) => T;

/** Agreements in every style that people write YAML in; what differs is how they are written, not only what they say. */
export const agreementText: fc.Arbitrary<string> = fc.gen().map((gen) => {
  const draw: Draw = (...choices) => gen(fc.constantFrom, ...choices) as (typeof choices)[number];
  const anchors: Anchors = { a: [], o: [] };
  const milestones = Array.from({ length: draw(1, 2, 3) }, (_, i) => fieldsOf(draw, i + 1, anchors));
  const lines = ['---', `agreement: Supply${comment(draw)}`, 'effective: 2026-09-01'];
  if (draw(true, false)) lines.push('expires: 2027-08-31', ...noticeOf(draw), 'cadence: month');
  lines.push(...listOf(draw, 'milestones', milestones), ...after(draw));
  lines.push('---', '', '# Words', '', ...itemsOf(draw));
  const text = lines.join('\n') + draw('\n', '');
  return draw('', '', '\ufeff') + (draw(true, false) ? text.replaceAll('\n', '\r\n') : text);
});

/** One key with its value: as flow text, and in block style perhaps on several lines. */
interface Written {
  readonly key: string;
  readonly flow: string;
  /** What stands behind the colon in block style; further lines without the column of the keys. */
  readonly block?: readonly string[];
}

function fieldsOf(draw: Draw, number: number, anchors: Anchors): readonly Written[] {
  const fields: Written[] = [{ key: 'id', flow: `M${number}` }];
  const maybe = (...written: Written[]) => {
    if (draw(true, false)) fields.push(draw(...written));
  };
  const list = (...items: string[]): Written[] => {
    const dashed = items.map((item) => `- ${item}${comment(draw)}`);
    return [
      { key: '', flow: `[${items.join(', ')}]` },
      { key: '', flow: `[ ${items.join(' , ')}, ]` },
      { key: '', flow: `[${items.join(',')}]`, block: [comment(draw), ...dashed] },
      { key: '', flow: `[${items.join(',')}]`, block: ['', ...dashed.map((line) => `  ${line}`)] },
      { key: '', flow: `[${items.join(',')}]`, block: [' [', ...items.map((item) => `    ${item},`), '  ]'] },
      { key: '', flow: `[${items.join(',')}]`, block: [' [', `    ${items.join(', ')} # c`, '  ]'] },
    ];
  };
  const named = (key: string, from: readonly Written[]) => from.map((one) => ({ ...one, key }));
  maybe(
    { key: 'title', flow: 'Pilot batch' },
    { key: 'title', flow: `'it''s: a #1, "x"'` },
    { key: 'title', flow: '"a \\"b\\" [c] {d}, e"' },
    { key: 'title', flow: 'a&b*c#d', block: [' first line', '    second line'] },
    { key: 'title', flow: 'x', block: [' >-', '    folded # no comment', '', '    text: too'] },
    { key: 'title', flow: 'x', block: [' |+', '    - item', '      literal', ''] },
  );
  maybe(
    { key: 'due', flow: '2026-11-19' },
    { key: 'due', flow: '"2026-12-24"' },
    { key: '"due"', flow: '2026-11-19' },
    { key: 'due', flow: '2026-11-19', block: ['\t2026-11-19'] },
    { key: 'due', flow: 'effective + 12 weeks' },
    { key: 'due', flow: '~' },
    { key: 'due', flow: '' },
    { key: 'due', flow: '2026-11-19', block: ['', '      2026-11-19'] },
    { key: 'due', flow: ANCHORED },
    { key: 'due', flow: ANCHORED },
    { key: 'duration', flow: '3 weeks' },
  );
  const kind = draw('plain', 'series', 'accepted');
  if (kind === 'series') {
    fields.push({ key: 'every', flow: 'month' });
    maybe(
      { key: 'completed', flow: '2026-10-30' },
      { key: 'completed', flow: '' },
      ...named('completed', list('2026-10-30')),
      ...named('completed', list("'2026-10-30'", '{ due: 2026-12-19, done: 2026-11-01 }')),
    );
  } else {
    maybe(
      { key: 'status', flow: 'planned' },
      { key: 'status', flow: '' },
      { key: 'status', flow: 'blocked' },
    );
    if (kind === 'accepted') fields.push({ key: 'accepts', flow: 'ana' });
    if (kind === 'accepted') maybe({ key: 'submitted', flow: '2026-11-02' });
  }
  maybe(
    { key: 'owner', flow: 'tom' },
    { key: 'owner', flow: "'tom'" },
    { key: 'owner', flow: '' },
    { key: 'owner', flow: ANCHORED_NAME },
    { key: 'owner', flow: ANCHORED_NAME },
    ...named('owner', list('tom', '"ana"')),
  );
  maybe(
    { key: 'blocked', flow: 'mould out', block: ['', '    since: 2026-11-01', '    reason:'] },
    { key: 'x-note', flow: '{ a: [1, 2], b: "}" }' },
    { key: 'indicator', flow: '' },
  );
  for (const field of fields)
    if (field.flow === ANCHORED) {
      const day = `2026-11-1${anchors.a.length + 1}`;
      Object.assign(field, { flow: shared(draw, anchors, 'a', day) });
    } else if (field.flow === ANCHORED_NAME)
      Object.assign(field, { flow: shared(draw, anchors, 'o', 'tom') });
  const [first, ...rest] = fields as [Written, ...Written[]];
  return draw(true, false) ? [first, ...rest] : [...rest.reverse(), first];
}

/** Stands for a day with an anchor or behind an alias, until it is known that it is written. */
const ANCHORED = '&';
/** The same for a person. */
const ANCHORED_NAME = '&o';

/** The anchors written so far, of days and of people. */
type Anchors = Readonly<Record<'a' | 'o', string[]>>;

function shared(draw: Draw, anchors: Anchors, kind: keyof Anchors, value: string): string {
  const known = anchors[kind];
  if (known.length > 0 && draw(true, false)) return `*${draw(...known)} `;
  known.push(`${kind}${known.length}`);
  return `&${known.at(-1)} ${value}`;
}

function noticeOf(draw: Draw): string[] {
  return draw(
    ['notice: 90 days # c'],
    ['notice: { last-day: 90 days, owner: tom }'],
    ['notice:', '  last-day: 90 days', '  owner: "tom" # c'],
    ['notice:', '  last-day: 90 days'],
  );
}

function comment(draw: Draw): string {
  return draw('', '', '', ' # c', '  #', ' # } ] & *a, "x', '\t# é 👪');
}

function listOf(draw: Draw, key: string, items: readonly (readonly Written[])[]): string[] {
  if (draw(true, false, false)) {
    const flows = items.map((fields) => flowOf(draw, fields, ' '));
    return [`${key}: [${flows.join(', ')}]${comment(draw)}`];
  }
  const indent = draw('', '  ', '    ');
  const dash = draw('- ', '-   ');
  const lines = [`${key}:${comment(draw)}`];
  for (const fields of items) {
    if (draw(true, false))
      lines.push(`${indent}${dash}${flowOf(draw, fields, `\n${indent}      `)}${comment(draw)}`);
    else lines.push(...blockOf(draw, fields, indent, dash));
    lines.push(...draw([], [], [''], [`${indent}# a note`], ['', '# note', '']));
  }
  return lines;
}

function flowOf(draw: Draw, fields: readonly Written[], gap: string): string {
  const space = draw(' ', ' ', gap);
  const between = space.startsWith('\n')
    ? draw(`,${space}`, `, # c${space}`, `${space}, `)
    : draw(', ', ' , ');
  const entries = fields.map(({ key, flow }) =>
    flow === '' ? draw(key, `${key}:`, `${key}: `) : `${key}: ${flow}`,
  );
  return `{${draw('', space)}${entries.join(between)}${draw('', ',')}${draw(space, space.startsWith('\n') ? space : '')}}`;
}

function blockOf(draw: Draw, fields: readonly Written[], indent: string, dash: string): string[] {
  const column = indent + ' '.repeat(dash.length);
  const lines: string[] = [];
  for (const [i, { key, flow, block }] of fields.entries()) {
    const lead = i === 0 ? indent + dash : column;
    const many = draw(true, false) ? block : undefined;
    const value = many?.[0] ?? (flow === '' ? '' : ` ${flow}`);
    const ends = many ? '' : comment(draw);
    lines.push(`${lead}${key}:${value}${ends}`);
    for (const line of many?.slice(1) ?? []) lines.push(line === '' ? '' : column + line);
    if (!many) lines.push(...draw([], [], [], [''], [`${column}# between`]));
  }
  return lines;
}

function after(draw: Draw): string[] {
  return draw(
    [],
    ['risks:', '  - { id: R1, review: 2026-11-25 }', '# end'],
    ['risks: [{ id: R1, review: month }]', ''],
    ['risks:', '  - owner: tom # c', '    id: R1', '    review: 2026-11-25'],
    ['negotiations:', '  - id: N1', '    date: 2026-11-01', "    owner: 'tom'"],
    ['negotiations: [{ id: N1, topic: price }]'],
    ['x-other: |', '  milestones:', '    - id: M1'],
  );
}

function itemsOf(draw: Draw): string[] {
  return Array.from({ length: draw(0, 1, 2) }, (_, i) => {
    const marker = draw(
      '',
      ' due:2026-11-20',
      ' (due 2026-11-20)',
      ' 📅 2026-11-20',
      ' due:soon',
      ' ✅ 2026-11-01',
    );
    const more = draw('', '', '\n  more words', '\n\n  Second paragraph due:2026-11-30');
    return `${draw('-', '*', '1.')} [ ] @tom item ${i} \`code\`${marker}${draw('', '.', '  ')}${more}`;
  });
}
