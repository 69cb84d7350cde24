import type { Command, Option } from 'commander';
import { manualOf } from '../src/cli/manual.ts';
import { createProgram } from '../src/cli/program.ts';

const BEGIN = (what: string) => `<!-- from its definition: ${what} -->\n`;
const END = '<!-- end -->';

/** The page of the command line as it was written, with the tables of commands, flags and exit codes as they are. */
export function commandPage(page: string): string {
  const program = createProgram();
  const tables: Readonly<Record<string, string>> = {
    commands: table(['command', 'what it does'], program.commands.map(commandRow)),
    ...Object.fromEntries(
      program.commands.map((command) => [`flags of ${command.name()}`, flagsOf(command)]),
    ),
    'exit codes': table(['command', 'code', 'meaning'], program.commands.flatMap(exitRows)),
  };
  return Object.entries(tables).reduce((text, [what, rows]) => {
    const from = text.indexOf(BEGIN(what));
    const to = text.indexOf(END, from);
    return from < 0 || to < 0 ? text : `${text.slice(0, from)}${BEGIN(what)}\n${rows}\n${text.slice(to)}`;
  }, page);
}

function commandRow(command: Command): string[] {
  const name = command.name();
  return [`[\`parley ${name}\`](#parley-${name})`, command.summary()];
}

function flagsOf(command: Command): string {
  const help = command.createHelp();
  const options = command.options.map((option: Option) => [
    `\`${option.flags.replace(/<(.*)>/, (_, name: string) => name.toUpperCase())}\``,
    help.optionDescription(option),
  ]);
  return table(['flag', 'meaning'], options);
}

function exitRows(command: Command): string[][] {
  return Object.entries(manualOf(command).exits ?? {}).map(([code, meaning]) => [
    `\`${command.name()}\``,
    code,
    meaning,
  ]);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('');
}
