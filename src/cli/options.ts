import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type Day, parseDay } from '../core/calendar/day.ts';
import { Failure } from './failure.ts';

/** What commands that print for people can be told. */
export interface ColourOptions {
  /** Absent where neither `--color` nor `--no-color` is given. */
  readonly color?: boolean;
}

/** What commands that read agreements can be told. */
export interface ReadingOptions<Format extends string> extends ColourOptions {
  readonly format: Format;
  readonly today?: Day;
  readonly watch?: true;
  readonly cache?: string;
}

/** The headings under which help puts the options that several commands have. */
const OUTPUT = 'Output:';
const DAY = 'Day:';

/** What can be said again and again. The other formats are files, which end. */
const AGAIN: readonly string[] = ['text', 'json'];

/** Adds what commands that print for people can be told. */
export function withColours(command: Command): Command {
  return command
    .addOption(new Option('--color', 'use colours even where there is no terminal').helpGroup(OUTPUT))
    .addOption(new Option('--no-color', 'use no colours').helpGroup(OUTPUT));
}

/** Adds what commands that read agreements can be told. */
export function withReading(command: Command, formats: readonly string[]): Command {
  const format = new Option('--format <format>', 'how to say it').choices(formats).default('text');
  const cache = new Option('--cache <file>', 'keep there what was found, and take over what did not change');
  const watch = new Option('--watch', 'say it again whenever something changes, until Ctrl-C');
  command
    .addArgument(new Argument('[paths...]', 'files and folders').default(['.'], 'this folder'))
    .addOption(format.helpGroup(OUTPUT))
    .addOption(watch.helpGroup(OUTPUT))
    .addOption(cache.helpGroup('Speed:'));
  return withColours(command).addOption(todayOption());
}

/** The option that fixes the day. */
export function todayOption(): Option {
  return dayOption('--today <day>', 'the day to take for today').helpGroup(DAY);
}

/** An option that takes a day. */
export function dayOption(flags: string, description: string): Option {
  return new Option(flags, `${description}, YYYY-MM-DD`).argParser(readDay);
}

/** An option that takes several values at once, parted by commas, and may be repeated. */
export function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description).argParser(readList);
  lists.add(option);
  return option;
}

/** As `listOption`, for certain words only. */
export function wordsOption(flags: string, description: string, words: readonly string[]): Option {
  // Commander would take one of the words and no more; as its choices they are in help and completion all the same.
  const option = new Option(flags, description).choices(words).argParser(wordsReader(words));
  lists.add(option);
  return option;
}

const lists = new WeakSet<Option>();

/** Whether an option takes several values, parted by commas. */
export function takesList(option: Option): boolean {
  return lists.has(option);
}

/** @throws Failure where something cannot be said again and again */
export function mustBeWatchable({ format }: ReadingOptions<string>): void {
  if (!AGAIN.includes(format)) throw new Failure(`--watch goes with --format ${AGAIN.join(' or ')}.`);
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError('Expected a day of the calendar as YYYY-MM-DD.');
  return day;
}

function readList(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.includes('')) throw new InvalidArgumentError('Expected values parted by commas.');
  return [...before, ...values];
}

function wordsReader(
  words: readonly string[],
): (text: string, before?: readonly string[]) => readonly string[] {
  return (text, before = []) => {
    const values = readList(text);
    if (values.every((value) => words.includes(value))) return [...before, ...values];
    throw new InvalidArgumentError(`Allowed choices are ${words.join(', ')}.`);
  };
}
