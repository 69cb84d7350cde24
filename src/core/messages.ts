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
  'report/state': {
    by: 'state',
    cancelled: 'cancelled',
    done: 'done',
    overdue: 'overdue',
    blocked: 'blocked',
    'due-today': 'due today',
    'due-soon': 'due soon',
    waiting: 'waiting',
    open: 'open',
  },
  'report/kind': {
    by: 'kind',
    milestone: 'milestone',
    action: 'action item',
    'risk-review': 'risk review',
    'check-in': 'check-in',
    debrief: 'debrief',
    notice: 'notice',
    expiry: 'expiry',
  },
  'report/bucket': {
    by: 'bucket',
    overdue: 'Overdue',
    today: 'Today',
    week: 'Next 7 days',
    month: 'Next 31 days',
    later: 'Later',
    none: 'No due day',
    settled: 'Done or cancelled',
  },
  'report/flag': {
    by: 'flag',
    blocked: 'blocked',
    waiting: 'waiting for what comes before',
    acceptance: 'handed over, to be accepted',
    provisional: 'date may move',
    'at-risk': 'at risk',
  },
  'report/short-day': {
    by: 'month',
    1: '{day} Jan',
    2: '{day} Feb',
    3: '{day} Mar',
    4: '{day} Apr',
    5: '{day} May',
    6: '{day} Jun',
    7: '{day} Jul',
    8: '{day} Aug',
    9: '{day} Sep',
    10: '{day} Oct',
    11: '{day} Nov',
    12: '{day} Dec',
  },
  'report/long-day': {
    by: 'month',
    1: '{day} January',
    2: '{day} February',
    3: '{day} March',
    4: '{day} April',
    5: '{day} May',
    6: '{day} June',
    7: '{day} July',
    8: '{day} August',
    9: '{day} September',
    10: '{day} October',
    11: '{day} November',
    12: '{day} December',
  },
  'report/day-year': '{day} {year}',
  'report/late': { by: 'days', one: '{days} day late', other: '{days} days late' },
  'report/due-today': 'due today',
  'report/due-tomorrow': 'due tomorrow',
  'report/due-in': { by: 'days', one: 'in {days} day', other: 'in {days} days' },
  'report/due-on': 'due {day}',
  'report/done-on': 'done {day}',
  'report/no-due': 'no due day',
  'report/expected': 'expected {day}',
  'report/owned-by': 'owner {owner}',
  'report/no-owner': 'no owner',
  'report/in-agreement': 'in {agreement}',
};
