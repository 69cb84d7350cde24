import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/core/checks/check.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts';
import { Value } from '../../../src/core/text/value.ts';
import { findingsIn, fixed } from './fixtures.ts';
import { reviewed } from './generate.ts';

/** Each run reads an agreement again after each of its fixes, so that a third of the runs is as many as elsewhere. */
const RUNS = { numRuns: Math.ceil(Number(process.env['PARLEY_RUNS'] ?? 300) / 3), endOnFailure: true };

/** What is left of a text where edits took their ranges away. */
function untouched(text: string, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.map(({ range }) => ({ range, newText: '' })),
  );
}

/** The edits that take edits back, of the text that those made. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range: { start, end }, newText }) => {
      const from = start + moved;
      moved += newText.length - (end - start);
      return { range: { start: from, end: from + newText.length }, newText: text.slice(start, end) };
    });
}

/** Where an offset of a text is once edits are made. */
function moved(at: number, edits: readonly TextEdit[]): number {
  const before = edits.filter(({ range }) => range.end <= at);
  return at + before.reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
}

const key = ({ check, args, item }: Finding) => JSON.stringify([check, args, item]);
const count = (findings: readonly Finding[], finding: Finding) =>
  findings.filter((one) => key(one) === key(finding)).length;
/**
 * What is no YAML. Under a key that nobody knows no alias is followed: to name it rightly may bring to light that one
 * leads nowhere.
 */
const brokenPlaces = (findings: readonly Finding[], renamed: boolean) =>
  findings.filter(
    ({ check, args: { reason } }) =>
      check === 'duplicate-key' || (check === 'yaml-syntax' && !(renamed && reason === 'unresolved-alias')),
  ).length;

/** How many kinds of line endings a text has, one where it has none yet. */
const endings = (text: string) => new Set(text.match(/\r\n|\n|\r/g) ?? ['\n']).size;

/** What an agreement says, part by part. */
function said(text: string): string[] {
  const agreement = readAgreement(text, 'file:///a.md');
  if (!agreement) return [];
  const { terms, body } = agreement;
  const parts = Object.entries(terms).flatMap(([name, part]): unknown[] => {
    if (name === 'source') return [];
    return Array.isArray(part) ? part.map((one) => [name, plain(one)]) : [[name, plain(part)]];
  });
  const items = body.items.map(({ box, text: words, owners, due }) => [box, words, owners, due].map(plain));
  const sections = body.sections.map(({ key: name, ours }) => [name, ours]);
  return [...parts, ...items, ...sections].map((part) => JSON.stringify(part));
}

function plain(value: unknown): unknown {
  if (value instanceof Value) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).flatMap(([name, part]) => (name === 'source' ? [] : [[name, plain(part)]]));
}

/** The parts of an agreement that are not found in another one. */
function changed(before: string, after: string): string[] {
  const left = said(after);
  return said(before).filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('The fixes of generated agreements', () => {
  it('settle their finding, and change nothing but what they say', () => {
    fc.assert(
      fc.property(reviewed, ({ text }) => {
        const findings = findingsIn(text);
        for (const finding of findings)
          for (const { title, args, edits } of finding.fixes) {
            const after = applyEdits(text, edits);
            const back = inverse(text, edits);
            const what = `${finding.check} ${title} ${JSON.stringify(args)}\n${text}\n=>\n${after}`;
            assert.notEqual(after, text, what);
            assert.equal(applyEdits(after, back), text, what);
            assert.equal(untouched(after, back), untouched(text, edits), what);
            assert.ok(endings(after) <= endings(text), what);
            const left = findingsIn(after);
            const renamed = title === 'fix/rename-key';
            const place = moved(finding.range.start, edits);
            assert.ok(!left.some((one) => key(one) === key(finding) && one.range.start === place), what);
            assert.ok(count(left, finding) <= count(findings, finding), what);
            assert.ok(brokenPlaces(left, renamed) <= brokenPlaces(findings, renamed), what);
            // What a fence closes off was no part of the text before; a renewal takes the waiver of its term away.
            const most = { 'fix/close-frontmatter': Infinity, 'fix/renew': 2 }[title] ?? 1;
            assert.ok(changed(text, after).length <= most, what);
          }
      }),
      RUNS,
    );
  }).timeout(0);

  it('come to an end when all safe ones are made, and change nothing the second time', () => {
    fc.assert(
      fc.property(reviewed, ({ text }) => {
        const after = fixed(text);
        assert.equal(fixed(after), after);
        assert.ok(brokenPlaces(findingsIn(after), true) <= brokenPlaces(findingsIn(text), true));
      }),
      RUNS,
    );
  }).timeout(0);
});
