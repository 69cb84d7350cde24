import { agreements } from './messages/agreements.ts';
import { deadlines } from './messages/deadlines.ts';
import { edits } from './messages/edits.ts';
import { findings } from './messages/findings.ts';
import { fixes } from './messages/fixes.ts';
import { invalidValue } from './messages/invalid-value.ts';
import type { Message, MessageArgs, Messages } from './messages/message.ts';
import { report } from './messages/report.ts';
import { sections } from './messages/section.ts';
import { server } from './messages/server.ts';
import { yamlSyntax } from './messages/yaml-syntax.ts';

export type { Message, MessageArgs, Messages } from './messages/message.ts';

const plural = new Intl.PluralRules('en');
/** An argument with more characters than this is cut: a sentence quotes a text so that it can be found. */
const MAX_ARGUMENT = 80;

/**
 * Words a message. An argument that is missing leaves its name in braces, so that a mistake shows.
 * @throws Error when there is no such code: each code is a constant of the program.
 */
export function sentence(code: string, args: MessageArgs = {}, messages: Messages = english): string {
  const message = messages[code];
  if (message === undefined) throw new Error(`No message has the code ${code}`);
  return template(message, args).replace(/\{(\w+)\}/g, (whole, name: string) => spoken(args[name]) ?? whole);
}

function template(message: Message, args: MessageArgs): string {
  if (typeof message === 'string') return message;
  const value = args[message.by];
  const plain = wording(message, String(value));
  const chosen = typeof value === 'number' ? (plain ?? wording(message, plural.select(value))) : plain;
  return template(chosen ?? message.other ?? '', args);
}

function wording(message: Exclude<Message, string>, word: string): Message | undefined {
  return word !== 'by' && Object.hasOwn(message, word) ? message[word] : undefined;
}

/** An argument on one line, and no longer than a sentence bears. */
function spoken(value: string | number | undefined): string | undefined {
  if (typeof value !== 'string') return value?.toString();
  const line = value.replace(/\s+/g, ' ');
  return line.length <= MAX_ARGUMENT ? line : `${[...line.slice(0, MAX_ARGUMENT)].slice(0, -1).join('')}…`;
}

/** The sentences in English. They say what is, then what to expect; never who is to blame. */
export const english: Messages = {
  ...deadlines,
  ...findings,
  'invalid-value': invalidValue,
  'yaml-syntax': yamlSyntax,
  ...fixes,
  ...server,
  ...edits,
  ...report,
  ...agreements,
  ...sections,
};
