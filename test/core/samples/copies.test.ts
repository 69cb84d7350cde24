import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { copySamples, REFERENCE_DAY, shiftDates } from '../../../scripts/samples.mjs';

const RUNS = { numRuns: Number(process.env.PARLEY_RUNS ?? 300) };
const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));
const BROKEN = 'broken-on-purpose.md';

/** Every file below a folder, by its path from there with `/`. */
async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function copied(today: string): Promise<Map<string, Buffer>> {
  const target = await mkdtemp(join(tmpdir(), 'parley-samples-'));
  try {
    await copySamples(target, today);
    return await readTree(target);
  } finally {
    await rm(target, { recursive: true });
  }
}

const utc = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000;
const exists = (date: string): boolean =>
  !Number.isNaN(utc(date)) && new Date(utc(date) * 86_400_000).toISOString().startsWith(date);
const inDays = (date: string, days: number): string =>
  new Date((utc(date) + days) * 86_400_000).toISOString().slice(0, 10);
const frontmatter = (text: string): string => /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(text)?.[1] ?? '';

describe('copying the samples', () => {
  it('changes no byte on the day they are written for, nor within three days of it', async () => {
    const originals = await readTree(EXAMPLES);
    assert.ok(originals.size >= 14);
    for (const days of [-3, 0, 3]) assert.deepEqual(await copied(inDays(REFERENCE_DAY, days)), originals);
  });

  for (const [today, weeks] of [
    ['2026-12-01', 1],
    ['2026-11-23', -1],
    ['2028-02-29', 66],
    ['2025-01-01', -99],
  ] as const) {
    it(`moves every date by ${weeks} × 7 days, and nothing else, for ${today}`, async () => {
      const originals = await readTree(EXAMPLES);
      const copies = await copied(today);
      assert.deepEqual([...copies.keys()], [...originals.keys()]);
      for (const [path, original] of originals) {
        const copy = copies.get(path)!;
        const split = (bytes: Buffer): string[] => bytes.toString('utf8').split(/(\d{4}-\d\d-\d\d)/);
        const expected = split(original).map((part, i) =>
          i % 2 && exists(part) ? inDays(part, weeks * 7) : part,
        );
        assert.deepEqual(split(copy), expected, path);
      }
    });
  }

  it('refuses a day that does not exist', async () => {
    for (const today of ['2026-02-30', 'tomorrow', '2026-1-1', '']) {
      await assert.rejects(copied(today), RangeError);
    }
  });
});

describe('shifting dates in a text', () => {
  it('moves both ends of an interval, and dates in headings, tables, lists and markers', () => {
    assert.equal(
      shiftDates('2026-12-24/2027-01-06\n### 2026-12-30\n|2026-11-27|\n[2026-10-05,2026-11-02]', 7),
      '2026-12-31/2027-01-13\n### 2027-01-06\n|2026-12-04|\n[2026-10-12,2026-11-09]',
    );
    assert.equal(
      shiftDates('due:2026-11-27 ✅2026-11-27. (due 2026-11-27)', -7),
      'due:2026-11-20 ✅2026-11-20. (due 2026-11-20)',
    );
  });

  it('leaves ids, years, file names and days that do not exist', () => {
    for (const text of [
      'northwind-2026-11-27',
      'x.2026-11-27',
      'note_2026-11-27',
      '2026-11-27-note',
      '2026-11-27.pdf',
    ]) {
      assert.equal(shiftDates(text, 7), text);
    }
    for (const text of [
      'Margin plan 2027',
      '2026-11',
      '2026-11-31',
      '2026-13-01',
      '12026-11-27',
      '2026-11-271',
    ]) {
      assert.equal(shiftDates(text, 7), text);
    }
  });

  it('can be taken back', () => {
    const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const text = fc.array(
      fc.oneof(
        date.map((day) => ` ${day.toISOString().slice(0, 10)} `),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: -5000, max: 5000 }), (parts, days) => {
        assert.equal(shiftDates(shiftDates(parts.join(''), days), -days), parts.join(''));
      }),
      RUNS,
    );
  });
});

describe('the samples', () => {
  it('are YAML without errors or warnings, but for the broken one, which has the one intended', async () => {
    for (const [path, bytes] of await readTree(EXAMPLES)) {
      if (path.startsWith('evidence/')) continue;
      const text = bytes.toString('utf8');
      const { errors, warnings } = parseDocument(path.endsWith('.md') ? frontmatter(text) : text);
      const found = errors.map(({ code, linePos }) => [
        code,
        frontmatter(text).split('\n')[linePos![0].line - 1],
      ]);
      const intended = [
        'BLOCK_AS_IMPLICIT_KEY',
        '    title: Handover: keys and alarm codes    # finding: yaml-syntax; a second colon',
      ];
      assert.deepEqual(found, path === BROKEN ? [intended] : [], path);
      assert.deepEqual(warnings, [], path);
    }
  });

  it('use mail domains that can belong to nobody', async () => {
    for (const [path, bytes] of await readTree(EXAMPLES)) {
      for (const [address] of bytes.toString('utf8').matchAll(/[\w.]+@[\w.-]+/g)) {
        assert.match(address, /\.example$/, path);
      }
    }
  });

  it('differ from one another in id', async () => {
    const tree = await readTree(EXAMPLES);
    const agreements = [...tree].filter(([path]) => /^[^/.]+\.md$/.test(path));
    const ids = agreements.map(([path, bytes]) => /^id: (.*)$/m.exec(bytes.toString('utf8'))?.[1] ?? path);
    assert.equal(agreements.length, 9);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the page on the format', () => {
  it('shows only YAML that can be read, and links only to samples that exist', async () => {
    const page = await readFile(new URL('../../../docs/format.md', import.meta.url), 'utf8');
    const blocks = [...page.matchAll(/^```yaml\n(?:---\n)?([\s\S]*?)(?:---\n)?^```$/gm)];
    assert.equal(blocks.length, 2);
    for (const [, block] of blocks) assert.deepEqual(parseDocument(block!).errors, []);
    const samples = await readTree(EXAMPLES);
    const linked = [...page.matchAll(/\]\(\.\.\/examples\/([^)]+)\)/g)].map(([, path]) => path!);
    assert.deepEqual(
      linked.sort(),
      [...samples.keys()].filter((path) => /^(?:private\/)?[^/.]+\.md$/.test(path)).sort(),
    );
  });
});
