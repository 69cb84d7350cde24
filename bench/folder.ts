import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAfter, randomFrom } from './generate.ts';

/** How many files of each kind a generated folder holds. */
export interface FolderSize {
  readonly agreements: number;
  readonly notes: number;
}

/** How the frontmatter of an agreement is written. */
type Style = 'plain' | 'mixed' | 'hard';

const FILES_A_FOLDER = 100;
const WRITES_AT_ONCE = 64;

/**
 * Writes agreements of about 4 kB with 8 milestones and 6 action items each (80 % in plain block style, 15 % with
 * quotes, flow style and comments, 5 % that only a YAML parser can read) and notes of about 2.7 kB that are no
 * agreements, a hundred files a folder. The same arguments always write the same bytes.
 */
export async function writeFolder(path: string, { agreements, notes }: FolderSize): Promise<void> {
  const files: [string, string][] = [];
  for (let n = 0; n < agreements; n += 1) files.push([agreementPlace(n), agreementText(n)]);
  for (let n = 0; n < notes; n += 1) files.push([place('notes', n), noteText(n)]);
  const folders = new Set(files.map(([name]) => join(path, name, '..')));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (let at = 0; at < files.length; at += WRITES_AT_ONCE)
    await Promise.all(
      files.slice(at, at + WRITES_AT_ONCE).map(([name, text]) => writeFile(join(path, name), text)),
    );
}

/** Where the n-th agreement lies in a generated folder. */
export function agreementPlace(n: number): string {
  return place('agreements', n);
}

function place(kind: string, n: number): string {
  return `${kind}/${Math.floor(n / FILES_A_FOLDER)}/${kind.slice(0, -1)}-${n}.md`;
}

const people = ['tom', 'ines', 'ana', 'leo'] as const;
const names = { tom: 'Tom Reed', ines: 'Ines Sol', ana: 'Ana Brook', leo: 'Leo Alder' } as const;
const deeds = [
  'Deliver the pilot batch',
  'Approve the drawings',
  'Send the quality report',
  'Label the spare parts',
];
const proofs = ['Receipt signed by the site', 'Report e-mailed to the buyer', 'Photo in the shared file'];

/** The n-th agreement of a generated folder. */
export function agreementText(n: number): string {
  const random = randomFrom(n + 1);
  const share = n % 20;
  const style: Style = share === 0 ? 'hard' : share < 4 ? 'mixed' : 'plain';
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const lines = [
    '---',
    `agreement: ${style === 'mixed' ? `"Supply ${n} for the northern depots"` : `Supply ${n} for the northern depots`}`,
    `id: supply-${n}`,
    'status: active',
    `owner: ${style === 'hard' ? '&lead ines' : 'ines'}`,
    `signed: 2026-01-15${style === 'mixed' ? ' # by both sides' : ''}`,
    'effective: 2026-02-01',
    'expires: 2027-12-31',
    'timezone: Europe/Madrid',
    ...parties(style),
    'milestones:',
  ];
  for (let m = 1; m <= 8; m += 1) {
    const due = m === 1 ? dayAfter('2026-11-10', random(60)) : dayAfter('2026-12-20', random(300));
    const done = m > 1 && random(4) === 0;
    const relative = !done && m > 2 && random(5) === 0;
    lines.push(
      `  - id: M${m}`,
      `    title: ${style === 'hard' && m === 1 ? '>-\n      ' : ''}${pick(deeds)} for depot ${random(90)}`,
      `    owner: ${style === 'hard' && m === 2 ? '*lead' : pick(people)}`,
      `    due: ${relative ? `M1 + ${10 + random(80)} business days` : done ? dayAfter('2026-03-01', random(200)) : due}`,
      `    indicator: ${pick(proofs)}`,
    );
    if (done) lines.push('    status: done', `    done: ${dayAfter('2026-03-01', random(200))}`);
    if (style === 'mixed' && m % 3 === 0)
      lines.push('    blocked: { since: 2026-11-20, reason: mould out, on: tom }');
  }
  lines.push('---', '', `# Supply ${n}`, '');
  for (let clause = 1; clause <= 4; clause += 1)
    lines.push(`## ${clause}. Terms`, '', prose(random, 260), '', prose(random, 120), '');
  lines.push('## Action items', '');
  for (let item = 0; item < 6; item += 1)
    lines.push(
      item % 3 === 0
        ? `- [x] ${pick(deeds)} @${pick(people)} due:2026-10-02 done:2026-10-01`
        : `- [ ] ${pick(deeds)} @${pick(people)} due:${dayAfter('2027-01-10', random(200))}`,
    );
  return `${lines.join('\n')}\n`;
}

function parties(style: Style): string[] {
  if (style === 'mixed')
    return [
      'parties:',
      '  - { id: northwind, name: "Northwind Ltd", role: supplier, people: [tom, leo] }',
      "  - { id: casa-verde, name: 'Casa Verde', role: buyer, people: [ines, ana] }",
      'people:',
      ...people.map((one) => `  ${one}: { name: ${names[one]} }`),
    ];
  const party = (id: string, name: string, members: readonly string[]) => [
    `  - id: ${id}`,
    `    name: ${name}`,
    '    people:',
    ...members.map((one) => `      - ${one}`),
  ];
  return [
    'parties:',
    ...party('northwind', 'Northwind Ltd', ['tom', 'leo']),
    ...party('casa-verde', 'Casa Verde', ['ines', 'ana']),
    'people:',
    ...people.flatMap((one) => [`  ${one}:`, `    name: ${names[one]}`]),
  ];
}

/** A note as people keep them beside agreements: every third with frontmatter of some other tool. */
function noteText(n: number): string {
  const random = randomFrom(n + 7);
  const head = n % 3 === 0 ? `---\ntitle: Note ${n}\ntags: [depot, week]\n---\n\n` : '';
  const parts = Array.from(
    { length: 8 },
    (_, i) => `## Part ${i}\n\n${prose(random, 300)}\n\n- [ ] look into it\n`,
  );
  return `${head}# Note ${n}\n\n${parts.join('\n')}`;
}

const words =
  'the supplier delivers goods in good condition and both sides keep a record of what was said so that neither party has to rely on memory when a day is moved or a piece is returned to the works for repair'.split(
    ' ',
  );

function prose(random: (below: number) => number, length: number): string {
  let text = 'Each delivery:';
  for (let word = random(words.length); text.length < length; word += 1)
    text += ` ${words[word % words.length]}`;
  return `${text}.`;
}
