import { type Command, Option } from 'commander';
import { version } from '../../../package.json';
import type { Finding } from '../../core/checks/check.ts';
import { checkText } from '../../core/report/findings-text.ts';
import { githubAnnotations } from '../../core/report/github.ts';
import { checkJson } from '../../core/report/json.ts';
import { sarifLog } from '../../core/report/sarif.ts';
import { saidIn } from '../../core/report/source.ts';
import { aside, EXIT } from '../failure.ts';
import { fix, writeFixed } from '../fix.ts';
import { type ReadingOptions, withReading } from '../options.ts';
import { asidesOf } from '../output/asides.ts';
import { counted, diffOf, fixesAside } from '../output/fixes.ts';
import { jsonText, lookOf } from '../output/terminal.ts';
import { pageOf } from '../pages.ts';
import { type Reading, read } from '../read.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const FAILING = ['error', 'warning', 'information'] as const;
const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, information: 2, hint: 3 };

interface CheckOptions extends ReadingOptions<(typeof FORMATS)[number]> {
  readonly failOn: (typeof FAILING)[number];
  readonly fix?: true;
  readonly dryRun?: true;
}

/** Adds `parley check`. */
export function addCheck(program: Command): void {
  withReading(program.command('check'), FORMATS)
    .summary('say what stands out in agreements')
    .description('Says what stands out in agreements: what is late, missing, unclear or wrong.')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that exits with 1')
        .choices(FAILING)
        .default('warning'),
    )
    .option('--fix', 'make all safe fixes, and say what remains')
    .addOption(
      new Option('--dry-run', 'change no file; print what --fix would change, as a unified diff')
        .implies({ fix: true })
        .conflicts('format'),
    )
    .addHelpText(
      'after',
      `
Examples:
  parley check                              all agreements below this folder
  parley check jars.md --fail-on error      one agreement; only errors exit with 1
  parley check --fix --dry-run              what would be fixed
  parley check --today 2027-01-31           as it will be at the end of January
  parley check --format json > report.json  for other programs
  parley check --format github              as annotations of a GitHub workflow

Exit codes: 0 nothing that severe, 1 findings, 2 called wrongly or something could not be read or written.
With --fix they tell of what remains.`,
    )
    .action(check);
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  const reading = await read(paths, options.today);
  process.stderr.write(asidesOf(reading));
  if (options.dryRun) {
    const { fixed, remaining } = fix(reading);
    process.stdout.write(diffOf(fixed, reading));
    process.stderr.write(
      aside(fixed.length === 0 ? 'there is nothing to fix.' : `${counted(fixed)} to be made.`),
    );
    process.exitCode = exitCode(remaining, options);
  } else if (options.fix) {
    const { fixed, remaining: hoped } = fix(reading);
    const result = await writeFixed(fixed, hoped);
    process.stderr.write(fixesAside(result));
    print(result.remaining, options);
    process.exitCode = result.refused.length > 0 ? EXIT.trouble : exitCode(result.remaining, options);
  } else {
    print(reading, options);
    process.exitCode = exitCode(reading, options);
  }
}

function print(reading: Reading, { format, color }: CheckOptions): void {
  const written: Record<(typeof FORMATS)[number], () => string> = {
    text: () => checkText(reading, lookOf(color)),
    json: () => jsonText(checkJson(reading)),
    sarif: () => jsonText(sarifLog(reading, { version, pageOf })),
    github: () => githubAnnotations(reading),
  };
  process.stdout.write(written[format]());
}

function exitCode(reading: Reading, { failOn }: CheckOptions): number {
  if (reading.incomplete) return EXIT.trouble;
  const failing = saidIn(reading).some(({ findings }) =>
    findings.some(({ severity }) => RANK[severity] <= RANK[failOn]),
  );
  return failing ? EXIT.findings : EXIT.clean;
}
