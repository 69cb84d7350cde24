import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addCheck } from './commands/check.ts';
import { addExplain } from './commands/explain.ts';
import { addList } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { aside, EXIT, Failure } from './failure.ts';

function createProgram(): Command {
  const program = new Command('parley')
    .description('Reads agreements kept as Markdown: who owes what to whom by when, and what stands out.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText(
      'after',
      `
Examples:
  parley check                    what stands out in the agreements below this folder
  parley list --group-by due      who owes what, by deadline
  parley explain overdue          what a check means, and how to settle it
  parley new --kind lease         the draft of an agreement, to begin from
  parley help list                all that a command can be told`,
    )
    .configureOutput({ outputError: (text, write) => write(aside(plainly(text))) })
    .exitOverride();
  addCheck(program);
  addList(program);
  addExplain(program);
  addNew(program);
  return program;
}

/** Commander's `error: unknown option '--formt'\n(Did you mean --format?)`, on one line. */
function plainly(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\((.*)\)$/, '; $1')
    .replace(/\.? ?Did you mean/, ' did you mean')
    .replace(/\s*\n\s*/g, ' ');
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no mistake. A full disk is one. */
function whenBroken({ code = 'unknown' }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  process.exitCode = EXIT.trouble;
  process.stderr.write(aside(`the result could not be written (${code}).`));
}

async function main(): Promise<void> {
  process.stdout.on('error', whenBroken);
  // Where nobody listens to complaints there is nobody to tell.
  process.stderr.on('error', () => {});
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are what was asked for; all else was called wrongly and has been said already.
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.trouble;
      return;
    }
    const sentence =
      error instanceof Failure ? error.message : `stopped by a mistake of its own: ${said(error)}`;
    process.stderr.write(aside(sentence));
    process.exitCode = EXIT.trouble;
  }
}

function said(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// The exit code is set and the process left to end by itself, so that all output arrives.
void main();
