/** The day every generated agreement is written for; the servers are told to take it as today. */
export const today = '2026-11-27';

/** The kinds of finding that are put into an agreement on purpose, by the id of the check that reports them. */
const flaws = ['unknown-owner', 'no-indicator', 'unknown-key', 'unknown-reference', 'overdue'] as const;

export type Flaw = (typeof flaws)[number];

/** `spread`: most due days are dates of their own. `chain`: every due day is counted from the first milestone's. */
export type Shape = 'spread' | 'chain';

/** One size of agreement the benchmark measures; `bytes` is UTF-8 bytes of the whole file. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly milestones: number;
  readonly findings: number;
}

export const sizes: readonly Size[] = [
  { name: '4 kB', bytes: 4_000, milestones: 8, findings: 5 },
  { name: '100 kB', bytes: 100_000, milestones: 200, findings: 40 },
  { name: '1 MB', bytes: 1_000_000, milestones: 2_000, findings: 400 },
];

export interface GeneratedAgreement {
  readonly text: string;
  /** How many milestones carry each flaw; their sum is the number of findings. */
  readonly flaws: Readonly<Record<Flaw, number>>;
  /** How many links the body makes to its own heading `Annex`. */
  readonly annexLinks: number;
}

/** The names that a generated agreement declares; everything else is unknown to it. */
export const people = ['tom', 'ines', 'ana'] as const;
export const objectives = ['O1', 'O2', 'O3'] as const;

/**
 * Writes an agreement of about `size.bytes` (at most 16 bytes off) whose findings on {@link today} are exactly
 * `size.findings`, one per flawed milestone. The same arguments always give the same text.
 */
export function generateAgreement(size: Size, shape: Shape, seed = 1): GeneratedAgreement {
  const random = randomFrom(seed);
  const planned = planFlaws(size, shape);
  const counts = Object.fromEntries(flaws.map((flaw) => [flaw, 0])) as Record<Flaw, number>;
  for (const flaw of planned.values()) counts[flaw] += 1;
  const id = `bench-${shape}-${size.milestones}`;
  const frontmatter = header(id) + milestones(size, shape, planned, random) + risks;
  const text = frontmatter + body(size, size.bytes - byteLength(frontmatter), random);
  return { text, flaws: counts, annexLinks: size.findings };
}

/** The day `days` calendar days after `day`, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

type Random = (below: number) => number;

/** Whole numbers from 0 up to a bound, the same ones for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)]!;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Index of milestone → flaw. The first milestone is always sound: in a chain all others are counted from it. */
function planFlaws(size: Size, shape: Shape): Map<number, Flaw> {
  // A day counted from an unfinished milestone is provisional and never late.
  const possible = shape === 'chain' ? flaws.filter((flaw) => flaw !== 'overdue') : flaws;
  const planned = new Map<number, Flaw>();
  for (let n = 0; n < size.findings; n += 1) {
    const index = 1 + Math.floor((n * (size.milestones - 1)) / size.findings);
    planned.set(index, possible[n % possible.length]!);
  }
  return planned;
}

function header(id: string): string {
  return `---
agreement: Fixtures for the northern depots
id: ${id}
status: active
kind: supply
owner: ines
value: 240000 EUR
signed: 2025-09-01
effective: 2025-09-15
expires: 2035-12-31
timezone: Europe/Madrid
holidays: [2026-12-25, 2027-01-01/2027-01-06]

parties:
  - { id: northwind, name: Northwind Ltd, role: supplier, people: [tom] }
  - { id: casa-verde, name: Casa Verde, role: buyer, people: [ines, ana] }
people:
  tom: { name: Tom Reed }
  ines: { name: Inés Prado, email: ines@casaverde.example }
  ana: { name: Ana Sol }

objectives:
${objectives.map((objective, n) => `  - { id: ${objective}, title: ${aims[n]} }\n`).join('')}
milestones:
`;
}

const aims = ['Cut unit cost', 'Deliver on the agreed days', 'Halve the rejected pieces'] as const;

const risks = `
risks:
  - { id: R1, title: Resin price spike, probability: medium, impact: high, mitigation: Dual source, owner: ines }
---
`;

const verbs = ['Deliver', 'Accept', 'Inspect', 'Install', 'Approve', 'Review', 'Return', 'Label'] as const;
const things = ['pilot batch', 'brackets', 'revised drawings', 'test report', 'spare parts'] as const;
const places = ['Leeds depot', 'north yard', 'second line', 'site office', 'cold store'] as const;
const proofs = [
  'Receipt signed by the site',
  'Report e-mailed to the buyer',
  'Photo in the shared file',
] as const;

