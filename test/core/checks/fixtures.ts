import { readdirSync, readFileSync } from 'node:fs';
import { type Day, parseDay } from '../../../src/core/calendar/day.ts';
import type { Finding } from '../../../src/core/checks/check.ts';
import { fileLinksIn } from '../../../src/core/checks/file-links.ts';
import { checks } from '../../../src/core/checks/registry.ts';
import { runChecks } from '../../../src/core/checks/run.ts';
import { safeFixes } from '../../../src/core/checks/safe-fixes.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import type { Configuration } from '../../../src/core/document/configuration.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { LineIndex } from '../../../src/core/text/line-index.ts';

/** The day that every fixture and every example of the pages is read on. */
export const TODAY = parseDay('2026-11-27')!;

const FOLDER = new URL('../../fixtures/checks/', import.meta.url);

/** The agreement that stands beside private notes; they can be about it. */
const BESIDE = '---\nagreement: Rent of a harbour crane\nid: harbour-crane\n---\n';

/** The example under a heading of a check's page; an error where there is none. */
export function exampleOf(check: string, heading: 'Found' | 'Not found'): string {
  const page = readFileSync(new URL(`../../../docs/checks/${check}.md`, import.meta.url), 'utf8');
  const found = new RegExp(`^## ${heading}\\n\\n\`\`\`markdown\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (!found) throw new Error(`docs/checks/${check}.md has no example under ${heading}`);
  return found;
}

/**
 * The findings of a text on {@link TODAY} or another day; an error where it is neither an agreement nor private notes.
 * The files that it points to are there, but for those that are called `lost`.
 */
export function findingsIn(
  text: string,
  configuration?: Configuration,
  today: Day = TODAY,
): readonly Finding[] {
  const agreement = readAgreement(text, 'file:///fixture.md');
  if (agreement) {
    const files = fileLinksIn(agreement).flatMap((link) => link.files);
    const missing = new Set(files.filter((file) => file.includes('lost')));
    return runChecks({ ...ledgerOf(agreement, today, configuration), missing });
  }
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today });
  if (configuration) folder.configure(configuration);
  folder.update('file:///beside.md', BESIDE);
  folder.update('file:///fixture.md', text);
  const notes = folder.notesIn('file:///fixture.md');
  if (!notes) throw new Error('The text is neither an agreement nor private notes');
  return notes.findings;
}

/** Findings as `LINE CHECK SEVERITY`, lines counted from 1, in the order of the text. */
export function listed(text: string, findings: readonly Finding[]): string[] {
  const index = new LineIndex(text);
  return findings
    .map(({ check, severity, range }) => ({ line: index.positionAt(range.start).line + 1, check, severity }))
    .sort((a, b) => a.line - b.line || (a.check < b.check ? -1 : 1))
    .map(({ line, check, severity }) => `${line} ${check} ${severity}`);
}

/**
 * What a text says that it will be told, in the shape of {@link listed}. An expectation is a comment on a line of
 * its own, `# expect: CHECK [SEVERITY], …` or `<!-- expect: … -->`. It speaks of the next line, with `expect above:`
 * of the one before; without a severity it means the check's own.
 */
export function expectationsIn(text: string): string[] {
  return announced(text, EXPECTATION, (line, above) => (above ? line - 1 : line + 1));
}

const EXPECTATION = /^\s*(?:#|<!--) expect( above)?: (.*?)(?: -->)?$/;

/**
 * What the margins of a sample announce, in the shape of {@link listed}. A margin is a comment at the end of the line
 * that it is about, `# finding: CHECK [SEVERITY], …` or `<!-- finding: … -->`; prose may follow behind a semicolon or
 * stand before one.
 */
export function marginsIn(text: string): string[] {
  return announced(text, MARGIN, (line) => line);
}

const MARGIN = /(?:#|<!--) (.*; )?finding: ([^;]*?)(?:;.*?)?(?: -->)?$/;

/** What comments announce, each about a line that follows from its own, which is counted from 1. */
function announced(
  text: string,
  comment: RegExp,
  about: (line: number, mark: string | undefined) => number,
): string[] {
  const expected = text.split(/\r?\n/).flatMap((line, i) => {
    const match = comment.exec(line);
    if (!match) return [];
    return match[2]!.split(', ').map((one) => {
      const [check = '', severity = severityOf(check)] = one.split(' ');
      return { line: about(i + 1, match[1]), check, severity };
    });
  });
  return expected
    .sort((a, b) => a.line - b.line || (a.check < b.check ? -1 : 1))
    .map(({ line, check, severity }) => `${line} ${check} ${severity}`);
}

function severityOf(id: string): string {
  return checks.find((check) => check.id === id)?.severity ?? 'no such check';
}

/** Applies the safe fixes of a text, round after round, until there are none. */
export function fixed(text: string): string {
  for (let round = 0, current = text; round < 20; round++) {
    const edits = safeFixes(findingsIn(current)).flatMap((fix) => fix.edits);
    if (edits.length === 0) return current;
    current = applyEdits(current, edits);
  }
  throw new Error('Safe fixes go on for ever');
}

/** A fixture by its file's name. `after` is what its safe fixes make of it; absent where it has none. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly after: string | undefined;
}

/** All fixtures. */
export function fixtures(): readonly Fixture[] {
  const names = readdirSync(FOLDER);
  const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
  return names
    .filter((name) => name.endsWith('.md') && !name.endsWith('.fixed.md'))
    .map((name) => {
      const after = name.replace(/\.md$/, '.fixed.md');
      return { name, text: read(name), after: names.includes(after) ? read(after) : undefined };
    });
}
