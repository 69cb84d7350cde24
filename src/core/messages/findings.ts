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
    notice: {
      by: 'days',
      0: 'Today is the last day to give notice.',
      one: 'Tomorrow is the last day to give notice.',
      other: 'The last day to give notice is in {days} days, on {due}.',
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
  'no-due': {
    by: 'what',
    series: '“{title}” recurs from no day on, expected its first due day.',
    other: '“{title}” has no due day.',
  },
  'no-due/every': 'How often “{title}” is owed.',
  'no-indicator': '“{title}” has no indicator: expected how anyone can verify that it is done.',
  'action-no-owner': {
    by: 'who',
    contract: '“{title}” mentions nobody, so {owner} answers for it, who owns the agreement.',
    other: '“{title}” mentions nobody, and nobody else answers for it.',
  },
  'blocked-without-reason': {
    by: 'lacks',
    reason: '“{title}” is blocked, expected the reason.',
    since: '“{title}” is blocked, expected the day since when.',
    other: '“{title}” is blocked, expected the reason and the day since when.',
  },
  'unknown-owner': {
    by: 'kind',
    unlisted: 'Unexpected “{name}”, expected one of the people listed under `people`.',
    other: 'Unexpected “{name}”, expected a person or party of this agreement.',
  },
  'unknown-reference': {
    by: 'what',
    objective: 'Unexpected “{name}”, expected the id of an objective.',
    party: 'Unexpected “{name}”, expected a party of this agreement.',
    anchor: 'Unexpected “{name}”, expected signed, effective, expires or the id of a milestone.',
    recurring: 'Unexpected series “{title}”, expected a milestone that is due once.',
    cancelled: '“{title}” is cancelled, so nothing waits for it any more.',
    occurrence: 'Unexpected day {name}: “{title}” is not due on it.',
    other: 'Unexpected “{name}”, expected the id of a milestone.',
  },
  'unknown-reference/every': 'How often “{title}” is owed.',
  'unknown-reference/cancelled': '“{title}” is cancelled here.',
  'duplicate-id': {
    by: 'what',
    case: 'Unexpected “{id}”: only its case tells it from “{other}”.',
    other: 'Unexpected second “{id}”, expected a name of its own.',
  },
  'duplicate-id/first': '“{id}” stands here first.',
  'circular-dependency': '“{id}” waits for itself: {way}.',
  'circular-dependency/next': '“{id}” waits for “{other}”.',
  'unresolved-date': {
    by: 'reason',
    'out-of-range': 'This leads to no day: it leaves the years 1 to 9999, or there are no business days.',
    duration:
      'This length of time has nothing to count from, expected a start or the agreement’s `effective`.',
    other: '“{anchor}” has no day yet, so nothing can be counted from it.',
  },
  'unresolved-date/anchor': '“{anchor}” has no day.',
  'unknown-key': 'Unexpected key “{key}”, expected “{known}”.',
  'duplicate-key': 'Unexpected second key “{key}”: the first one counts.',
  'duplicate-key/first': '“{key}” stands here first.',
  'marker-twice': {
    by: 'kind',
    due: 'Unexpected second due day “{text}”: the first one counts.',
    done: 'Unexpected second day of completion “{text}”: the first one counts.',
    cancelled: 'Unexpected second day of cancellation “{text}”: the first one counts.',
    other: 'Unexpected second priority “{text}”: the first one counts.',
  },
  'marker-twice/first': 'The one that counts.',
  'notes-without-agreement': {
    by: 'what',
    empty: 'Unexpected empty `notes-for`, expected the id of the agreement that the notes are about.',
    other: 'These notes belong to no agreement, so they count nowhere: none has the id “{id}”.',
  },
  'unclosed-frontmatter': 'Unexpected end of the frontmatter, expected a closing line “---”.',
};
