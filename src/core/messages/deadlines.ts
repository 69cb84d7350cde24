import type { Messages } from './message.ts';

/** What the checks of days and lateness say. */
export const deadlines: Messages = {
  overdue: {
    by: 'kind',
    series: {
      by: 'days',
      one: '{count} times “{title}” are open; the first was due {days} day ago, on {due}.',
      other: '{count} times “{title}” are open; the first was due {days} days ago, on {due}.',
    },
    acceptance: {
      by: 'days',
      one: '“{title}” waits for {owner} to accept it, {days} day longer than agreed: the answer was due on {due}.',
      other:
        '“{title}” waits for {owner} to accept it, {days} days longer than agreed: the answer was due on {due}.',
    },
    other: {
      by: 'days',
      one: '“{title}” is {days} day late: it was due on {due}.',
      other: '“{title}” is {days} days late: it was due on {due}.',
    },
  },
  'overdue/blocked': 'It is blocked: {reason}',
  'overdue/waits-for': '“{title}” is to be finished first.',
  'overdue/accepts': 'Whose answer it waits for.',
  'due-soon': {
    by: 'kind',
    acceptance: {
      by: 'days',
      0: '“{title}” waits for {owner} to accept it; the answer is due today.',
      one: '“{title}” waits for {owner} to accept it; the answer is due tomorrow.',
      other: '“{title}” waits for {owner} to accept it; the answer is due in {days} days, on {due}.',
    },
    debrief: {
      by: 'days',
      0: 'The debrief on “{title}” is due today.',
      one: 'The debrief on “{title}” is due tomorrow.',
      other: 'The debrief on “{title}” is due in {days} days, on {due}.',
    },
    'check-in': {
      by: 'days',
      0: 'The check-in is due today.',
      one: 'The check-in is due tomorrow.',
      other: 'The check-in is due in {days} days, on {due}.',
    },
    'risk-review': {
      by: 'days',
      0: 'The review of the risk “{title}” is due today.',
      one: 'The review of the risk “{title}” is due tomorrow.',
      other: 'The review of the risk “{title}” is due in {days} days, on {due}.',
    },
    expiry: {
      by: 'days',
      0: 'Today is the last day of the agreement.',
      one: 'Tomorrow is the last day of the agreement.',
      other: 'The last day of the agreement is in {days} days, on {due}.',
    },
    other: {
      by: 'days',
      0: '“{title}” is due today.',
      one: '“{title}” is due tomorrow.',
      other: '“{title}” is due in {days} days, on {due}.',
    },
  },
  'past-expiry': {
    by: 'what',
    renewed:
      'The agreement reached its last day on {due} and renews by {renews}: expected the new `expires`.',
    other: {
      by: 'days',
      one: 'The agreement ended {days} day ago, on {due}, and is still {status}.',
      other: 'The agreement ended {days} days ago, on {due}, and is still {status}.',
    },
  },
  'notice-near': {
    by: 'what',
    near: {
      by: 'days',
      0: 'Today is the last day to give notice.',
      one: 'Tomorrow is the last day to give notice.',
      other: 'The last day to give notice is in {days} days, on {due}.',
    },
    'near-renewal': {
      by: 'days',
      0: 'Today is the last day to give notice: without it the agreement renews by {renews}.',
      one: 'Tomorrow is the last day to give notice: without it the agreement renews by {renews}.',
      other:
        'The last day to give notice is in {days} days, on {due}: without it the agreement renews by {renews}.',
    },
    renewed: 'No notice was given by {due}: the agreement renews by {renews}.',
    other: {
      by: 'days',
      one: 'The last day to give notice was {due}, {days} day ago: expected `given` or `waived` with its day.',
      other:
        'The last day to give notice was {due}, {days} days ago: expected `given` or `waived` with its day.',
    },
  },
  'check-in-overdue': {
    by: 'days',
    one: 'The check-in is {days} day late: it was due on {due}.',
    other: 'The check-in is {days} days late: it was due on {due}.',
  },
  'late-without-reason':
    'The check-in of {date} gives no reason why “{title}” is late: expected a row of Variances.',
  'debrief-overdue': {
    by: 'days',
    one: 'The debrief on “{title}” is {days} day late: it was due on {due}.',
    other: 'The debrief on “{title}” is {days} days late: it was due on {due}.',
  },
  'risk-review-overdue': {
    by: 'days',
    one: 'The review of the risk “{title}” is {days} day late: it was due on {due}.',
    other: 'The review of the risk “{title}” is {days} days late: it was due on {due}.',
  },
  'forecast-late': {
    by: 'days',
    one: 'As things stand “{title}” will be {days} day late: due on {due}, expected on {forecast}.',
    other: 'As things stand “{title}” will be {days} days late: due on {due}, expected on {forecast}.',
  },
  'forecast-late/waits-for': '“{title}” is to be finished first.',
  'due-before-predecessor':
    '“{title}” is due on {due}, before “{other}”, which is to be finished first and is due on {first}.',
  'due-before-predecessor/first': 'The day of the one that is to be finished first.',
  'due-after-expiry':
    '“{title}” is due on {due}, after the last day of the agreement, {last}: expected `survives: true`, or another day.',
  'due-after-expiry/last': 'The last day of the agreement.',
};
