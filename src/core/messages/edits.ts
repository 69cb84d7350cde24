import type { Messages } from './message.ts';

/** Why something was not written. Each says what can be done instead. */
export const edits: Messages = {
  'edit/aliased': 'This stands behind an alias. Change “{key}” where the anchor stands.',
  'edit/anchored':
    'An alias repeats “&{anchor}” elsewhere in the file, and would change too. Change it by hand.',
  'edit/unclear': '“{key}” is written in a way that cannot be changed safely. Change it by hand.',
  'edit/lone-return':
    'A line ends here with a carriage return alone, which is no end of a line in YAML. Write line feeds instead.',
  'edit/no-such-key': 'There is no “{key}” here.',
  'edit/only-key': '“{key}” is the only key here. Remove the whole entry by hand.',
  'edit/unsafe': 'This cannot be written without changing something else. Change it by hand.',
  'edit/stale': 'The file has changed since. Try again.',
  'edit/elsewhere': '“{title}” stands in another document. Change it there.',
  'edit/overlap': 'Two of these changes touch the same place. Make them one after the other.',
  'edit/settled': {
    by: 'state',
    done: '“{title}” is done already.',
    other: '“{title}” is no longer owed.',
  },
  'edit/cannot-complete': {
    by: 'kind',
    notice: 'Write “given” with the day under “notice”, or “waived” where it was decided not to give notice.',
    expiry: 'An agreement ends by its “status”: write completed or terminated, or move “expires”.',
    'check-in': 'A check-in is done by its record. Insert a check-in.',
    debrief: 'A debrief is done by its record. Insert a debrief.',
    'risk-review': 'A review is done by its record. Insert a risk review that names {id}.',
    other: '“{title}” cannot be marked done.',
  },
  'edit/cannot-postpone': {
    by: 'kind',
    notice: 'The notice day is part of what was agreed. Change “notice” and record the change.',
    expiry: 'The last day in force is part of what was agreed. Change “expires” and record the change.',
    'check-in': 'The next check-in follows from “cadence”.',
    debrief: 'A debrief is due two days after the talks.',
    other: '“{title}” cannot be postponed.',
  },
  'edit/cannot-reassign': {
    by: 'kind',
    'check-in': 'The contract owner answers for check-ins. Change “owner” of the agreement.',
    other: 'The contract owner answers for the end of the agreement. Change “owner” of the agreement.',
  },
  'edit/not-a-handle':
    'Unexpected “{text}”, expected a handle: lower-case letters, digits, “_” and “-”, first a letter.',
  'edit/no-occurrence': '“{title}” has no due day yet, so no occurrence of it can be done.',
  'edit/recurring': '“{title}” comes round again: one day of a series cannot be moved.',
  'edit/acceptance':
    '“{title}” was submitted: the day to accept it follows from “submitted” and “acceptance”.',
  'edit/not-a-day': 'Unexpected “{text}”, expected a day, YYYY-MM-DD, or one like “M1 + 2 weeks”.',
  'edit/day-only': 'Unexpected “{text}”: “{title}” takes a day, YYYY-MM-DD.',
  'edit/unknown-anchor': 'Unexpected “{anchor}”: no milestone has that id.',
  'edit/recurring-anchor': 'Unexpected “{anchor}”: what comes round again has no one day to count from.',
  'edit/out-of-range': 'Unexpected “{text}”: it leads beyond the years 1 to 9999.',
  'edit/cycle': 'Unexpected “{anchor}”: it waits for “{title}” itself.',
};
