import type { Messages } from './message.ts';

/** What each check says, less the two that have a page of reasons of their own. */
export const findings: Messages = {
  'no-owner': {
    by: 'who',
    contract: '“{title}” names no owner, so {owner} answers for it, who owns the agreement.',
    other: '“{title}” names no owner, and nobody else answers for it.',
  },
  'no-owner/contract': 'Who owns the agreement.',
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
  'done-without-date': '“{title}” is done, expected the day on which it was.',
  'done-in-the-future': {
    by: 'what',
    submitted: 'Unexpected day {day}: “{title}” cannot have been submitted on a day that is still to come.',
    other: 'Unexpected day {day}: “{title}” cannot have been done on a day that is still to come.',
  },
  'status-contradiction': {
    by: 'what',
    done: '“{title}” has a day on which it was done and is {status}: the status counts.',
    progress: '“{title}” is done and its progress is {progress}%.',
    ticked: '“{title}” is ticked and has a day on which it was called off: the box counts.',
    other: '“{title}” has a day on which it was done and is not ticked: the box counts.',
  },
  'status-contradiction/status': 'The status.',
  'completed-with-open-milestones': {
    by: 'count',
    one: 'The agreement is completed, and “{title}” is neither done nor cancelled.',
    other: 'The agreement is completed, and {count} milestones are neither done nor cancelled.',
  },
  'completed-with-open-milestones/open': '“{title}” is open.',
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
    occurrence: 'Unexpected day {name}: “{title}” is not due on it.',
    other: 'Unexpected “{name}”, expected the id of a milestone.',
  },
  'unknown-reference/every': 'How often “{title}” is owed.',
  'cancelled-predecessor': '“{title}” is cancelled, so nothing waits for it any more.',
  'cancelled-predecessor/cancelled': '“{title}” is cancelled here.',
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
