import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { type Finder, findingIn } from '../../src/core/portfolio/finder.ts';
import type { ChildrenAnswer, CommitmentRow, GroupRow, Summary } from '../../src/server/protocol.ts';
import { MemoryCache } from '../core/portfolio/memory-cache.ts';
import type { TestClient } from './client.ts';
import { MemoryFiles, ROOT, serverInside, uriOf } from './inside.ts';

/** Each takes as long as the server gathers what changed: a quarter of the tries of other properties, or fewer. */
const RUNS = { numRuns: Math.ceil(Number(process.env['PARLEY_RUNS'] ?? 80) / 4) };

const NAMES = ['a.md', 'b.md', 'm/a.md', 'm/b.md', 'm/n/c.md'];
const CONFIGURATIONS = ['.parley.yaml', 'm/.parley.yaml', 'm/n/.parley.yaml'];

const agreement = fc
  .record({
    id: fc.constantFrom('x', 'y', ''),
    owner: fc.constantFrom('ana', 'leo', 'nobody'),
    due: fc.constantFrom('2026-11-20', '2026-11-28', '2026-12-04', '2027-01-15', 'M9 + 1 day'),
    rest: fc.constantFrom(
      '',
      'timezone: Pacific/Kiritimati\n',
      'status: draft\n',
      'status: completed\n',
      'people: { ana: Ana Ruiz }\n',
    ),
    body: fc.constantFrom(
      '',
      '- [ ] Call @ana due:2026-11-29\n',
      '- [x] Call @ana done:2026-12-20\n',
      '[plan](./b.md) [gone](./gone.pdf)\n',
    ),
  })
  .map(
    ({ id, owner, due, rest, body }) =>
      `---\nagreement: Jars\n${id && `id: ${id}\n`}${rest}milestones:\n  - { id: M1, title: Pilot, owner: ${owner}, due: ${due} }\n---\n${body}`,
  );
const text = fc.oneof(
  { weight: 5, arbitrary: agreement },
  {
    weight: 2,
    arbitrary: fc.constantFrom('x', 'y').map((id) => `---\nnotes-for: ${id}\nwe: ana\n---\n- [ ] Ask @leo\n`),
  },
  { weight: 1, arbitrary: fc.constant('# Prose\n') },
);
const configuration = fc.constantFrom(
  'we: ana\n',
  'due-soon: 30\n',
  'exclude: [n]\n',
  'checks: { no-due: off, overdue: hint }\n',
);

