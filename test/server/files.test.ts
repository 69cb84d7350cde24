import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { excluder } from '../../src/core/portfolio/exclude.ts';
import { decode } from '../../src/core/text/decode.ts';
import { canonicalUri, pathBelow } from '../../src/core/text/uri.ts';
import { pathOfUri, uriOfPath } from '../../src/node/uri.ts';
import { nodeWorkspace } from '../../src/node/workspace.ts';
import { folderUri } from '../../src/server/client.ts';
import { clientWorkspace } from '../../src/server/files.ts';
import { agreement, TestFolder } from './client.ts';

describe('the files of a folder', () => {
  let folder: TestFolder;
  afterEach(() => folder.remove());

  const listed = async (leavesOut?: (path: string) => boolean) =>
    (await nodeWorkspace.list(folder.uri, leavesOut)).uris.map((uri) => pathBelow(folder.uri, uri)).sort();
  const read = async (name: string) => (await nodeWorkspace.readMany([folder.of(name)]))[0];

  it('are Markdown in any case and configurations, but not what is hidden or somebody else’s', async () => {
    folder = await TestFolder.with({
      'a.md': '',
      'B.MARKDOWN': '',
      'c.txt': '',
      '.parley.yaml': '',
      'in/é 😀 #1%.md': '',
      '.git/d.md': '',
      'node_modules/x/e.md': '',
    });
    assert.deepEqual(await listed(), ['.parley.yaml', 'B.MARKDOWN', 'a.md', 'in/é 😀 #1%.md']);
    assert.deepEqual(await listed((path) => path === 'in'), ['.parley.yaml', 'B.MARKDOWN', 'a.md']);
  });

  it('are not those that git ignores, by the .gitignore of any folder up to the repository’s', async () => {
    folder = await TestFolder.with({
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.tmp.md\n',
      'sub/.gitignore': '!keep.tmp.md\nown.md\n',
      'sub/keep.tmp.md': '',
      'sub/own.md': '',
      'sub/deep/x.tmp.md': '',
      'sub/deep/own.md': '',
      'out/a.md': '',
      'own.md': '',
    });
    assert.deepEqual(await listed(), ['own.md', 'sub/keep.tmp.md']);
    assert.deepEqual((await nodeWorkspace.list(folder.of('sub'))).uris, [folder.of('sub/keep.tmp.md')]);
  });

  it('are found in spite of links that lead in circles', async () => {
    folder = await TestFolder.with({ 'a/b.md': '' });
    await symlink(folder.path, join(folder.path, 'a/loop'), 'junction');
    assert.deepEqual(await listed(), ['a/b.md']);
  });

  it('are read in full only where they can be agreements', async () => {
    const long = `---\n${'x: y\n'.repeat(2000)}agreement: Long\n---\n`;
    folder = await TestFolder.with({
      'note.md': '# Note',
      'empty.md': '',
      'other.md': '---\ntitle: x\n---\n',
      'long.md': long,
      'dash.md': '---',
      '.parley.yaml': 'we: us',
    });
    assert.deepEqual(await read('note.md'), { skipped: 'no-agreement' });
    assert.deepEqual(await read('empty.md'), { skipped: 'no-agreement' });
    assert.deepEqual(await read('other.md'), { skipped: 'no-agreement' });
    assert.deepEqual(await read('long.md'), { text: long });
    assert.deepEqual(await read('dash.md'), { text: '---' });
    assert.deepEqual(await read('.parley.yaml'), { text: 'we: us' });
  });

  it('are decoded by what they are', async () => {
    const text = '---\nagreement: Zoë\n---\n';
    folder = await TestFolder.with({
      'bom.md': `\ufeff${text}`,
      'le.md': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'be.md': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'bare.md': Buffer.from(text, 'utf16le'),
      'latin.md': Buffer.from(text, 'latin1'),
    });
    for (const name of ['bom.md', 'le.md', 'be.md', 'bare.md'])
      assert.deepEqual(await read(name), { text }, name);
    assert.deepEqual(await read('latin.md'), { text: text.replace('ë', '\ufffd'), damaged: true });
  });

  it('are there or not, unless git ignores them or nobody can tell', async () => {
    folder = await TestFolder.with({
      '.git/HEAD': '',
      '.gitignore': 'private/\n*.secret.pdf\n',
      'a.pdf': '',
      'in/b.pdf': '',
    });
    const exist = (...names: string[]) => nodeWorkspace.exist(names.map((name) => folder.of(name)));
    assert.deepEqual(await exist('a.pdf', 'in', 'in/b.pdf'), [true, true, true]);
    assert.deepEqual(await exist('b.pdf', 'in/a.pdf', 'out/a.pdf', 'a.pdf/x'), [false, false, false, false]);
    assert.deepEqual(await exist('private/a.pdf', 'in/x.secret.pdf'), [undefined, undefined]);
    assert.deepEqual(await nodeWorkspace.exist(['memfs:/a.pdf']), [undefined]);
    if (process.platform === 'win32') return;
    await symlink('/nowhere/a.pdf', join(folder.path, 'annexed.pdf'));
    assert.deepEqual(await exist('annexed.pdf', 'x'.repeat(5000)), [true, undefined]);
  });

  it('may be gone, no files or too large when they are read', async () => {
    folder = await TestFolder.with({ 'huge.md': `---\nagreement: x\n---\n${'x'.repeat(8 * 1024 * 1024)}` });
    await mkdir(join(folder.path, 'dir.md'));
    assert.deepEqual(await read('huge.md'), { skipped: 'too-large' });
    assert.deepEqual(await read('gone.md'), { skipped: 'gone' });
    assert.deepEqual(await read('dir.md'), { skipped: 'gone' });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    assert.deepEqual(await read('pipe.md'), { skipped: 'gone' });
    assert.deepEqual(await listed(), ['huge.md']);
  });
});

