import type { Argument, Command, Option } from 'commander';
import { takesList } from '../options.ts';

/** All that shells complete after `parley`. */
export interface Completions {
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

/** A command as shells complete it. */
export interface CompletedCommand {
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly CompletedOption[];
  /** What its arguments can be: certain words, files, or nothing where it takes none. */
  readonly argument: readonly string[] | 'files' | undefined;
}

/** An option as shells complete it. */
export interface CompletedOption {
  /** `--format`; the short one too, if there is one. */
  readonly flags: readonly string[];
  readonly meaning: string;
  /** The words that its value can be, none where that is free; absent where it takes no value. */
  readonly words?: readonly string[];
  /** Whether its value is several of them, parted by commas. */
  readonly list: boolean;
}

/** All that shells complete, as commands are defined. */
export function completionsOf(program: Command): Completions {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    options: help.visibleOptions(program).map(optionOf),
    commands: commands.map((command) => {
      const [argument] = command.registeredArguments;
      return {
        name: command.name(),
        meaning: help.subcommandDescription(command),
        options: help.visibleOptions(command).map(optionOf),
        argument: command.name() === 'help' ? names : argument && valuesOf(argument),
      };
    }),
  };
}

function optionOf(option: Option): CompletedOption {
  const { short, long, argChoices = [], description } = option;
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    meaning: description,
    list: takesList(option),
    ...((option.required || option.optional) && { words: argChoices }),
  };
}

/** The arguments without certain words are paths. */
function valuesOf({ argChoices }: Argument): readonly string[] | 'files' {
  return argChoices ?? 'files';
}
