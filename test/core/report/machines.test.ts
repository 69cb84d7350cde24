import assert from 'node:assert/strict';
import { checks } from '../../../src/core/checks/registry.ts';
import { unreadableFinding } from '../../../src/core/portfolio/own-findings.ts';
import { query } from '../../../src/core/portfolio/query.ts';
import { listCsv } from '../../../src/core/report/csv.ts';
import { githubAnnotations } from '../../../src/core/report/github.ts';
import { checkJson, listJson } from '../../../src/core/report/json.ts';
import { sarifLog } from '../../../src/core/report/sarif.ts';
import type { Source } from '../../../src/core/report/source.ts';
import { agreement, sourceOf } from './source.ts';

/** An agreement of parties in another zone, with a series, and a title that a spreadsheet would run. */
const RICH = `---
agreement: Rich
timezone: Pacific/Kiritimati
parties: [{ id: us, people: [ana] }, { id: them, people: [tom, eve] }]
people: { ana: , tom: , eve: }
milestones:
  - { id: M1, title: '=HYPERLINK("x", 1)', owner: [tom, eve], to: [us], due: 2026-11-30, every: month, indicator: x }
  - { title: "two\\nlines", owner: tom, due: 2027-03-01, indicator: x }
---
`;

describe('Commitments as comma-separated values', () => {
  const csv = (files: Readonly<Record<string, string>>) => {
    const source = sourceOf(files);
    return [...listCsv(source, query(source.entries))].join('').split('\r\n');
  };

  it('have a line of names, a line each, and nothing behind the last line ending', () => {
    const [header, row, ...rest] = csv({ 'a.md': agreement('Jars', '2026-11-24') });
    assert.match(header!, /^file,line,agreement,kind,id,occurrence,title,owner,.*,timezone,today$/);
    assert.equal(
      row,
      'a.md,5,a,milestone,M1,,Keys handed over,tom,,,,2026-11-24,2026-11-27,overdue,3,false,false,false,true,UTC,2026-11-27',
    );
    assert.deepEqual(rest, ['']);
  });

  it('quote what needs it, part lists by blanks, name the zone, and let no cell be a formula', () => {
    const [, series, lines] = csv({ 'a, b.md': RICH });
    assert.equal(
      series,
      `"a, b.md",7,"a, b",milestone,M1,2026-11-30,"'=HYPERLINK(""x"", 1)",tom,eve,them,us,2026-11-30,2026-11-30,due-soon,0,false,false,false,false,Pacific/Kiritimati,2026-11-27`,
    );
    assert.match(lines!, /,"two\nlines",tom,/);
    for (const first of ['=', '+', '-', '@', '\t', '\r', '\n'])
      assert.ok(
        csv({ 'a.md': agreement('A', '2026-11-24', JSON.stringify(`${first}1`)) })
          .join('\n')
          .match(/M1,,"?'/),
        JSON.stringify(first),
      );
  });
});

describe('Commitments as data', () => {
  it('say what they have, and leave out what they have not', () => {
    const source = sourceOf({ 'a.md': RICH });
    const [series, plain] = listJson(source, query(source.entries)).commitments;
    assert.deepEqual(
      [series?.occurrence, series?.party, series?.timezone, series?.today],
      ['2026-11-30', 'them', 'Pacific/Kiritimati', '2026-11-27'],
    );
    assert.ok(plain && !('occurrence' in plain));
    const bare = sourceOf({ 'b.md': '---\nagreement: B\nmilestones: [{ title: T }]\n---\n' });
    const [one] = listJson(bare, query(bare.entries)).commitments;
    for (const name of ['owner', 'party', 'due', 'forecast', 'timezone'] as const)
      assert.ok(one && !(name in one), name);
  });
});

describe('Findings as workflow commands', () => {
  const annotations = (source: Source) => [...githubAnnotations(source)].join('');
  const source = sourceOf({ 'a,b: 50%.md': agreement('Jars', '2026-11-24', '"50%: a, b"') });

  it('have columns on one line, and nothing that would end them early', () => {
    assert.equal(
      annotations(source),
      '::warning file=a%2Cb%3A 50%25.md,line=5,endLine=5,col=52,endColumn=62,title=overdue::' +
        '“50%25: a, b” is 3 days late: it was due on 2026-11-24.\n',
    );
  });

  it('have no columns over several lines, and are notices where they are no more than that', () => {
    const text = agreement('Jars', '2027-11-24').replace(
      'indicator: Seen }',
      'indicator: Seen }\n  - title: >-\n      As soon\n      as possible\n    owner: tom\n    due: 2027-01-01\n    indicator: x',
    );
    assert.match(
      annotations(sourceOf({ 'a.md': text })),
      /^::notice file=a\.md,line=6,endLine=9,title=vague-wording::/,
    );
    assert.equal(annotations(sourceOf({})), '');
  });
});

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly { readonly level: string; readonly message: object }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: object; readonly region: object };
        readonly logicalLocations?: readonly object[];
      }[];
      readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

