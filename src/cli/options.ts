import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type Day, parseDay } from '../core/calendar/day.ts';

/** What commands that print for people can be told. */
export interface ColourOptions {
  /** Absent where neither `--color` nor `--no-color` is given. */
  readonly color?: boolean;
}

/** What commands that read agreements can be told. */
export interface ReadingOptions<Format extends string> extends ColourOptions {
  readonly format: Format;
  readonly today?: Day;
}

/** Adds what commands that print for people can be told. */
export function withColours(command: Command): Command {
  return command
    .option('--color', 'use colours even where there is no terminal')
    .option('--no-color', 'use no colours');
}

/** Adds what commands that read agreements can be told. */
export function withReading(command: Command, formats: readonly string[]): Command {
  return withColours(
    command
      .addArgument(new Argument('[paths...]', 'files and folders').default(['.'], 'this folder'))
      .addOption(new Option('--format <format>', 'how to say it').choices(formats).default('text'))
      .option('--today <day>', 'the day to take for today, YYYY-MM-DD', dayOption),
  );
}

/** Reads the value of an option that takes a day. */
export function dayOption(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError('Expected a day of the calendar as YYYY-MM-DD.');
  return day;
}

/** Reads an option that may be repeated and takes several values at once, parted by commas. */
export function listOption(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.includes('')) throw new InvalidArgumentError('Expected values parted by commas.');
  return [...before, ...values];
}

/** Makes a reader like `listOption` that takes certain words only. */
export function choicesOption<Word extends string>(
  words: readonly Word[],
): (text: string, before?: readonly Word[]) => readonly Word[] {
  return (text, before = []) => {
    const values = listOption(text).map((value) => words.find((word) => word === value));
    if (values.every((value) => value !== undefined)) return [...before, ...values];
    throw new InvalidArgumentError(`Allowed choices are ${words.join(', ')}.`);
  };
}
