import fc from 'fast-check';

const word = fc.constantFrom(
  'ana',
  'M1',
  '012',
  '0o14',
  'yes',
  'null',
  '~',
  '2026-10-15',
  '15000 EUR',
  'é',
  '日本',
  'a#b',
  'x:y',
);
const quoted = fc.constantFrom("'it''s'", '"a: b"', '"\\u00e9"', "'# no comment'", '""');
const flow = fc.constantFrom('[a, b]', '{ a: b, c: [d] }', '[]', '{}', '[ "x, y", z ]');
const scalar = fc.oneof({ weight: 4, arbitrary: word }, quoted, flow);
const key = fc.constantFrom('id', 'title', 'owner', 'due', '"quoted"', "'q'", 'x-y', 'über');
const comment = fc.constantFrom('', '', '', ' # note', '   # a: b');
const pad = (n: number) => ' '.repeat(n);

const entry = (indent: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(key, scalar, comment).map(([k, v, c]) => `${pad(indent)}${k}: ${v}${c}\n`),
    },
    fc
      .tuple(key, word)
      .map(([k, v]) => `${pad(indent)}${k}: |\n${pad(indent + 2)}${v}\n${pad(indent + 2)}- no item\n`),
    fc.tuple(key, word).map(([k, v]) => `${pad(indent)}${k}: &a ${v}\n`),
    key.map((k) => `${pad(indent)}${k}: *a\n`),
    fc.tuple(key, word).map(([k, v]) => `${pad(indent)}${k}: >-\n\n${pad(indent + 1)}${v}\n`),
    fc.tuple(key, word).map(([k, v]) => `${pad(indent)}${k}: "${v}\n${pad(indent + 1)}more"\n`),
    fc.tuple(key, word).map(([k, v]) => `${pad(indent)}${k}: ${v}\n${pad(indent + 1)}folded\n`),
    fc.tuple(key, word).map(([k, v]) => `${pad(indent)}${k}: [\n${pad(indent + 2)}${v},\n${pad(indent)}]\n`),
    fc.constantFrom('\n', '# comment\n', `${pad(indent)}# deep\n`),
  );

const item = (indent: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(key, scalar, fc.array(entry(indent + 2), { maxLength: 3 }))
        .map(([k, v, rest]) => `${pad(indent)}- ${k}: ${v}\n${rest.join('')}`),
    },
    fc.tuple(scalar, comment).map(([v, c]) => `${pad(indent)}- ${v}${c}\n`),
    word.map((v) => `${pad(indent)}-\n${pad(indent + 2)}id: ${v}\n`),
  );

const list = fc
  .tuple(key, comment, fc.constantFrom(0, 2, 4))
  .chain(([k, c, indent]) =>
    fc.array(item(indent), { minLength: 1, maxLength: 3 }).map((items) => `${k}:${c}\n${items.join('')}`),
  );

/** Frontmatter such as people write: most of it sound YAML, in every style that the format allows. */
export function yamlLines(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 3, arbitrary: entry(0) }, { weight: 2, arbitrary: list }), {
        maxLength: 6,
      }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([parts, crlf, cut]) => {
      const text = parts.join('');
      const whole = crlf ? text.replace(/\n/g, '\r\n') : text;
      return cut ? whole.trimEnd() : whole;
    });
}
