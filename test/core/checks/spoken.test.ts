import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { structuredPatch } from 'diff';
import type { Finding, Fix } from '../../../src/core/checks/check.ts';
import { english, type Message, sentence } from '../../../src/core/messages.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { findingsIn, fixtures } from './fixtures.ts';

/** With it the files are written anew; what changed in them is then for somebody to read. */
const RENEW = process.env['PARLEY_RENEW'] !== undefined;

/** All that is said of a text: each finding with its words, what it points at, and what each fix makes of the lines. */
function spoken(text: string): string {
  return findingsIn(text)
    .map((finding) => [head(text, finding), ...rest(text, finding).map((line) => `  ${line}\n`)].join(''))
    .join('\n');
}

function head(text: string, { check, severity, item, range }: Finding): string {
  const about = item ? `, ${item.kind} ${item.id}`.trimEnd() : '';
  return `${severity} ${check}${about}: ${shown(text, range)}\n`;
}

function rest(text: string, { check, args, related, fixes }: Finding): string[] {
  return [
    sentence(check, args),
    ...related.map(
      ({ range, message, args: given }) => `see ${shown(text, range)}: ${sentence(message, given)}`,
    ),
    ...fixes.flatMap((fix) => [
      `${fix.safe ? 'safe fix' : 'fix'}: ${sentence(fix.title, fix.args)}`,
      ...changes(text, fix),
    ]),
  ];
}

function shown(text: string, { start, end }: Finding['range']): string {
  return `‹${text.slice(start, end).replaceAll('\n', '⏎')}›`;
}

function changes(text: string, { edits }: Fix): string[] {
  const { hunks } = structuredPatch('', '', text, applyEdits(text, edits), '', '', { context: 0 });
  return hunks.flatMap(({ lines }) => lines).map((line) => `  ${line}`.trimEnd());
}

/** The words by which a message chooses among its wordings that the arguments do not give. */
function unchosen(code: string, args: Finding['args'] = {}): string[] {
  const missing: string[] = [];
  for (let message: Message | undefined = english[code]; message && typeof message !== 'string'; ) {
    const word = args[message.by];
    if (word === undefined || word === '') missing.push(`${code}: ${message.by}`);
    message = message[String(word)] ?? message.other;
  }
  return missing;
}

describe('What is said on', () => {
  it('each fixture says by which of its wordings', () => {
    for (const { name, text } of fixtures())
      for (const { check, args, related, fixes } of findingsIn(text))
        for (const [code, given] of [
          [check, args] as const,
          ...related.map((one) => [one.message, one.args] as const),
          ...fixes.map((fix) => [fix.title, fix.args] as const),
        ])
          assert.deepEqual(unchosen(code, given), [], name);
  });

  for (const { name, text } of fixtures())
    it(`${name} is said in words, about an item, at a place, with all that can be done`, () => {
      const file = new URL(`../../fixtures/checks/${name.replace(/\.md$/, '.txt')}`, import.meta.url);
      if (RENEW) writeFileSync(file, spoken(text));
      assert.equal(spoken(text), existsSync(file) ? readFileSync(file, 'utf8') : '');
    });
});
