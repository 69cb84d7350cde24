import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay } from '../../src/core/calendar/day.ts';
import { dayInZone } from '../../src/core/calendar/zone.ts';
import type { CheckJson, ListJson } from '../../src/core/report/json.ts';
import { agreement, CLI, inFolder, parley, parleyJson, ROOT } from './run.ts';

const TODAY = ['--today', '2026-11-27'];
const ESCAPE = '\u001b[';
const ZONES = [
  'Etc/GMT+12',
  'America/Los_Angeles',
  'America/Santiago',
  'UTC',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
];

describe('the clock and the zone', () => {
  for (const zone of ZONES) {
    it(`takes today from ${zone} where the machine is set to it and nothing else is said`, () =>
      inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
        const before = formatDay(dayInZone(Date.now(), zone));
        const { today, timezone } = await parleyJson<CheckJson>(['check'], { cwd, env: { TZ: zone } });
        assert.equal(timezone, zone);
        assert.ok([before, formatDay(dayInZone(Date.now(), zone))].includes(today));
      }));

    it(`says the same of the samples in ${zone}, where --today is given`, async () => {
      const args = ['check', 'examples', ...TODAY];
      const here = await parleyJson<CheckJson>(args, { env: { TZ: zone } });
      assert.equal(here.timezone, 'Europe/Dublin', 'the configured zone wins over the machine’s');
      assert.deepEqual(here, await parleyJson<CheckJson>(args));
    });
  }

  it('names the zone of an agreement that differs from the others', () =>
    inFolder(
      {
        'far.md': agreement('Far', '2026-11-24', 'timezone: Pacific/Kiritimati\n'),
        'near.md': agreement('Near', '2026-11-24'),
      },
      async (cwd) => {
        const env = { TZ: 'Europe/Madrid' };
        const { timezone, commitments } = await parleyJson<ListJson>(['list', ...TODAY], { cwd, env });
        assert.equal(timezone, 'Europe/Madrid');
        const zones = Object.fromEntries(commitments.map((one) => [one.file, [one.timezone, one.today]]));
        assert.deepEqual(zones, {
          'far.md': ['Pacific/Kiritimati', '2026-11-27'],
          'near.md': [undefined, undefined],
        });
        const { findings } = await parleyJson<CheckJson>(['check', 'far.md', ...TODAY], { cwd, env });
        assert.equal(findings[0]!.timezone, undefined, 'one zone for all stands at the top');
      },
    ));
});

describe('terminals and pipes', () => {
  it('uses no colours and cuts nothing without a terminal', () =>
    inFolder(
      { 'a.md': agreement('Keys', '2026-11-24').replace('handed over', 'x'.repeat(300)) },
      async (cwd) => {
        for (const command of ['check', 'list']) {
          const { out } = await parley([command, ...TODAY], { cwd });
          assert.ok(!out.includes(ESCAPE));
          if (command === 'list') assert.ok(out.includes('x'.repeat(300)));
        }
      },
    ));

  const colours: readonly [string, readonly string[], Record<string, string>, boolean][] = [
    ['--color', ['--color'], {}, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['--color over NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['--no-color over FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ];
  for (const [name, args, env, coloured] of colours) {
    it(`is ${coloured ? '' : 'not '}coloured by ${name}`, async () => {
      const { out } = await parley(['check', 'examples', ...args, ...TODAY], { env });
      assert.equal(out.includes(ESCAPE), coloured);
    });
  }

  it('says the same with colours as without', async () => {
    for (const command of ['check', 'list']) {
      const plain = await parley([command, 'examples', ...TODAY]);
      const coloured = await parley([command, 'examples', '--color', ...TODAY]);
      assert.equal(coloured.out.replace(/\u001b\[\d+m/g, ''), plain.out);
    }
  });

  /** Agreements whose report is far larger than the buffer of any pipe. */
  const large = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `${at}.md`,
      agreement('Keys', '2026-11-24').replace('handed over', 'y'.repeat(60_000)),
    ]),
  );

  for (const format of ['text', 'json', 'csv'])
    it(`keeps silent when its reader of ${format} has seen enough`, () =>
      inFolder(large, async (cwd) => {
        const args = ['list', '--format', format, ...TODAY];
        const { code, err, out } = await parley(args, { cwd, hangUp: true });
        assert.deepEqual([code, err], [0, '']);
        assert.ok(out.length < 2_000_000);
      }));

  it('writes megabytes into a pipe completely, however slowly they are read', () =>
    inFolder(large, async (cwd) => {
      for (const slow of [false, true]) {
        const { out } = await parley(['list', '--format', 'json', ...TODAY], { cwd, slow });
        const { commitments } = JSON.parse(out) as ListJson;
        assert.equal(commitments.length, 40);
        assert.ok(commitments.every(({ title }) => title.length > 60_000));
      }
    }));

  if (existsSync('/dev/full'))
    for (const command of ['check', 'list', 'explain', 'new'])
      it(`says that the disk is full under ${command}, and exits with 2`, () => {
        const full = openSync('/dev/full', 'w');
        const { status, stderr } = spawnSync(
          process.execPath,
          [CLI, command, ...(command === 'explain' ? [] : TODAY)],
          {
            cwd: join(ROOT, 'examples'),
            encoding: 'utf8',
            stdio: ['ignore', full, 'pipe'],
          },
        );
        closeSync(full);
        assert.equal(status, 2);
        assert.match(stderr, /parley: the result could not be written: the disk is full\.\n$/);
      });
});
