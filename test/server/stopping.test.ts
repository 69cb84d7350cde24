import assert from 'node:assert/strict';
import { MAX_READ } from '../../src/core/portfolio/workspace.ts';
import type { ChildrenAnswer, Summary } from '../../src/server/protocol.ts';
import { agreement, type TestClient } from './client.ts';
import { endedInside, MemoryFiles, serverInside, uriOf } from './inside.ts';

const MANY = 5 * MAX_READ;

describe('Reading', () => {
  let files: MemoryFiles;
  let client: TestClient;

  beforeEach(async () => {
    files = new MemoryFiles();
    for (let n = 0; n < MANY; n++) files.texts.set(name(n), agreement('2026-11-20', `Supply ${n}`));
    let batches = 0;
    // The configuration is the first, so that one batch has been read and another one is.
    files.before = async () => {
      if (++batches !== 3) return;
      await tell('stop');
    };
    client = await serverInside(files);
    await client.idle();
  });
  afterEach(() => endedInside(client));

  const name = (n: number) => uriOf(`a/${n}.md`);
  const summary = () => client.ask<Summary>('parley/summary', null);
  /** Stops it or goes on with it, and waits until the server has heard. */
  const tell = async (what: 'stop' | 'resume') => {
    await client.connection.sendNotification(`parley/reading/${what}`);
    await summary();
  };
  const LEFT = { incomplete: true, reading: false, unread: MANY - 2 * MAX_READ };
  const state = async () => {
    const { agreements, incomplete, reading, unread } = await summary();
    return [agreements, { incomplete, reading, unread }] as const;
  };

  it('can be stopped: what has been read stays, and is marked as not all', async () => {
    assert.deepEqual(await state(), [2 * MAX_READ, LEFT]);
    const { incomplete } = await client.ask<ChildrenAnswer>('parley/tree/children', {
      query: { groupBy: 'owner' },
    });
    assert.equal(incomplete, true);
  });

  it('goes on with what was left, and reads nothing twice', async () => {
    await tell('resume');
    await client.idle();
    assert.deepEqual(await state(), [MANY, { incomplete: false, reading: false, unread: 0 }]);
    assert.ok([...files.reads.values()].every((times) => times === 1));
  });

  it('can be stopped again', async () => {
    let batches = 0;
    files.before = async () => {
      if (++batches === 1) await tell('stop');
    };
    await tell('resume');
    await client.idle();
    assert.deepEqual(await state(), [3 * MAX_READ, { ...LEFT, unread: MANY - 3 * MAX_READ }]);
  });

  it('goes on where somebody said so before it had stopped', async () => {
    let batches = 0;
    files.before = async () => {
      if (++batches !== 1) return;
      await tell('stop');
      await tell('resume');
    };
    await tell('resume');
    await client.idle();
    assert.deepEqual(await state(), [MANY, { incomplete: false, reading: false, unread: 0 }]);
  });

  it('has all when what was left was saved file by file', async () => {
    for (let n = 2 * MAX_READ; n < MANY; n++) await client.watched({ [name(n)]: 'changed' });
    await client.idle();
    assert.deepEqual(await state(), [MANY, { incomplete: false, reading: false, unread: 0 }]);
  });

  it('still follows what is saved meanwhile', async () => {
    files.texts.set(name(0), agreement('2026-12-24', 'Supply 0'));
    await client.watched({ [name(0)]: 'changed' });
    await client.idle();
    assert.deepEqual(await state(), [2 * MAX_READ, LEFT]);
    assert.equal((await summary()).overdue, 2 * MAX_READ - 1);
  });

  it('forgets what was left where that went', async () => {
    for (let n = 2 * MAX_READ; n < MANY; n++) files.texts.delete(name(n));
    await client.watched({ [uriOf('a')]: 'deleted' });
    await client.idle();
    assert.deepEqual(await state(), [2 * MAX_READ, { incomplete: false, reading: false, unread: 0 }]);
  });

  it('begins anew where everything has to be read', async () => {
    files.texts.set(uriOf('.parley.yaml'), 'timezone: Europe/Lisbon\n');
    await client.watched({ [uriOf('.parley.yaml')]: 'created' });
    await client.idle();
    const changed = Object.fromEntries([...files.texts.keys()].map((uri) => [uri, 'changed' as const]));
    await client.watched(changed);
    await client.idle();
    assert.deepEqual(await state(), [MANY, { incomplete: false, reading: false, unread: 0 }]);
  });

  it('says of no notes that they have no agreement, which may be among what was left', async () => {
    await tell('resume');
    await client.idle();
    const [notes, old] = [uriOf('notes.md'), uriOf('old.md')];
    files.texts.set(old, '---\nnotes-for: late\n---\n');
    await client.watched({ [old]: 'created' });
    await client.idle();
    assert.deepEqual(client.checks(old), ['notes-without-agreement']);
    files.texts.set(notes, '---\nnotes-for: late\n---\n');
    for (let n = 0; n < MANY; n++) files.texts.set(name(n), agreement('2026-11-21', `Supply ${n}`));
    files.texts.set(
      uriOf('a/late.md'),
      agreement('2026-12-20').replace('agreement:', 'id: late\nagreement:'),
    );
    let batches = 0;
    files.before = async () => {
      if (++batches === 2) await tell('stop');
    };
    const changed = Object.fromEntries([...files.texts.keys()].map((uri) => [uri, 'changed' as const]));
    await client.watched(changed);
    await client.idle();
    assert.ok((await summary()).unread > 0);
    assert.deepEqual([client.checks(notes), client.checks(old)], [[], []]);
    await tell('resume');
    await client.idle();
    assert.deepEqual(
      [client.checks(notes), client.checks(old), (await summary()).incomplete],
      [[], [], false],
    );
  });

  it('of many files says of notes that they have no agreement when all are read, and not before', async () => {
    await tell('resume');
    await client.idle();
    const [late, lost] = [uriOf('late-notes.md'), uriOf('lost-notes.md')];
    const others = [...files.texts];
    files.texts.clear();
    files.texts.set(late, '---\nnotes-for: late\n---\n').set(lost, '---\nnotes-for: lost\n---\n');
    for (const [uri, text] of others) files.texts.set(uri, text);
    files.texts.set(uriOf('late.md'), agreement('2026-12-20').replace('agreement:', 'id: late\nagreement:'));
    files.before = () => new Promise((resolve) => setTimeout(resolve, 50));
    await client.watched(Object.fromEntries([...files.texts.keys()].map((uri) => [uri, 'changed' as const])));
    await client.idle();
    assert.deepEqual([client.checks(late), client.checks(lost)], [[], ['notes-without-agreement']]);
    const said = client.published.filter(({ uri, diagnostics }) => uri === late && diagnostics.length > 0);
    assert.deepEqual(said, []);
    // Where no agreement comes or goes, nothing else looks at them again.
    const another = uriOf('0-notes.md');
    files.texts.clear();
    files.texts.set(another, '---\nnotes-for: new\n---\n');
    for (const [uri, text] of others) files.texts.set(uri, text);
    await client.watched(Object.fromEntries([...files.texts.keys()].map((uri) => [uri, 'changed' as const])));
    await client.idle();
    assert.deepEqual(client.checks(another), ['notes-without-agreement']);
  });

  it('is not all where there are too many files, and nothing grows by itself', async () => {
    await tell('resume');
    files.more = true;
    files.texts.set(uriOf('notes.md'), '---\nnotes-for: beyond\n---\n');
    await client.watched({ [uriOf('notes.md')]: 'created' });
    await client.idle();
    const { incomplete, growing, more } = await summary();
    assert.deepEqual({ incomplete, growing, more }, { incomplete: true, growing: false, more: true });
    // Their agreement may be among the others.
    assert.deepEqual(client.checks(uriOf('notes.md')), []);
    files.more = false;
    await client.watched({ [uriOf('b.md')]: 'deleted', [uriOf('a')]: 'created' });
    await client.idle();
    assert.equal((await summary()).incomplete, false);
    assert.deepEqual(client.checks(uriOf('notes.md')), ['notes-without-agreement']);
  });

  it('has nothing to stop when all is read', async () => {
    await tell('resume');
    await client.idle();
    await tell('stop');
    files.texts.set(name(1), agreement('2026-12-24', 'Supply 1'));
    await client.watched({ [name(1)]: 'changed' });
    await client.idle();
    assert.deepEqual(await state(), [MANY, { incomplete: false, reading: false, unread: 0 }]);
  });
});