describe('URIs', () => {
  it('have one spelling, whoever wrote them', () => {
    for (const [spelled, canonical] of [
      ['file:///C:/a%20b/c.md', 'file:///c%3A/a%20b/c.md'],
      ['file:///c%3a/a b/c.md', 'file:///c%3A/a%20b/c.md'],
      ['FILE:///home/x(1)!.md', 'file:///home/x%281%29%21.md'],
      ['file://Server/share/a.md', 'file://server/share/a.md'],
      ['untitled:Untitled-1', 'untitled:Untitled-1'],
      ['git:/a.md?%7B%22ref%22%3A%22~%22%7D', 'git:/a.md?%7B%22ref%22%3A%22~%22%7D'],
      ['file:///bad%FF.md', 'file:///bad%FF.md'],
      ['no uri', 'no uri'],
    ] as const) {
      assert.equal(canonicalUri(spelled), canonical);
      assert.equal(canonicalUri(canonical), canonical);
    }
  });

  it('stand for paths on either kind of system', () => {
    assert.equal(uriOfPath('/home/a b/ü#?.md', false), 'file:///home/a%20b/%C3%BC%23%3F.md');
    assert.equal(pathOfUri('file:///home/a%20b/%C3%BC%23%3F.md', false), '/home/a b/ü#?.md');
    assert.equal(uriOfPath('C:\\a b\\c.md', true), 'file:///c%3A/a%20b/c.md');
    assert.equal(pathOfUri('file:///c%3A/a%20b/c.md', true), 'c:\\a b\\c.md');
    assert.equal(uriOfPath('\\\\server\\share\\c.md', true), 'file://server/share/c.md');
    assert.equal(pathOfUri('file://server/share/c.md', true), '\\\\server\\share\\c.md');
    assert.equal(pathOfUri('vscode-vfs://github/a.md'), undefined);
  });

  it('stand for the root of a drive, and not for the folder that somebody works in there', () => {
    assert.equal(pathOfUri(folderUri('file:///C:/'), true), 'c:\\');
  });

  it('that the client reads are damaged where those of this machine are', async () => {
    const text = agreement('2026-11-20');
    const connection = {
      sendRequest: async () => [
        decode(Buffer.from(`${text}\u00e9\n`, 'latin1')),
        decode(Buffer.from(text)),
        null,
      ],
    };
    const workspace = clientWorkspace(connection as unknown as Parameters<typeof clientWorkspace>[0]);
    assert.deepEqual(await workspace.readMany(['memfs:/a.md', 'memfs:/b.md', 'memfs:/c.md']), [
      { text: `${text}\uFFFD\n`, damaged: true },
      { text },
      { skipped: 'gone' },
    ]);
  });

  it('stand for paths as the system reads them, however they are written', () => {
    const part = fc.constantFrom('a', 'B-1', 'c_d.md', '.', '..', '...', '.git', '', '~', 'ü', 'a b', '%41');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = `/${parts.join('/')}`;
        assert.equal(uriOfPath(path, false), canonicalUri(pathToFileURL(path, { windows: false }).href));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('exclude globs', () => {
  const excludes = (glob: string, path: string) => excluder([glob])(path);

  it('leave out files, and folders with all that is below them', () => {
    for (const glob of ['archive', 'archive/', 'archive/**', './archive', '/archive', '**/archive'])
      assert.ok(excludes(glob, 'archive/deep/a.md'), glob);
    assert.ok(excludes('**/*.draft.md', 'x/.y/a.draft.md'));
    assert.ok(excludes('templates/*.md', 'templates/a.md'));
    assert.ok(!excludes('archive', 'archives/a.md'));
    assert.ok(!excludes('*.md', 'x/a.md'));
  });

  it('may be anything that people write', () => {
    for (const glob of ['', '/', '!', '!a.md', '[', '{', '***', 'x'.repeat(70_000)]) {
      assert.equal(typeof excludes(glob, 'a.md'), 'boolean');
    }
    assert.ok(!excludes('!a.md', 'b.md'));
  });
});
