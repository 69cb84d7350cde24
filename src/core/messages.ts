/** What a sentence needs to know: words and numbers by name. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/**
 * A sentence with `{name}` where an argument goes. Where a number decides the wording, `by` names it and `one` is
 * said for the numbers that the language's plural rules call so; where an argument is a word of ours, `by` names it
 * and the sentence stands under that word.
 */
export type Message = string | { readonly by: string; readonly [word: string]: string };

/** All sentences of one language, by code. A code is a check's id, `check/part`, or `fix/name`. */
export type Messages = Readonly<Record<string, Message>>;

const plural = new Intl.PluralRules('en');

/**
 * Words a message. An argument that is missing leaves its name in braces, so that a mistake shows.
 * @throws Error when there is no such code: each code is a constant of the program.
 */
export function sentence(code: string, args: MessageArgs = {}, messages: Messages = english): string {
  const message = messages[code];
  if (message === undefined) throw new Error(`No message has the code ${code}`);
  return template(message, args).replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

function template(message: Message, args: MessageArgs): string {
  if (typeof message === 'string') return message;
  const value = args[message.by];
  const word = typeof value === 'number' ? plural.select(value) : String(value);
  return message[word] ?? message.other ?? '';
}

/** The sentences in English. They say what is, then what to expect; never who is to blame. */
export const english: Messages = {
  overdue: {
    by: 'days',
    one: '“{title}” is {days} day late: it was due on {due}.',
    other: '“{title}” is {days} days late: it was due on {due}.',
  },
};
