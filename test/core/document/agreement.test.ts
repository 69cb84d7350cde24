import assert from 'node:assert/strict';
import { AgreementDocument, readAgreement } from '../../../src/core/document/agreement.ts';

const uri = 'file:///folder/lease%202026.md';
const read = (text: string) => readAgreement(text, uri);
/** The problems of an agreement with these keys: `code/reason "text there" → suggestion`. */
const problems = (yaml: string) => {
  const text = `---\nagreement: x\n${yaml}---\n`;
  return read(text)!.problems.map(({ code, args, at, suggestion }) => {
    const there = JSON.stringify(text.slice(at.range.start, at.range.end));
    return `${code}${args.reason ? `/${args.reason}` : ''} ${there}${suggestion === undefined ? '' : ` → ${suggestion}`}`;
  });
};
const milestone = (line: string) => `milestones:\n  - id: M1\n    ${line}\n    owner: tom\n  - id: M2\n`;

describe('What is an agreement', () => {
  it('is a file whose frontmatter has the key `agreement`, with a title or still without', () => {
    assert.equal(read('---\nagreement: Lease\n---\n')?.title, 'Lease');
    assert.equal(read('---\nid: x\nagreement:\n---\n')?.title, 'x');
    assert.equal(read('---\n"agreement": Lease\n---\n')?.title, 'Lease');
    assert.equal(read('---\n{ agreement: Lease, id: l1 }\n---\n')?.id, 'l1');
  });

  it('is named by its file where it has no id', () => {
    assert.equal(read('---\nagreement:\n---\n')?.id, 'lease 2026');
  });

  it('is no other Markdown', () => {
    for (const text of [
      '',
      '# Agreement\n',
      '---\ntitle: x\n---\n',
      '\n---\nagreement: x\n---\n',
      '--- \u00a0\nagreement: x\n---\n',
      '---\n agreement: x\n---\n',
      '---\nagreement: true\n---\n',
      '---\nagreement: [a, b]\n---\n',
      '---\nagreement: { a: b }\n---\n',
      '---\n{ title: x }\n---\n',
      `---\n${'x: y\n'.repeat(1200)}agreement: x\n`,
    ])
      assert.equal(read(text), undefined, JSON.stringify(text.slice(0, 40)));
  });

  it('may begin with a byte order mark, end lines with CR LF, and have blanks after its fences', () => {
    const agreement = read('\ufeff---  \r\nagreement: Lease\r\nowner: ana\r\n--- \r\nBody\r\n')!;
    assert.equal(agreement.terms.owner?.value, 'ana');
    assert.equal(
      agreement.text.slice(agreement.terms.owner!.range.start, agreement.terms.owner!.range.end),
      'ana',
    );
    assert.equal(agreement.text.slice(agreement.frontmatter.bodyStart), 'Body\r\n');
  });

  it('ends an unclosed frontmatter before the first prose', () => {
    const text = '---\nagreement: Lease\nowner: ana\n\n# Lease\n\nThe tenant pays.\n';
    const agreement = read(text)!;
    assert.equal(agreement.frontmatter.close, undefined);
    assert.equal(text.slice(agreement.frontmatter.bodyStart), '# Lease\n\nThe tenant pays.\n');
    assert.deepEqual(agreement.problems, []);
  });

  it('ends it before a heading without a blank line, and not before a comment', () => {
    const body = (rest: string) => {
      const text = `---\nagreement: Lease\nowner: ana\n${rest}`;
      return text.slice(read(text)!.frontmatter.bodyStart);
    };
    for (const prose of [
      '# Lease\n\nThe tenant pays.\n',
      '# Lease\n## Action items\n- [ ] @bo call\n',
      '# Lease\nThe tenant pays.',
    ])
      assert.equal(body(prose), prose);
    for (const yaml of [
      '# by both sides\nstatus: draft\n',
      '# steps\n# and dates\nmilestones:\n',
      '# more to come\n',
      '# and theirs\n}\nstatus: draft\n',
      '# steps\nb]\n',
    ])
      assert.equal(body(yaml), '');
  });
});

