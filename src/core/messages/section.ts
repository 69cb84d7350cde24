import type { Messages } from './message.ts';

/** Why a section was not inserted, and what sections and new agreements say where somebody is to write. */
export const sections: Messages = {
  'section/debrief-exists': '“{topic}” has its debrief already.',
  'section/debriefs-done': 'Every negotiation up to today has its debrief.',
  'section/debriefs-early': 'No negotiation has taken place yet, so there is nothing to write down.',
  'section/debrief-blank': 'A debrief of today is here already, and nothing is written in it.',
  'section/debrief-unclear':
    'Nothing would tell which negotiation the debrief belongs to: give each an id of its own.',
  'section/brief-exists': '“{topic}” has its reflection brief already.',
  'section/briefs-done': 'Every negotiation to come has its reflection brief.',
  'section/brief-blank': 'A reflection brief of today is here already, and nothing is written in it.',
  'section/brief-unclear':
    'Nothing would tell which negotiation the brief belongs to: give each an id of its own.',
  'section/no-place':
    'What is inserted here would not be read: a code block, a comment or HTML above is never closed.',
  'section/no-column':
    'The table of changes has no column “{column}” to write this in. Add it, and try again.',
  'section/renewed': {
    by: 'notice',
    waived: 'Renewed by {renews}: notice was waived on {day}',
    other: 'Renewed by {renews}: nobody gave notice by {day}',
    none: 'Renewed by {renews}',
  },
  'section/hint/topic': 'What it was about',
  'section/hint/what-worked': 'What did we do or say that moved them, and why did it?',
  'section/hint/false-assumptions': 'Which of our assumptions was wrong, and what showed it?',
  'section/hint/their-side': 'What binds them, who or what decides, what did they let show?',
  'section/hint/emotions': 'When did the mood turn, on either side, and what turned it?',
  'section/hint/preparation': 'What would we prepare differently?',
  'section/hint/execution': 'What would we do differently at the table?',
  'section/hint/relationship': 'What did we learn about working with them?',
  'section/hint/action': 'What is to be done',
  'section/hint/owner': '@owner',
  'section/hint/due': 'due:YYYY-MM-DD',
  'section/hint/priorities': 'What comes first, what can go, and where do we stop?',
  'section/hint/accuracy-review': 'After the talks: which of this held, and how well had we judged it?',
  'section/owes/we': 'We owe',
  'section/owes/they': 'They owe',
  'section/owes/party': '{party} owes',
  'section/owed': {
    by: 'when',
    due: '{what} ({owner}, due {due})',
    late: {
      by: 'days',
      one: '{what} ({owner}, due {due}, {days} day late)',
      other: '{what} ({owner}, due {due}, {days} days late)',
    },
    other: '{what} ({owner})',
  },
  'section/owed-more': { by: 'count', one: 'and {count} more', other: 'and {count} more' },
  'section/new/title': 'New agreement',
  'section/new/us': 'Our side',
  'section/new/them': 'Their side',
  'section/new/our-role': 'our role',
  'section/new/their-role': 'their role',
  'section/new/objective': 'What is to be reached',
  'section/new/milestone': 'What will be so when it is done',
  'section/new/indicator': 'How anyone can verify it',
  'section/new/clause': 'Purpose',
  'section/new/words': 'Who does what for whom, and until when.',
};
