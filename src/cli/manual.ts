import { type Argument, Command, Help, type Option } from 'commander';

/** What the help of a command tells beside its arguments and options. */
export interface Manual {
  /** Further paragraphs of the description. */
  readonly more?: readonly string[];
  /** Words and what they mean, by heading. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the exit codes mean, by code. */
  readonly exits?: Readonly<Record<number, string>>;
  /** The variables of the environment that it heeds. */
  readonly environment?: readonly (keyof typeof ENVIRONMENT)[];
  /** Commands that can be run as they stand, and what each is for. */
  readonly examples: readonly (readonly [command: string, meaning: string])[];
}

/** What each variable of the environment decides. */
const ENVIRONMENT = {
  FORCE_COLOR: 'colours, or with 0 none, whatever stdout is; goes before NO_COLOR',
  NO_COLOR: 'with any value, no colours',
  TZ: 'the time zone where neither an agreement nor .parley.yaml names one',
} as const;

/** More choices than this are no help in a line. */
const MOST_CHOICES = 12;

const manuals = new WeakMap<Command, Manual>();

/** Adds to a command's help what its arguments and options do not tell. */
export function withManual(command: Command, manual: Manual): Command {
  manuals.set(command, manual);
  return command;
}

/** What a command's help tells beside its arguments and options. */
export function manualOf(command: Command): Manual {
  return manuals.get(command) ?? { examples: [] };
}

/** A command whose help, and that of the commands under it, is a page of a manual. */
export class ManualCommand extends Command {
  override createCommand(name?: string): ManualCommand {
    return new ManualCommand(name);
  }

  override createHelp(): Help {
    return Object.assign(new Page(), this.configureHelp());
  }
}

class Page extends Help {
  override commandDescription(command: Command): string {
    return [command.description(), ...(manualOf(command).more ?? [])].join('\n\n');
  }

  override optionDescription(option: Option): string {
    const { description, defaultValue } = option;
    return described(option, option.isBoolean() ? undefined : defaultValue, description);
  }

  override argumentDescription(argument: Argument): string {
    const { description, defaultValue, defaultValueDescription } = argument;
    return described(argument, defaultValueDescription ?? defaultValue, description);
  }

  override padWidth(command: Command, helper: Help): number {
    const { words = {}, environment = [] } = manualOf(command);
    const terms = [...Object.values(words).flatMap(Object.keys), ...environment];
    return Math.max(super.padWidth(command, helper), ...terms.map(({ length }) => length));
  }

  override formatHelp(command: Command, helper: Help): string {
    const { words = {}, exits = {}, environment = [], examples } = manualOf(command);
    const variables = Object.fromEntries(environment.map((name) => [name, ENVIRONMENT[name]]));
    const width = helper.padWidth(command, helper);
    const items = (meanings: Readonly<Record<string, string>>) =>
      Object.entries(meanings).map(([term, meaning]) => helper.formatItem(term, width, meaning, helper));
    const sections: Readonly<Record<string, string[]>> = {
      ...Object.fromEntries(Object.entries(words).map(([heading, meanings]) => [heading, items(meanings)])),
      'Exit codes:': items(exits),
      'Environment:': items(variables),
      'Examples:': examples.map(([line, meaning]) => `  ${helper.styleCommandText(line)}\n      ${meaning}`),
    };
    const written = Object.entries(sections).flatMap(([heading, lines]) =>
      helper.formatItemList(heading, lines, helper),
    );
    return [super.formatHelp(command, helper), ...written].join('\n');
  }
}

/** A description with the values that can be chosen and the one that holds otherwise. */
function described(
  { argChoices = [] }: Pick<Option, 'argChoices'>,
  otherwise: unknown,
  description: string,
): string {
  const choices = argChoices.length > 0 && argChoices.length <= MOST_CHOICES ? `: ${either(argChoices)}` : '';
  return `${description}${choices}${otherwise === undefined ? '' : `; default ${otherwise}`}`;
}

/** `text, json or csv`. */
function either(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
