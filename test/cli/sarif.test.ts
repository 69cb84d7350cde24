import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { checks } from '../../src/core/checks/registry.ts';
import { agreement, inFolder, parley } from './run.ts';

const TODAY = ['--today', '2026-11-27'];

/** A result of a log, as far as the tests look at it. */
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly unknown[];
}

interface Run {
  readonly columnKind: string;
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly results: readonly Result[];
}

// The schema is written in draft 4, of whose own words it uses only `id`; one pattern of it is lax.
const { id: _id, $schema: _draft, ...rules } = schema;
const LAX = { strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true };
const validate = new Ajv(LAX).compile(rules);

/** The one run of the log, which must be valid. */
async function logged(args: readonly string[], cwd?: string): Promise<Run> {
  const { out, code } = await parley(['check', '--format', 'sarif', ...TODAY, ...args], cwd ? { cwd } : {});
  assert.ok(code === 0 || code === 1);
  const log = JSON.parse(out) as { readonly runs: readonly [Run] };
  assert.ok(validate(log), JSON.stringify(validate.errors));
  return log.runs[0];
}

const fingerprints = ({ results }: Run) =>
  results.map(({ partialFingerprints }) => partialFingerprints['parleyFinding/v1']);

describe('parley check --format sarif', () => {
  it('is a valid log whose rules are the checks', async () => {
    const { tool, results, columnKind, invocations } = await logged(['examples']);
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(invocations[0]?.executionSuccessful, true);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      checks.map(({ id }) => id),
    );
    assert.ok(results.length > 5);
    for (const { ruleId, ruleIndex, suppressions } of results) {
      assert.equal(checks[ruleIndex]?.id, ruleId);
      assert.deepEqual(suppressions, []);
    }
    assert.equal(new Set(results.map(({ level }) => level)).size, 3);
    assert.equal(validate({ version: '2.1.0', runs: [{}] }), false, 'the schema can say no');
  });

  it('calls files by relative URIs, and those elsewhere by whole ones', () =>
    inFolder(
      { 'in/100% 契約.md': agreement('Keys', '2026-11-24'), 'out.md': agreement('Out', '2026-11-24') },
      async (cwd) => {
        const { results } = await logged(['.', '../out.md'], `${cwd}/in`);
        const [here, there] = results
          .map(({ locations }) => locations[0]!.physicalLocation)
          .sort((a) => (a.artifactLocation.uriBaseId ? -1 : 1));
        assert.deepEqual(here, {
          artifactLocation: { uri: '100%25%20%E5%A5%91%E7%B4%84.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 9, startColumn: 10, endLine: 9, endColumn: 20 },
        });
        assert.match(there!.artifactLocation.uri, /^file:\/\/\/.*\/out\.md$/);
        assert.equal(there!.artifactLocation.uriBaseId, undefined);
      },
    ));

  it('gives findings fingerprints that neither moved lines nor another day change', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (one) => {
      const [before] = fingerprints(await logged([], one));
      assert.match(before!, /^[0-9a-f]{16}:1$/);
      assert.deepEqual(fingerprints(await logged(['--today', '2026-12-09'], one)), [before]);
      await inFolder({ 'a.md': agreement('Keys', '2026-11-24', 'kind: lease\n') }, async (two) =>
        assert.deepEqual(fingerprints(await logged([], two)), [before]),
      );
    }));

  it('gives each finding of a file a fingerprint of its own', async () => {
    const { results } = await logged(['examples']);
    const keys = results.map(
      ({ locations, partialFingerprints }) =>
        `${locations[0]!.physicalLocation.artifactLocation.uri} ${partialFingerprints['parleyFinding/v1']}`,
    );
    assert.equal(new Set(keys).size, keys.length);
  });
});

describe('parley check --format github', () => {
  it('writes one workflow command for each finding, escaped', () =>
    inFolder(
      {
        'a,b.md': agreement('Keys', '2026-11-24').replace('Keys handed over', '"100%\\n::error::Keys"'),
        'c.md': agreement('Soon', '2026-11-29'),
        'd.md': agreement('Fine', '2027-11-29'),
      },
      async (cwd) => {
        const { out, code } = await parley(['check', '--format', 'github', ...TODAY], { cwd });
        assert.equal(code, 1);
        const [late = '', soon = '', ...rest] = out.split('\n');
        assert.ok(
          late.startsWith('::warning file=a%2Cb.md,line=9,endLine=9,col=10,endColumn=20,title=overdue::'),
          late,
        );
        assert.ok(late.includes('“100%25 ::error::Keys” is 3 days late'), late);
        assert.match(soon, /^::notice file=c\.md,line=9,.*title=due-soon::/);
        assert.deepEqual(rest, ['']);
      },
    ));
});
