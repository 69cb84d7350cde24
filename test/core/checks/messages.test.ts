import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding } from '../../../src/core/checks/check.ts';
import { checks } from '../../../src/core/checks/registry.ts';
import { english, type Message, sentence } from '../../../src/core/messages.ts';
import { findingsIn, fixtures } from './fixtures.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

/** Every code that a finding carries, with the arguments that it carries for it. */
function spoken({ check, args, related, fixes }: Finding): [string, Finding['args']][] {
  return [
    [check, args],
    ...related.map((one): [string, Finding['args']] => [one.message, one.args]),
    ...fixes.map((fix): [string, Finding['args']] => [fix.title, fix.args ?? {}]),
  ];
}

/** Every wording of a message, with the words and numbers that lead to it. */
function* wordings(
  message: Message,
  by: Finding['args'] = {},
): Iterable<{ text: string; by: Finding['args'] }> {
  if (typeof message === 'string') yield { text: message, by };
  else
    for (const [word, one] of Object.entries(message))
      if (word !== 'by') yield* wordings(one, { ...by, [message.by]: word });
}

/** The sources below a folder, as one text. */
function sources(path: string): string {
  const folder = new URL(`../../../${path}`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

const found = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map((match) => match[1]!));

describe('The sentences', () => {
  const findings = fixtures().flatMap(({ text }) => findingsIn(text));
  const all = findings.flatMap(spoken);

  it('are whole for every finding, related place and fix of every fixture', () => {
    for (const [code, args] of all) {
      const text = sentence(code, args);
      assert.doesNotMatch(text, /\{|\}|undefined|“”/, `${code} ${JSON.stringify(args)}`);
      assert.ok(text.length > 3, code);
    }
  });

  it('are there for every check', () => {
    for (const { id } of checks) assert.ok(Object.hasOwn(english, id), id);
  });

  it('ask for no argument that the check does not give', () => {
    const given = new Map<string, Set<string>>();
    for (const [code, args] of all)
      given.set(code, new Set([...(given.get(code) ?? []), ...Object.keys(args)]));
    for (const [code, known] of given)
      for (const { text } of wordings(english[code]!))
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) assert.ok(known.has(name!), `${code}: ${name}`);
  });

  it('are there for every related place and fix that a check names, and no others', () => {
    const named = found(sources('src/core/checks/'), /(?:message|title): '([a-z-]+\/[a-z-]+)'/g);
    const ids = checks.map(({ id }) => id);
    const there = Object.keys(english).filter((code) => {
      const [subject = '', part] = code.split('/');
      return part !== undefined && (subject === 'fix' || ids.includes(subject));
    });
    assert.deepEqual([...named].sort(), there.sort());
  });

  it('have words of their own, or a fitting common one, for every reason that a reader can give', () => {
    const calendar = found(
      readFileSync(new URL('../../../src/core/calendar/failure.ts', import.meta.url), 'utf8'),
      /^ {2}\| '([a-z-]+)'/gm,
    );
    assert.ok(calendar.size > 20);
    for (const reason of calendar)
      assert.ok(Object.hasOwn(english['invalid-value'] as object, reason), reason);
    const yaml = english['yaml-syntax'] as object;
    const mends = found(sources('src/core/document/frontmatter/'), /'([a-z]+(?:-[a-z]+)+)'/g);
    assert.ok(mends.size > 12);
    for (const reason of mends) assert.ok(Object.hasOwn(yaml, reason), reason);
    const decoded = found(sources('src/core/document/'), /reason: '([a-z-]+)'/g);
    for (const reason of decoded)
      assert.ok(
        Object.hasOwn(yaml, reason) || Object.hasOwn(english['invalid-value'] as object, reason),
        reason,
      );
  });

  it('end with a full stop; the titles of fixes do not', () => {
    const codes = Object.keys(english).filter((code) => all.some(([one]) => one === code));
    for (const code of codes)
      for (const { text } of wordings(english[code]!))
        if (code.startsWith('fix/')) assert.match(text, /[^.]$/, code);
        else if (code !== 'overdue/blocked') assert.match(text, /\.$/, `${code}: ${text}`);
  });

  it('say one thing for one day and another for more', () => {
    const args = { kind: 'milestone', title: 'Pilot', due: '2026-11-26' };
    assert.equal(
      sentence('overdue', { ...args, days: 1 }),
      '“Pilot” is 1 day late: it was due on 2026-11-26.',
    );
    assert.equal(
      sentence('overdue', { ...args, days: 2 }),
      '“Pilot” is 2 days late: it was due on 2026-11-26.',
    );
    assert.equal(sentence('due-soon', { ...args, days: 0 }), '“Pilot” is due today.');
  });

  it('quote what a file says on one line, cut where it is long, and never as a place for an argument', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const text = sentence('no-indicator', { title });
        assert.ok(!/[\r\n]/.test(text) && text.length < 200);
        if (/^\S{1,60}$/u.test(title)) assert.ok(text.includes(`“${title}”`));
      }),
      RUNS,
    );
    assert.equal(sentence('no-due/every', { title: '{title}' }), 'How often “{title}” is owed.');
    assert.equal(sentence('no-due/every', {}), 'How often “{title}” is owed.');
    assert.throws(() => sentence('no such code'));
  });

  it('count the missed days of a series from the second on', () => {
    const series = findings.filter(({ check, args }) => check === 'overdue' && args['kind'] === 'series');
    assert.deepEqual(series.map(({ args }) => args['count']).sort(), [2, 3]);
  });

  it('survive words that every object knows', () => {
    for (const kind of ['constructor', 'by', '__proto__', 'toString'])
      assert.match(
        sentence('overdue', { kind, title: 'Pilot', days: 2, due: '' }),
        /^“Pilot” is 2 days late/,
      );
  });
});
