import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { CLI, inFolder, parley, ROOT } from './run.ts';

/** The samples, by name. */
const SAMPLES = readdirSync(join(ROOT, 'examples'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, join(ROOT, 'examples', name)] as const);

describe('parley, called wrongly', () => {
  const mistakes: readonly [string, readonly string[], RegExp][] = [
    ['an unknown flag', ['check', '--formt', 'json'], /unknown option '--formt'; did you mean --format\?/],
    ['an unknown command', ['chek'], /unknown command 'chek'; did you mean check\?/],
    ['a path that does not exist', ['check', 'nowhere'], /nowhere does not exist\./],
    ['a path through a file', ['list', 'package.json/x.md'], /does not exist\./],
    [
      'an unknown format',
      ['check', '--format', 'xml'],
      /'xml' is invalid\. Allowed choices are text, json, sarif, github\./,
    ],
    [
      'an unknown severity',
      ['check', '--fail-on', 'hint'],
      /Allowed choices are error, warning, information\./,
    ],
    ['an unknown state', ['list', '--state', 'overdue,late'], /Allowed choices are cancelled, done, overdue/],
    ['an unknown grouping', ['list', '--group-by', 'day'], /owner, due, agreement, party, state\./],
    [
      'an unknown owner',
      ['list', 'examples', '--owner', 'judt'],
      /Did you mean judit\? There are amina, aoife, bas,/,
    ],
    ['an unknown party', ['list', 'examples', '--party', 'judit'], /There are brackenfold, green-hill,/],
    [
      'a day that does not exist',
      ['check', '--today', '2026-02-30'],
      /a day of the calendar as YYYY-MM-DD\./,
    ],
    ['words for a day', ['list', '--due-before', 'tomorrow'], /a day of the calendar as YYYY-MM-DD\./],
    ['a value that is missing', ['list', '--owner'], /argument missing/],
    ['a format that cannot be said again', ['list', '--watch', '--format', 'csv'], /--format text or json\./],
    ['fixing while watching', ['check', '--watch', '--fix'], /'--fix' cannot be used with option '--watch'/],
    ['an unknown shell', ['completion', 'csh'], /Allowed choices are bash, zsh, fish\./],
    ['an empty value', ['list', '--owner', 'tom,'], /Expected values parted by commas\./],
  ];
  for (const [name, args, expected] of mistakes) {
    it(`says one sentence about ${name} and exits with 2`, async () => {
      const { code, out, err } = await parley(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^parley: [^\n]+\n$/);
      assert.match(err, expected);
    });
  }

  it('prints its help on stderr where nothing was asked', async () => {
    const { code, out, err } = await parley([]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Usage: parley/);
  });
});

describe('parley, asked about itself', () => {
  it('prints its version', async () => {
    assert.deepEqual(await parley(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  for (const command of ['check', 'list', 'explain', 'new', 'completion']) {
    it(`explains ${command}: what it is told, how it ends and examples`, async () => {
      const { code, out, err } = await parley([command, '--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, new RegExp(`^Usage: parley ${command} `));
      for (const heading of ['Help', 'Exit codes', 'Examples'])
        assert.match(out, new RegExp(`^${heading}:$`, 'm'));
      for (const line of out.split('\n')) assert.ok(line.length <= 100 || /^ {2}parley /.test(line), line);
    });

    if (process.platform !== 'win32')
      it(`shows examples of ${command} that can be run`, async () => {
        const { out } = await parley([command, '--help']);
        const examples = [...out.matchAll(/^ {2}(parley .*)$/gm)].map(([, line]) => line!);
        assert.ok(examples.length > 0);
        const files = Object.fromEntries([...SAMPLES].map(([name, path]) => [name, readFileSync(path)]));
        // What is watched has no end; it is tried by itself.
        for (const example of examples.filter((line) => !line.includes('--watch')))
          await inFolder({ ...files, '.config/fish/completions/x': '' }, async (cwd) => {
            const parleyHere = `parley() { "${process.execPath}" "${CLI}" "$@"; }`;
            const ended = spawnSync('bash', ['-c', `${parleyHere}\n${example}`], {
              cwd,
              encoding: 'utf8',
              env: { ...process.env, HOME: cwd, TZ: 'UTC' },
            });
            assert.ok(ended.status === 0 || ended.status === 1, `${example}: ${ended.stderr}`);
          });
      });
  }

  it('colours its help only where that is wished', async () => {
    assert.ok(!(await parley(['--help'])).out.includes('\u001b'));
    assert.ok((await parley(['--help'], { env: { FORCE_COLOR: '1' } })).out.includes('\u001b[1mHelp:'));
    const none = { FORCE_COLOR: '0', NO_COLOR: '1' };
    assert.ok(!(await parley(['list', '--help'], { env: none })).out.includes('\u001b'));
  });
});
