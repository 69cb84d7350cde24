import assert from 'node:assert/strict';
import { fileLinksIn } from '../../../src/core/checks/file-links.ts';
import { runChecks } from '../../../src/core/checks/run.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import { TODAY } from './fixtures.ts';

const FOLDER = 'file:///folder/';

const agreementOf = (evidence: string) =>
  readAgreement(
    `---\nagreement: A\nowner: ana\nmilestones:\n  - { title: T, owner: ana, done: 2026-11-20, evidence: ${evidence} }\n---\n`,
    `${FOLDER}a.md`,
  )!;

/** The first of the files that evidence may mean, from its folder; undefined where it points to none. */
function fileOf(evidence: string): string | undefined {
  const [link] = fileLinksIn(agreementOf(evidence));
  return link?.files[0]?.replace(FOLDER, '');
}

describe('Evidence', () => {
  for (const [evidence, file] of [
    ['note.pdf', 'note.pdf'],
    ['" note.pdf "', 'note.pdf'],
    ['" ./delivery note "', 'delivery%20note'],
    ['./note', 'note'],
    ['"<./delivery note.pdf>"', 'delivery%20note.pdf'],
    ['" <./delivery note.pdf> "', 'delivery%20note.pdf'],
    ['delivery note.pdf', undefined],
    ['statement 2', undefined],
    ['./<b>', undefined],
  ] as const)
    it(`${evidence} leads to ${file ?? 'no file'}`, () => assert.equal(fileOf(evidence), file));

  it('that may mean several files is missing where none of them is there', () => {
    const agreement = agreementOf('" ./50%25.pdf "');
    const files = fileLinksIn(agreement)[0]!.files;
    assert.ok(files.length > 1);
    const said = (missing: readonly string[]) =>
      runChecks({ ...ledgerOf(agreement, TODAY), missing: new Set(missing) })
        .filter(({ check }) => check === 'missing-file')
        .map(({ args }) => args['file']);
    assert.deepEqual(said(files), ['./50%25.pdf']);
    assert.deepEqual(said(files.slice(1)), []);
    assert.deepEqual(said([]), []);
  });
});