describe('Findings as a log of static analysis', () => {
  const log = (source: Source) =>
    (sarifLog(source, { version: '1.2.3', pageOf: (check) => `# ${check}` }) as Log).runs[0]!;
  const fingerprints = (source: Source) =>
    log(source).results.map(({ partialFingerprints }) => partialFingerprints['parleyFinding/v1']!);
  const late = { 'jars and lids.md': agreement('Jars', '2026-11-24') };

  it('has a rule for each check, with its page', () => {
    const { tool, invocations } = log(sourceOf(late));
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      checks.map(({ id }) => id),
    );
    assert.deepEqual(tool.driver.rules[0]?.help, {
      text: `# ${checks[0]?.id}`,
      markdown: `# ${checks[0]?.id}`,
    });
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
  });

  it('has a result for each finding, at its lines and columns, with its item', () => {
    const [result] = log(sourceOf(late)).results;
    assert.deepEqual(
      [result?.ruleId, checks[result!.ruleIndex]?.id, result?.level],
      ['overdue', 'overdue', 'warning'],
    );
    assert.deepEqual(result?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'jars%20and%20lids.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 5, startColumn: 57, endLine: 5, endColumn: 67 },
        },
        logicalLocations: [{ name: 'M1', kind: 'milestone' }],
      },
    ]);
    assert.ok(result && !('relatedLocations' in result));
  });

  it('names the other places that a finding speaks of', () => {
    const text = agreement('Jars', '2026-11-24').replace('---\n', '---\nid: one\nid: two\n');
    const result = log(sourceOf({ 'a.md': text })).results.find(({ ruleId }) => ruleId === 'duplicate-key');
    assert.equal(result?.relatedLocations?.length, 1);
    assert.ok(!('logicalLocations' in result!.locations[0]!), 'it is about no item');
  });

  it('gives a file outside of the folder its whole address', () => {
    for (const path of ['../a.md', '..', '/w/a.md', 'c:\\a.md', 'vscode-vfs://github/a.md'])
      assert.deepEqual(
        log(sourceOf(late, { pathOf: () => path })).results[0]?.locations[0]?.physicalLocation
          .artifactLocation,
        { uri: 'file:///jars and lids.md' },
        path,
      );
    const inside = log(sourceOf(late, { pathOf: () => '..a/b c.md' })).results[0];
    assert.deepEqual(inside?.locations[0]?.physicalLocation.artifactLocation, {
      uri: '..a/b%20c.md',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('says which files were left out, and whether that leaves the answer incomplete', () => {
    const [calm] = log(sourceOf(late, { skipped: [{ file: 'b.md', reason: 'no-agreement' }] })).invocations;
    assert.equal(calm?.executionSuccessful, true);
    assert.equal(calm?.toolExecutionNotifications?.[0]?.level, 'note');
    const [broken] = log(sourceOf(late, { skipped: [{ file: 'b.md', reason: 'unreadable' }] })).invocations;
    assert.equal(broken?.executionSuccessful, false);
    assert.deepEqual(broken?.toolExecutionNotifications, [
      { level: 'error', message: { text: 'b.md: it could not be read.' } },
    ]);
  });

  it('tells findings apart by check, item and words, not by line or day, and counts equal ones', () => {
    const text = agreement('Jars', '2026-11-24');
    const [one] = fingerprints(sourceOf({ 'a.md': text }));
    assert.match(one!, /^[0-9a-f]{16}:1$/);
    assert.deepEqual(fingerprints(sourceOf({ 'a.md': text.replace('people:', '# a line\npeople:') })), [one]);
    assert.notDeepEqual(fingerprints(sourceOf({ 'a.md': text.replace('M1', 'M2') })), [one]);
    assert.notDeepEqual(fingerprints(sourceOf({ 'a.md': text.replace('11-24', '11-23') })), [one]);
    const twice = text.replace(/ {2}- .*\n/, (line) => (line + line).replaceAll('id: M1, ', ''));
    const [first, second] = fingerprints(sourceOf({ 'a.md': twice }));
    assert.equal(first?.replace(/1$/, '2'), second);
  });
});

describe('Findings of a file that is no agreement', () => {
  it('stand with it in every report, at its beginning where it was not read', () => {
    const uri = 'file:///z.md';
    const others = [{ uri, text: '', findings: [unreadableFinding(uri, 'too-large')] }];
    const source = sourceOf({ 'a.md': agreement('Jars', '2027-11-24') }, { others });
    const findings = [...checkJson(source).findings];
    assert.deepEqual(
      findings.map(({ file, line, column, check }) => [file, line, column, check]),
      [['z.md', 1, 1, 'yaml-syntax']],
    );
    const elsewhere = sourceOf({}, { others: [{ ...others[0]!, uri: 'file:///y.md' }] });
    const [one] = checkJson(elsewhere).findings;
    assert.equal(one?.line, 1, 'its text is not known by this address');
  });
});
