import { type Command, Option } from 'commander';
import { version } from '../../../package.json';
import type { Finding } from '../../core/checks/check.ts';
import { checkText } from '../../core/report/findings-text.ts';
import { githubAnnotations } from '../../core/report/github.ts';
import { checkJson } from '../../core/report/json.ts';
import { sarifLog } from '../../core/report/sarif.ts';
import { saidIn } from '../../core/report/source.ts';
import { EXIT } from '../failure.ts';
import { fix, tryFixed, writeFixed } from '../fix.ts';
import { withManual } from '../manual.ts';
import { type ReadingOptions, withReading } from '../options.ts';
import { asidesOf } from '../output/asides.ts';
import { diffOf, fixesAside } from '../output/fixes.ts';
import { type Report, say } from '../output/report.ts';
import { jsonPieces, lookOf } from '../output/terminal.ts';
import { pageOf } from '../pages.ts';
import { type Reading, read } from '../read.ts';
import { sayAgain } from '../watch/watch.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const FAILING = ['error', 'warning', 'information'] as const;
const FIXES = 'Fixes:';
const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, information: 2, hint: 3 };

interface CheckOptions extends ReadingOptions<(typeof FORMATS)[number]> {
  readonly failOn: (typeof FAILING)[number];
  readonly fix?: true;
  readonly dryRun?: true;
}

/** Adds `parley check`. */
export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .summary('say what stands out in agreements')
    .description('Says what stands out in agreements: what is late, missing, unclear or wrong.')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that exits with 1')
        .choices(FAILING)
        .default('warning')
        .helpGroup('Exit code:'),
    )
    .addOption(
      new Option('--fix', 'make all safe fixes, and say what remains').conflicts('watch').helpGroup(FIXES),
    )
    .addOption(
      new Option('--dry-run', 'change no file; print what --fix would change, as a unified diff')
        .implies({ fix: true })
        .conflicts(['format', 'watch'])
        .helpGroup(FIXES),
    );
  withManual(withReading(command, FORMATS), {
    more: [
      'A folder stands for the Markdown files below it, less what .gitignore files and the exclude of a .parley.yaml leave out. Files that are no agreements are passed over.',
      'At the end of each finding stands its check: parley explain CHECK tells what it means and how to settle it.',
    ],
    exits: {
      0: 'nothing that severe was found, or with --fix remains',
      1: 'something was',
      2: 'called wrongly, or something could not be read or written; stderr says what',
    },
    environment: ['FORCE_COLOR', 'NO_COLOR', 'TZ'],
    examples: [
      ['parley check', 'all agreements below this folder'],
      ['parley check packaging-supply.md --fail-on error', 'one agreement; only errors exit with 1'],
      ['parley check --fix --dry-run', 'what would be fixed'],
      ['parley check --today 2027-01-31', 'as it will be at the end of January'],
      ['parley check --watch', 'beside the editor: what stands out as the files are now'],
      ['parley check --format json > report.json', 'for other programs'],
      ['parley check --format github', 'as annotations of a GitHub workflow'],
    ],
  }).action(check);
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  if (options.watch) return sayAgain(paths, options, (reading) => found(reading, options));
  const reading = await read(paths, options);
  if (options.fix) await mend(reading, options);
  else await say(found(reading, options));
}

function found(reading: Reading, options: CheckOptions): Report {
  return { out: written(reading, options), err: asidesOf(reading), code: exitCode(reading, options) };
}

async function mend(reading: Reading, options: CheckOptions): Promise<void> {
  process.stderr.write(asidesOf(reading));
  const { fixed, remaining: hoped } = fix(reading);
  const { dryRun } = options;
  const result = await (dryRun ? tryFixed : writeFixed)(fixed, hoped);
  const { remaining, refused } = result;
  await say({
    out: dryRun ? [diffOf(result.written, reading)] : written(remaining, options),
    err: fixesAside(result, dryRun),
    code: refused.length > 0 ? EXIT.trouble : exitCode(remaining, options),
  });
}

function written(reading: Reading, { format, color, watch: again }: CheckOptions): Iterable<string> {
  const ways: Record<(typeof FORMATS)[number], () => Iterable<string>> = {
    text: () => [checkText(reading, lookOf(color))],
    json: () => jsonPieces(checkJson(reading), again),
    sarif: () => jsonPieces(sarifLog(reading, { version, pageOf })),
    github: () => githubAnnotations(reading),
  };
  return ways[format]();
}

function exitCode(reading: Reading, { failOn }: CheckOptions): number {
  if (reading.incomplete) return EXIT.trouble;
  const failing = saidIn(reading).some(({ findings }) =>
    findings.some(({ severity }) => RANK[severity] <= RANK[failOn]),
  );
  return failing ? EXIT.findings : EXIT.clean;
}