function milestones(size: Size, shape: Shape, planned: ReadonlyMap<number, Flaw>, random: Random): string {
  let text = '';
  let lastOpen = '';
  for (let index = 0; index < size.milestones; index += 1) {
    const flaw = planned.get(index);
    const sound = flaw === undefined;
    const done = sound && shape === 'spread' && index < size.milestones * 0.3;
    const [due, when] = dueDay(size, shape, index, flaw, done, random);
    const relative = sound && !done && index % 5 === 4 && lastOpen !== '';
    const title = `${pick(random, verbs)} the ${pick(random, things)} for the ${pick(random, places)}`;
    text += `  - id: M${index + 1}\n    title: ${title}\n`;
    text += `    owner: ${flaw === 'unknown-owner' ? 'zacharias' : pick(random, people)}\n`;
    text += `    due: ${relative && shape === 'spread' ? `${lastOpen} + ${5 + random(60)} business days` : due}\n`;
    if (flaw !== 'no-indicator') text += `    indicator: ${pick(random, proofs)}\n`;
    if (flaw === 'unknown-key') text += '    prority: high\n';
    if (flaw === 'unknown-reference') text += '    objective: O9\n';
    if (done) text += `    status: done\n    done: ${dayAfter(when, -random(4))}\n`;
    else if (random(2) === 0) text += '    status: in-progress\n';
    if (!done && flaw !== 'unknown-key' && random(4) === 0) text += '    priority: high\n';
    if (sound && !done && !relative) lastOpen = `M${index + 1}`;
  }
  return text;
}

/** What is written after `due:`, and the absolute day where there is one. */
function dueDay(
  size: Size,
  shape: Shape,
  index: number,
  flaw: Flaw | undefined,
  done: boolean,
  random: Random,
): readonly [written: string, day: string] {
  if (shape === 'chain' && index > 0) return [`M1 + ${40 + random(400)} business days`, ''];
  const share = index / size.milestones;
  let day = dayAfter('2026-12-15', 30 + Math.floor(share * 700));
  if (flaw === 'overdue') day = dayAfter('2026-11-02', random(18));
  else if (done) day = dayAfter('2025-10-01', Math.floor(share * 1_300));
  return [day, day];
}

const topics = ['Delivery', 'Quality', 'Prices', 'Warranty', 'Liability', 'Packaging', 'Payment'] as const;
const words =
  'the supplier delivers goods in good condition and both sides keep a record of what was said so that neither party has to rely on memory when a day is moved or a piece is returned to the works for repair'.split(
    ' ',
  );

function body(size: Size, bytes: number, random: Random): string {
  const tail = `\n${actionItems(size, random)}\n## Annex\n\nDrawings and price list.\n`;
  let text = '\n# Fixtures for the northern depots\n';
  let links = 0;
  const paragraphs = Math.max(size.findings, Math.floor(bytes / 350));
  // Evenly long paragraphs, each at most one link to the annex, together exactly the bytes that are left.
  for (let n = 0; n < paragraphs; n += 1) {
    if (n % 5 === 0) text += `\n## ${n / 5 + 1}. ${topics[(n / 5) % topics.length]}\n`;
    const room = Math.floor((bytes - tail.length - text.length) / (paragraphs - n));
    let word = random(words.length);
    let paragraph = `${topics[(n + 1) % topics.length]}:`;
    if (links < size.findings && n >= (links * paragraphs) / size.findings) {
      paragraph += ' see the [annex](#annex),';
      links += 1;
    } else if (n % 3 === 0) {
      paragraph += ` this serves M${1 + random(size.milestones)},`;
    }
    for (; paragraph.length + 14 < room; word += 1) paragraph += ` ${words[word % words.length]}`;
    text += `\n${paragraph}.\n`;
  }
  return text + tail;
}

function actionItems(size: Size, random: Random): string {
  const lines = ['## Action items', ''];
  for (let n = 0; n < size.milestones / 4; n += 1) {
    const task = `${pick(random, verbs)} the ${pick(random, things)} @${pick(random, people)}`;
    lines.push(
      n % 3 === 0
        ? `- [x] ${task} due:2026-10-02 done:2026-10-01`
        : `- [ ] ${task} due:${dayAfter('2027-02-01', random(300))}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
