import { type Command, Option } from 'commander';
import { version } from '../../package.json';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addExplain } from './commands/explain.ts';
import { addList } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { aside } from './failure.ts';
import { ManualCommand, withManual } from './manual.ts';
import { styled, wantsColour } from './output/terminal.ts';

/** Lines that are longer are hard to follow, however wide the terminal is. */
const WIDEST = 100;

/** All commands of `parley` with all that they can be told: what help, completion and the docs are made from. */
export function createProgram(): Command {
  const program = new ManualCommand('parley')
    .description('Reads agreements kept as Markdown: who owes what to whom by when, and what stands out.')
    .optionsGroup('Help:')
    .version(version, '-v, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Help:'))
    .helpCommand('help [command]', 'print all that a command can be told')
    .configureOutput({
      outputError: (text, write) => write(aside(plainly(text))),
      getOutHelpWidth: () => (process.stdout.isTTY ? Math.min(process.stdout.columns, WIDEST) : WIDEST),
      getErrHelpWidth: () => (process.stderr.isTTY ? Math.min(process.stderr.columns, WIDEST) : WIDEST),
      getOutHasColors: () => wantsColour(undefined),
      getErrHasColors: () => wantsColour(undefined) && process.stderr.isTTY,
    })
    .configureHelp({ styleTitle: styled('bold'), styleCommandText: styled('cyan') })
    .exitOverride();
  withManual(program, {
    environment: ['FORCE_COLOR', 'NO_COLOR', 'TZ'],
    examples: [
      ['parley check', 'what stands out in the agreements below this folder'],
      ['parley list --group-by due', 'who owes what, by deadline'],
      ['parley explain overdue', 'what a check means, and how to settle it'],
      ['parley new --kind lease', 'the draft of an agreement, to begin from'],
      ['parley help list', 'all that a command can be told'],
    ],
  });
  addCheck(program);
  addList(program);
  addExplain(program);
  addNew(program);
  addCompletion(program);
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
