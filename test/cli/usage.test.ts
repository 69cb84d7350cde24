import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { parley } from './run.ts';

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

  for (const command of ['check', 'list', 'explain', 'new']) {
    it(`explains ${command} with examples`, async () => {
      const { code, out, err } = await parley([command, '--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: parley/);
      assert.match(out, new RegExp(`Examples:\\n  parley ${command} `));
    });
  }
});
