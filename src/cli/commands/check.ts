import { type Command, Option } from 'commander';
import type { Finding } from '../../core/checks/check.ts';
import { checkText } from '../../core/report/findings-text.ts';
import { checkJson } from '../../core/report/json.ts';
import { saidIn } from '../../core/report/source.ts';
import { EXIT } from '../failure.ts';
import { type ReadingOptions, withReading } from '../options.ts';
import { asidesOf } from '../output/asides.ts';
import { jsonText, lookOf } from '../output/terminal.ts';
import { read } from '../read.ts';

const FORMATS = ['text', 'json'] as const;
const FAILING = ['error', 'warning', 'information'] as const;
const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, information: 2, hint: 3 };

interface CheckOptions extends ReadingOptions<(typeof FORMATS)[number]> {
  readonly failOn: (typeof FAILING)[number];
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
    .addHelpText(
      'after',
      `
Examples:
  parley check                              all agreements below this folder
  parley check jars.md --fail-on error      one agreement; only errors exit with 1
  parley check --today 2027-01-31           as it will be at the end of January
  parley check --format json > report.json  for other programs

Exit codes: 0 nothing that severe, 1 findings, 2 called wrongly or something could not be read.`,
    )
    .action(check);
}

async function check(
  paths: readonly string[],
  { format, today, color, failOn }: CheckOptions,
): Promise<void> {
  const reading = await read(paths, today);
  process.stderr.write(asidesOf(reading));
  process.stdout.write(format === 'json' ? jsonText(checkJson(reading)) : checkText(reading, lookOf(color)));
  const failing = saidIn(reading).some(({ findings }) =>
    findings.some(({ severity }) => RANK[severity] <= RANK[failOn]),
  );
  process.exitCode = reading.incomplete ? EXIT.trouble : failing ? EXIT.findings : EXIT.clean;
}
