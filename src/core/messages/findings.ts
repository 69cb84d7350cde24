import type { Messages } from './message.ts';

/** What each check says, less the two that have a page of reasons of their own. */
export const findings: Messages = {
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
    debrief: {
      by: 'days',
      one: 'The debrief on “{title}” is {days} day late: it was due on {due}.',
      other: 'The debrief on “{title}” is {days} days late: it was due on {due}.',
    },
    'check-in': {
      by: 'days',
      one: 'The check-in is {days} day late: it was due on {due}.',
      other: 'The check-in is {days} days late: it was due on {due}.',
    },
    'risk-review': {
      by: 'days',
      one: 'The review of the risk “{title}” is {days} day late: it was due on {due}.',
      other: 'The review of the risk “{title}” is {days} days late: it was due on {due}.',
    },
    notice: {
      by: 'days',
      one: 'The last day to give notice was {due}, {days} day ago: expected `given` or `waived` with its day.',
      other:
        'The last day to give notice was {due}, {days} days ago: expected `given` or `waived` with its day.',
    },
    renewed: 'No notice was given by {due}: the agreement renews by {renews}.',
    expiry: {
      by: 'days',
      one: 'The agreement ended {days} day ago, on {due}, and is still {status}.',
      other: 'The agreement ended {days} days ago, on {due}, and is still {status}.',
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
  'no-owner': {
    by: 'who',
    contract: '“{title}” names no owner, so {owner} answers for it, who owns the agreement.',
    other: '“{title}” names no owner, and nobody else answers for it.',
  },
  'no-owner/contract': 'Who owns the agreement.',
};
