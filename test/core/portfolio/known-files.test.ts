import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { KnownFiles } from '../../../src/core/portfolio/known-files.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';

const ROOT = 'file:///w';

/** A disk that remembers what it was asked. */
class Disk {
  readonly asked: string[][] = [];

  constructor(
    readonly there: Set<string>,
    readonly unclear: ReadonlySet<string> = new Set(),
  ) {}

  readonly exist = async (uris: readonly string[]) => {
    this.asked.push(uris.map((uri) => uri.replace(`${ROOT}/`, '')));
    return uris.map((uri) => (this.unclear.has(uri) ? undefined : this.there.has(uri)));
  };
}

const of = (name: string) => `${ROOT}/${name}`;
const agreement = (body: string) => `---\nagreement: Supply\n---\n\n${body}\n`;

describe('Known files', () => {
  let wanted = 0;
  let files: KnownFiles;
  beforeEach(() => {
    wanted = 0;
    files = new KnownFiles(ROOT, () => wanted++);
  });
  const missing = (...names: string[]) => [...files.missing(of('a.md'), names.map(of))];

  it('are asked for once, together, and nothing is said of them before', async () => {
    const disk = new Disk(new Set([of('b.pdf')]));
    assert.deepEqual(missing('b.pdf', 'c.pdf'), []);
    assert.equal(wanted, 1);
    assert.deepEqual([...(await files.ask(disk))], [of('a.md')]);
    assert.deepEqual(missing('b.pdf', 'c.pdf', 'd.pdf'), [of('c.pdf')]);
    await files.ask(disk);
    assert.deepEqual(disk.asked, [['b.pdf', 'c.pdf'], ['d.pdf']]);
    assert.deepEqual(missing('c.pdf'), [of('c.pdf')]);
    assert.deepEqual([...(await files.ask(disk))], []);
    assert.equal(disk.asked.length, 2);
  });

  it('are asked for in few batches, however many documents there are', async () => {
    const disk = new Disk(new Set());
    for (let n = 0; n < 10_000; n++) files.missing(of(`${n}.md`), [of(`${n}.pdf`), of('terms.pdf')]);
    assert.equal((await files.ask(disk)).size, 10_000);
    assert.equal(disk.asked.length, 11);
    assert.ok(disk.asked.every(({ length }) => length <= 1000));
    files.missing(of('1.md'), [of('1.pdf')]);
    await files.ask(disk);
    assert.equal(disk.asked.length, 11);
  });

  it('are looked for again where something beside them or above them came or went, and nowhere else', async () => {
    const disk = new Disk(new Set());
    const all = ['b.pdf', 'in/c.pdf', 'in/deep/d.pdf', 'other/e.pdf'];
    const again = async (...uris: string[]) => {
      missing(...all);
      await files.ask(disk);
      files.touched(uris.map(of));
      disk.asked.length = 0;
      await files.ask(disk);
      return disk.asked.flat();
    };
    assert.deepEqual(await again('x.txt'), ['b.pdf']);
    assert.deepEqual(await again('in'), ['b.pdf', 'in/c.pdf', 'in/deep/d.pdf']);
    assert.deepEqual(await again('IN/deep/D.PDF'), ['in/deep/d.pdf']);
    assert.deepEqual(await again('elsewhere/deep/y.txt'), []);
    files.touched();
    await files.ask(disk);
    assert.deepEqual(disk.asked.flat(), all);
  });

  it('are known by the newest answer, however late an older one comes', async () => {
    const known = new KnownFiles('file:///w');
    const file = 'file:///w/a.pdf';
    known.missing('file:///w/a.md', [file]);
    const answers: ((there: boolean) => void)[] = [];
    const exist = () =>
      new Promise<readonly boolean[]>((resolve) => answers.push((there) => resolve([there])));
    const first = known.ask({ exist });
    await new Promise(setImmediate);
    // It comes while the answer that it is not there is on its way.
    known.touched([file]);
    const second = known.ask({ exist });
    await new Promise(setImmediate);
    answers[1]?.(true);
    answers[0]!(false);
    await new Promise(setImmediate);
    for (const answer of answers.slice(1)) answer(true);
    await Promise.all([first, second]);
    assert.deepEqual([...known.missing('file:///w/a.md', [file])], []);
  });

  it('keep what is known until something else is', async () => {
    const disk = new Disk(new Set());
    missing('b.pdf');
    await files.ask(disk);
    files.touched([of('b.pdf')]);
    assert.deepEqual(missing('b.pdf'), [of('b.pdf')]);
    disk.there.add(of('b.pdf'));
    assert.deepEqual([...(await files.ask(disk))], [of('a.md')]);
    assert.deepEqual(missing('b.pdf'), []);
  });

  it('are not missing where nobody can tell, and never looked for outside of the folder', async () => {
    const disk = new Disk(new Set(), new Set([of('b.pdf')]));
    files.missing(of('a.md'), [of('b.pdf'), 'file:///etc/c.pdf', ROOT]);
    assert.equal((await files.ask(disk)).size, 0);
    assert.deepEqual(disk.asked, [['b.pdf']]);
  });

  it('are forgotten with the last document that points to them', async () => {
    const disk = new Disk(new Set());
    missing('b.pdf');
    await files.ask(disk);
    missing();
    files.touched();
    await files.ask(disk);
    missing('b.pdf');
    assert.deepEqual(missing('b.pdf'), []);
    missing();
    await files.ask(disk);
    assert.equal(disk.asked.length, 1);
  });
});

describe('A portfolio that knows files', () => {
  it('says what is missing once that is known, in agreements and in the notes about them', async () => {
    const told: string[] = [];
    const files = new KnownFiles(ROOT);
    const disk = new Disk(new Set());
    const folder = new Portfolio(
      { now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! },
      { changed: (uri) => told.push(uri), files },
    );
    const checks = (name: string) =>
      (folder.get(of(name)) ?? folder.notesIn(of(name)))?.findings.map(({ check }) => check);
    folder.update(of('a.md'), agreement('[plan](plan.pdf)'));
    folder.update(of('a.notes.md'), '---\nnotes-for: a\n---\n\n[offer](offer.pdf)\n');
    assert.deepEqual([checks('a.md'), checks('a.notes.md')], [[], []]);
    told.length = 0;
    for (const uri of await files.ask(disk)) folder.reconsider(uri);
    assert.deepEqual(told, [of('a.md'), of('a.notes.md')]);
    assert.deepEqual([checks('a.md'), checks('a.notes.md')], [['missing-file'], ['missing-file']]);
    folder.update(of('a.md'), agreement('[plan](plan.pdf) and more'));
    assert.deepEqual(checks('a.md'), ['missing-file']);
    assert.equal(disk.asked.length, 1);
    folder.remove(of('a.md'));
    folder.remove(of('a.notes.md'));
    files.touched();
    await files.ask(disk);
    assert.equal(disk.asked.length, 1);
  });
});
