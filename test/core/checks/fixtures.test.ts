import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/checks/check.ts';
import { checks } from '../../../src/core/checks/registry.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { expectationsIn, findingsIn, fixed, fixtures, listed } from './fixtures.ts';

/** How often a finding of this check and wording is there: lines move, and days pass. */
function count(findings: readonly Finding[], { check, args, item }: Finding): number {
  const key = JSON.stringify([check, args, item]);
  return findings.filter((one) => JSON.stringify([one.check, one.args, one.item]) === key).length;
}

const unreadable = (findings: readonly Finding[]) =>
  findings.filter(({ check, severity }) => check === 'yaml-syntax' && severity === 'error').length;

describe('The checks', () => {
  const all = fixtures();

  for (const { name, text, after } of all) {
    describe(`on ${name}`, () => {
      it('find what the file says, and nothing else', () => {
        assert.deepEqual(listed(text, findingsIn(text)), expectationsIn(text));
      });

      it('settle each finding with each of its fixes, and break nothing', () => {
        const findings = findingsIn(text);
        for (const finding of findings) {
          for (const { edits, title, args } of finding.fixes) {
            const better = applyEdits(text, edits);
            const left = findingsIn(better);
            const what = `${finding.check} ${title} ${JSON.stringify(args)}`;
            assert.ok(count(left, finding) < count(findings, finding), what);
            assert.ok(unreadable(left) <= unreadable(findings), what);
          }
        }
      });

      it('find and mend the same with Windows line endings behind a byte order mark', () => {
        const windows = (plain: string) => `\ufeff${plain.replace(/\n/g, '\r\n')}`;
        assert.deepEqual(listed(windows(text), findingsIn(windows(text))), expectationsIn(text));
        assert.equal(fixed(windows(text)), windows(after ?? text));
      });

      it('change nothing but what their safe fixes are for, and nothing the second time', () => {
        const better = fixed(text);
        assert.equal(better, after ?? text);
        assert.equal(fixed(better), better);
      });
    });
  }

  it('have a fixture each that makes them speak', () => {
    const spoken = new Set(all.flatMap(({ text }) => findingsIn(text).map(({ check }) => check)));
    assert.deepEqual(
      checks.map(({ id }) => id).filter((id) => !spoken.has(id)),
      [],
    );
  });

  it('have names of their own, in words and in settings', () => {
    assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length);
    assert.equal(new Set(checks.map(({ title }) => title)).size, checks.length);
    for (const { id } of checks) assert.match(id, /^[a-z]+(-[a-z]+)+$|^overdue$/);
  });
});