describe('A mistake in the YAML', () => {
  const cases: [name: string, line: string, problem: string][] = [
    [
      'a second colon',
      'title: Phase 1: pilot',
      `yaml-syntax/second-colon "Phase 1: pilot" → 'Phase 1: pilot'`,
    ],
    ['a name with @', 'to: @ana', 'yaml-syntax/at-sign "@ana" → ana'],
    ['a percent sign in front', 'target: %40', `yaml-syntax/percent-sign "%40" → '%40'`],
    ['a comparison', 'target: > 1.4', `yaml-syntax/block-sign "> 1.4" → '> 1.4'`],
    ['a quote that is never closed', 'title: "Pilot', 'yaml-syntax/unclosed-quote "\\"Pilot" → "Pilot"'],
    [
      'words behind a quote',
      'title: "Pilot" batch',
      `yaml-syntax/text-after-quote "\\"Pilot\\" batch" → '"Pilot" batch'`,
    ],
    [
      'words behind a bracket',
      'title: [Pilot] batch',
      `yaml-syntax/text-after-bracket "[Pilot] batch" → '[Pilot] batch'`,
    ],
    [
      'an apostrophe in single quotes',
      "title: 'tenant's key'",
      `yaml-syntax/inner-quote "'tenant's key'" → `,
    ],
    ['a key without a space', 'title:Pilot', 'yaml-syntax/missing-space "title:Pilot" → title: Pilot'],
    ['a key without a colon', 'title Pilot', 'yaml-syntax/missing-colon "title Pilot"'],
    ['a tab', '\ttitle: Pilot', 'yaml-syntax/tab-indent'],
  ];
  for (const [name, line, problem] of cases)
    it(`${name} is one problem, and everything around it is read`, () => {
      const found = problems(milestone(line));
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0]!.startsWith(problem), found[0]);
      const { milestones } = read(`---\nagreement: x\n${milestone(line)}---\n`)!.terms;
      assert.deepEqual(
        milestones.map(({ id, owner }) => [id?.value, owner[0]?.value]),
        [
          ['M1', 'tom'],
          ['M2', undefined],
        ],
      );
    });

  it('leaves the mistaken value readable', () => {
    const { milestones } = read(`---\nagreement: x\n${milestone('title: Phase 1: pilot')}---\n`)!.terms;
    assert.equal(milestones[0]?.title?.value, 'Phase 1: pilot');
  });

  it('is a line that git left in a merge: both sides are read, the first counts', () => {
    const merge =
      'milestones:\n  - id: M1\n<<<<<<< HEAD\n    due: 2026-10-01\n=======\n    due: 2026-11-01\n>>>>>>> other\n  - id: M2\n';
    assert.deepEqual(
      problems(merge).map((problem) => problem.split(' ')[0]),
      ['yaml-syntax/merge-marker', 'yaml-syntax/merge-marker', 'yaml-syntax/merge-marker', 'duplicate-key'],
    );
    const { milestones } = read(`---\nagreement: x\n${merge}---\n`)!.terms;
    assert.deepEqual(
      milestones.map(({ id }) => id?.value),
      ['M1', 'M2'],
    );
  });

  it('is a line without a key', () => {
    assert.deepEqual(problems('just words\nowner: ana\n'), ['yaml-syntax/not-a-key "just words"']);
  });

  it('is an alias without its anchor', () => {
    assert.deepEqual(problems('owner: *who\n'), ['yaml-syntax/unresolved-alias "*who"']);
  });
});

describe('A value of the wrong kind', () => {
  it('is named where it stands', () => {
    assert.deepEqual(problems('value: 15,000 EUR\n'), ['invalid-value/money-comma "15,000 EUR" → 15000 EUR']);
    assert.deepEqual(problems('signed: 2026-02-30\n'), [
      'invalid-value/no-such-day "2026-02-30" → 2026-02-28',
    ]);
    assert.deepEqual(problems('timezone: Europe/Atlantis\n'), ['invalid-value/not-a-zone "Europe/Atlantis"']);
    assert.deepEqual(problems('holidays: [2026-12-31/2026-12-24]\n'), [
      'invalid-value/reversed "2026-12-31/2026-12-24" → 2026-12-24/2026-12-31',
    ]);
    assert.deepEqual(problems('owner: [ana, tom]\n'), ['invalid-value/list-for-value "[ana, tom]"']);
    assert.deepEqual(problems('people:\n  - ana\n'), ['invalid-value/not-a-map "people"']);
    assert.deepEqual(problems('owner:\n  - ana\n'), ['invalid-value/list-for-value "owner"']);
    assert.deepEqual(problems('milestones:\n  id: M1\n'), ['invalid-value/map-for-list "id"']);
    assert.deepEqual(problems('milestones: M1\n'), ['invalid-value/not-a-map "M1"']);
    assert.deepEqual(problems('status: Active\n'), ['invalid-value/not-a-choice "Active" → active']);
  });

  it('takes nothing else with it', () => {
    const agreement = read(
      '---\nagreement: x\nvalue: [1]\nowner: ana\nmilestones:\n  - 7\n  - id: M1\n---\n',
    )!;
    assert.equal(agreement.terms.owner?.value, 'ana');
    assert.equal(agreement.terms.milestones[0]?.id?.value, 'M1');
  });
});