const name = fc.constantFrom(...NAMES);
const files = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.tuple(name, text) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(...CONFIGURATIONS), fc.option(configuration, { nil: undefined })),
    },
  ),
  { maxLength: 3 },
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ save: name, text }) },
  { weight: 2, arbitrary: fc.record({ remove: name }) },
  { weight: 1, arbitrary: fc.record({ rename: name, to: name }) },
  { weight: 1, arbitrary: fc.record({ removeFolder: fc.constantFrom('m', 'm/n') }) },
  { weight: 1, arbitrary: fc.record({ branch: files }) },
  {
    weight: 2,
    arbitrary: fc.record({ configure: fc.constantFrom(...CONFIGURATIONS), yaml: fc.option(configuration) }),
  },
  { weight: 3, arbitrary: fc.record({ open: name, text }) },
  { weight: 3, arbitrary: fc.record({ edit: name, text }) },
  {
    weight: 1,
    arbitrary: fc.record({ openConfiguration: fc.constantFrom(...CONFIGURATIONS), yaml: configuration }),
  },
  { weight: 2, arbitrary: fc.record({ close: fc.constantFrom(...NAMES, ...CONFIGURATIONS) }) },
  { weight: 2, arbitrary: fc.record({ folder: fc.constantFrom('', 'm', 'm/n') }) },
  { weight: 1, arbitrary: fc.record({ reading: fc.constantFrom('stop', 'resume') }) },
  { weight: 1, arbitrary: fc.record({ pause: fc.integer({ min: 0, max: 25 }) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.constantFrom(1, 2, 9, 40) }) },
  { weight: 3, arbitrary: fc.record({ restart: fc.constantFrom('asked', 'killed'), meanwhile: files }) },
  { weight: 2, arbitrary: fc.constant('wait' as const) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const disk = fc.tuple(...NAMES.map(() => text));
/** How long answers of the disk and of other threads take, one after another, in milliseconds; at once where it is negative. */
const delays = fc.array(fc.constantFrom(-1, -1, 0, 3, 15), { minLength: 3, maxLength: 9 });

describe('A server through whatever happens', () => {
  it('shows what one shows that has just been started', async () => {
    await fc.assert(
      fc.asyncProperty(
        disk,
        fc.array(step, { minLength: 1, maxLength: 16 }),
        delays,
        async (texts, steps, late) => {
          const world = new World(texts, late);
          await world.begin();
          for (const one of steps) await world.take(one);
          const shown = await world.shown();
          await world.end();
          world.forgetCache();
          await world.begin();
          assert.deepEqual(shown, await world.shown());
          await world.end();
        },
      ),
      RUNS,
    );
  }).timeout(0);
});

/** A disk, an editor and a calendar, and the server that they see. */
class World {
  readonly #files = new MemoryFiles();
  readonly #open = new Map<string, string>();
  #now = Date.parse('2026-11-27T12:00:00Z');
  #cache = new MemoryCache();
  #client!: TestClient;
  /** The workspace folders, which may lie in one another. */
  readonly #folders = new Set([ROOT]);
  readonly #delays: readonly number[];
  #answers = 0;

  constructor(texts: readonly string[], late: readonly number[]) {
    for (const [n, is] of texts.entries()) this.#files.texts.set(uriOf(NAMES[n]!), is);
    this.#delays = late;
    this.#files.late = async () => {
      const wait = this.#delay();
      if (wait >= 0) await setTimeout(wait);
    };
  }

  #delay(): number {
    return this.#delays[this.#answers++ % this.#delays.length]!;
  }

  /** As other threads: where they have time. */
  readonly #finder: Finder = {
    find: (uri, is, context) => {
      const wait = this.#delay();
      return wait < 0 ? undefined : setTimeout(wait).then(() => findingIn(context)(uri, is));
    },
    rest: () => undefined,
  };

  async begin(): Promise<void> {
    this.#client = await serverInside(this.#files, {
      cache: this.#cache,
      finder: this.#finder,
      now: () => this.#now,
      start: { folders: [...this.#folders] },
    });
    for (const [uri, is] of this.#open) await this.#client.open(uri, is);
  }

  async end(): Promise<void> {
    await this.#client.idle();
    this.#client.connection.dispose();
    assert.deepEqual(this.#client.errors, []);
  }

  forgetCache(): void {
    this.#cache = new MemoryCache();
  }

  async take(one: Step): Promise<void> {
    const client = this.#client;
    if (one === 'wait') await client.idle();
    else if ('save' in one) await this.#write({ [one.save]: one.text });
    else if ('remove' in one) await this.#write({ [one.remove]: undefined });
    else if ('rename' in one)
      await this.#write({ [one.rename]: undefined, [one.to]: this.#files.texts.get(uriOf(one.rename)) });
    else if ('removeFolder' in one) await this.#removeFolder(uriOf(one.removeFolder));
    else if ('branch' in one) await this.#write(Object.fromEntries(one.branch));
    else if ('configure' in one) await this.#write({ [one.configure]: one.yaml ?? undefined });
    else if ('open' in one) {
      if (this.#open.has(uriOf(one.open))) return;
      this.#open.set(uriOf(one.open), one.text);
      await client.open(uriOf(one.open), one.text);
    } else if ('edit' in one) {
      if (!this.#open.has(uriOf(one.edit))) return;
      this.#open.set(uriOf(one.edit), one.text);
      await client.edit(uriOf(one.edit), one.text);
    } else if ('openConfiguration' in one) {
      const uri = uriOf(one.openConfiguration);
      // Only what is there is opened.
      if (this.#open.has(uri) || !this.#files.texts.has(uri)) return;
      this.#open.set(uri, one.yaml);
      await client.open(uri, one.yaml);
    } else if ('close' in one) {
      if (this.#open.delete(uriOf(one.close))) await client.close(uriOf(one.close));
    } else if ('folder' in one) await this.#toggle(one.folder === '' ? ROOT : uriOf(one.folder));
    else if ('reading' in one) await client.connection.sendNotification(`parley/reading/${one.reading}`);
    else if ('pause' in one) await setTimeout(one.pause);
    else if ('days' in one) {
      this.#now += one.days * 86_400_000;
      await client.connection.sendNotification('parley/wake');
    } else {
      if (one.restart === 'asked') await client.idle();
      client.connection.dispose();
      for (const [path, is] of one.meanwhile) this.#put(uriOf(path), is);
      await this.begin();
    }
  }

  /** Writes files, and tells of them as a watcher does. */
  async #write(files: Readonly<Record<string, string | undefined>>): Promise<void> {
    const events: Record<string, 'created' | 'changed' | 'deleted'> = {};
    for (const [path, is] of Object.entries(files)) {
      const uri = uriOf(path);
      const known = this.#files.texts.has(uri);
      this.#put(uri, is);
      if (is !== undefined || known)
        events[uri] = is === undefined ? 'deleted' : known ? 'changed' : 'created';
    }
    await this.#client.watched(events);
  }

  #put(uri: string, is: string | undefined): void {
    if (is === undefined) this.#files.texts.delete(uri);
    else this.#files.texts.set(uri, is);
  }

  async #toggle(uri: string): Promise<void> {
    const known = this.#folders.delete(uri);
    if (!known) this.#folders.add(uri);
    const folders = [{ uri, name: uri }];
    await this.#client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: known ? [] : folders, removed: known ? folders : [] },
    });
  }

  /** A folder that goes is one event. */
  async #removeFolder(folder: string): Promise<void> {
    for (const uri of this.#files.texts.keys())
      if (uri.startsWith(`${folder}/`)) this.#files.texts.delete(uri);
    await this.#client.watched({ [folder]: 'deleted' });
  }

  /** Everything that somebody could see. */
  async shown(): Promise<unknown> {
    const client = this.#client;
    await client.idle();
    await client.connection.sendNotification('parley/reading/resume');
    await client.idle();
    const query = { groupBy: 'owner' as const, settled: true };
    const groups = await client.ask<ChildrenAnswer>('parley/tree/children', { query });
    const members = await Promise.all(
      groups.rows.map(({ id }) => client.ask<ChildrenAnswer>('parley/tree/children', { query, parent: id })),
    );
    return {
      summary: await client.ask<Summary>('parley/summary', null),
      groups: groups.rows.map((row) => ({ ...(row as GroupRow) })),
      rows: members.map(({ rows }) => rows.map((row) => ({ ...(row as CommitmentRow) }))),
      agreements: await client.ask('parley/agreements/children', {}),
      findings: [...client.findings]
        .filter(([, found]) => found.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }
}