describe('Keys', () => {
  it('that are a slip away from a known one are reported, others are the author’s own', () => {
    assert.deepEqual(problems('onwer: ana\n'), ['unknown-key "onwer" → owner']);
    assert.deepEqual(problems('milestons:\n  - id: M1\n'), ['unknown-key "milestons" → milestones']);
    assert.deepEqual(problems('title: x\ndate: 2026-01-01\naliases: [a]\nx-owner: b\nproject: c\n'), []);
  });

  it('that stand twice count once, the first time; a list that is written twice counts whole', () => {
    const text = '---\nagreement: x\nowner: ana\nowner: tom\ntags: [a]\ntags:\n  - b\n---\n';
    const agreement = read(text)!;
    assert.equal(agreement.terms.owner?.value, 'ana');
    assert.deepEqual(
      agreement.terms.tags.map((tag) => tag.value),
      ['a', 'b'],
    );
    assert.deepEqual(problems('owner: ana\nowner: tom\n'), ['duplicate-key "owner"']);
  });

  it('named like parts of JavaScript objects are nothing special', () => {
    const agreement = read(
      '---\nagreement: x\n__proto__: { owner: eve }\nconstructor: y\npeople:\n  __proto__: Eve\n---\n',
    )!;
    assert.equal(agreement.terms.owner, undefined);
    assert.equal(({} as { owner?: string }).owner, undefined);
  });
});

describe('Aliases', () => {
  it('say what their anchor says, and stand where they are written', () => {
    const text = '---\nagreement: x\nowner: &who ana\nmilestones:\n  - id: M1\n    owner: *who\n---\n';
    const value = read(text)!.terms.milestones[0]!.owner[0]!;
    assert.equal(value.value, 'ana');
    assert.equal(text.slice(value.range.start, value.range.end), '*who');
  });

  it('cannot be used to make a small file large', () => {
    const bomb = `a: &a [x]\n${'bcdefghij'.replace(/./g, (c, i: number) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`)}]\n`)}`;
    const many = `milestones: [${Array(20_000).fill('*m')}]\n`;
    assert.ok(read(`---\nagreement: x\n${bomb}tags: *j\n---\n`));
    const { problems: found } = read(`---\nagreement: x\nx: &m { id: M1 }\n${many}---\n`)!;
    assert.ok(found.some(({ args }) => args.reason === 'too-many-aliases'));
  });
});

describe('Hostile input', () => {
  const body = (text: string) => `---\nagreement: x\nmilestones:\n  - id: M1\n---\n${text}`;
  const cases: Record<string, string> = {
    'nesting to 10,000': `---\nagreement: x\nx-deep: ${'['.repeat(10_000)}\nmilestones:\n  - id: M1\n---\n`,
    'nested mappings to 10,000': `---\nagreement: x\nx: ${'{a: '.repeat(10_000)}\nmilestones:\n  - id: M1\n---\n`,
    'a list in a list 10,000 deep': `---\nagreement: x\nx:\n  ${'- '.repeat(10_000)}y\nmilestones:\n  - id: M1\n---\n`,
    '5 MB of emphasis marks': body('*a **a '.repeat(750_000)),
    '5 MB of emphasis marks in a debrief': body(
      `## Debrief\n\n### 2026-08-29 x\n\n${'*a **a '.repeat(750_000)}`,
    ),
    'NUL and lone surrogates': body('a\0b \ud800 \udc00 \u202e').replace(
      'M1\n',
      'M1\n    title: "\0\ud800"\n',
    ),
    'a key of 1 MB': `---\nagreement: x\n${'k'.repeat(1_000_000)}: y\nmilestones:\n  - id: M1\n---\n`,
    '100,000 keys': `---\nagreement: x\n${Array.from({ length: 100_000 }, (_, i) => `k${i}: y\n`).join('')}milestones:\n  - id: M1\n---\n`,
    '20,000 equal keys': `---\nagreement: x\n${'owner: a\n'.repeat(20_000)}milestones:\n  - id: M1\n---\n`,
    'only CR line ends in the body': body('## Debrief\r\r- [ ] @ana call\r'),
  };
  for (const [name, text] of Object.entries(cases))
    it(`${name}: the rest is read`, () => {
      assert.equal(read(text)?.terms.milestones[0]?.id?.value, 'M1');
    });

  it('a file too large to read is one problem, not silence', () => {
    const found = read(body('x'.repeat(9 * 1024 * 1024)))!;
    assert.deepEqual(
      found.problems.map(({ args }) => args.reason),
      ['too-large'],
    );
  });
});

describe('AgreementDocument', () => {
  it('moves what an edit left alone, and comes and goes with the key', () => {
    const document = new AgreementDocument(uri);
    const before = document.read('---\nagreement: x\nmilestones:\n  - id: M1\n---\n')!;
    const id = before.terms.milestones[0]!.id!;
    const text = '---\nagreement: longer\nmilestones:\n  - id: M1\n---\n';
    document.read(text);
    assert.equal(text.slice(id.range.start, id.range.end), 'M1');
    assert.equal(document.read('---\nno: x\n---\n'), undefined);
    assert.ok(document.read(text));
  });
});
