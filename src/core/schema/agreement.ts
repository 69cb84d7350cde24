import {
  dayOrPeriod,
  duration,
  interval,
  noticeDay,
  period,
  plainDay,
  relativeDay,
  weekday,
  zone,
} from './days.ts';
import { choice, either, flag, handle, id, money, number, percent, person, text } from './scalars.ts';
import { field, list, map, type Read, record } from './type.ts';

const level = choice('low', 'medium', 'high');
const share = { ...number, expected: 'low, medium, high or a number from 0 to 1' };

/** A party to the agreement. */
export const party = record({
  id: field(handle, 'The handle by which the rest of the file names the party.'),
  name: field(text, 'The name in full.'),
  role: field(text, 'What the party is in this agreement: supplier, buyer, tenant …'),
  people: field(list(handle), 'Handles of the people who act for the party.'),
});

/** A person; the handle is the key. */
export const personRecord = record(
  {
    name: field(text, 'The name in full.'),
    role: field(text, 'What the person does.'),
    email: field(text, 'An address; it tells whose agreements are “mine”.'),
  },
  'name',
);

/** A round of talks; it owes a debrief two days later. */
export const negotiation = record({
  id: field(id, 'How debriefs and briefs name it.'),
  date: field(plainDay, 'The day of the talks.'),
  topic: field(text, 'What was negotiated.'),
  owner: field(person, 'Who writes the debrief.'),
});

/** What somebody wants from the agreement, in numbers where it can be. */
export const objective = record({
  id: field(id, 'How milestones name it.'),
  title: field(text, 'What is to be reached.'),
  party: field(handle, 'Whose wish it is; shared where absent.'),
  metric: field(text, 'What is measured.'),
  unit: field(text, 'The unit of the figures.'),
  baseline: field(text, 'The figure before the agreement. Never in a shared export.'),
  target: field(text, 'The figure that was wanted. Never in a shared export.'),
  limit: field(text, 'The figure beyond which there is no agreement. Never in a shared export.'),
  agreed: field(text, 'The figure that was agreed.'),
  actual: field(text, 'The figure that was reached.'),
  supports: field(text, 'The larger plan that it serves.'),
});

const blocked = record(
  {
    since: field(plainDay, 'The day on which it came to a stop.'),
    reason: field(text, 'Why.'),
    on: field(person, 'Who can lift it.'),
  },
  'reason',
);

const completion = record(
  {
    due: field(plainDay, 'The occurrence that is completed, by its due day.'),
    done: field(plainDay, 'The day on which it was completed.'),
    evidence: field(text, 'Where the proof is.'),
  },
  'done',
);

/** A step with an owner, a deadline and a verifiable indicator. */
export const milestone = record({
  id: field(id, 'How the rest of the file names it.'),
  title: field(text, 'What will be so when it is done.'),
  objective: field(id, 'The objective it serves.'),
  clause: field(text, 'The words that create it: a clause number or a heading’s text.'),
  owner: field(list(person), 'Who does it: the first is accountable, the rest support.'),
  to: field(list(person), 'Who is owed; every other party where absent.'),
  accepts: field(person, 'Who signs off; with it, done means accepted.'),
  start: field(relativeDay, 'The day on which work begins.'),
  due: field(relativeDay, 'The last day on which it is on time.'),
  duration: field(duration, 'Without a due day: how long it takes from its start or its predecessors.'),
  buffer: field(duration, 'The part of the time before the due day that may be used up without moving it.'),
  after: field(list(id), 'The milestones that must be finished first.'),
  submitted: field(plainDay, 'The day on which it was handed over for acceptance.'),
  status: field(
    choice('planned', 'in-progress', 'blocked', 'done', 'cancelled'),
    'Where it stands; without it, a done date means done.',
  ),
  done: field(plainDay, 'The day on which it was done or, with `accepts`, accepted.'),
  progress: field(percent, 'How much is done.'),
  priority: field(choice('low', 'medium', 'high', 'critical'), 'How much depends on it.'),
  indicator: field(text, 'How anyone can verify that it is done.'),
  evidence: field(list(text), 'Where the proof is: a file or a link.'),
  amount: field(money, 'What is payable on acceptance.'),
  blocked: field(blocked, 'Why it does not move, since when, and who can help.'),
  metric: field(text, 'What is measured.'),
  unit: field(text, 'The unit of the figures.'),
  target: field(text, 'The figure to reach.'),
  actual: field(text, 'The figure reached so far.'),
  needs: field(list(text), 'What it takes: people, money, decisions.'),
  every: field(period, 'How often it is owed again.'),
  until: field(relativeDay, 'The last day of the series; `expires` where absent.'),
  offset: field(duration, 'By how much each day of the series is moved.'),
  completed: field(list(completion), 'The occurrences that were completed.'),
  skipped: field(list(plainDay), 'The due days of occurrences that were waived.'),
  survives: field(flag, 'Whether it is owed after the agreement has ended.'),
});

/** Something that may go wrong, and what is done about it. */
export const risk = record({
  id: field(id, 'How reviews name it.'),
  title: field(text, 'What may happen.'),
  probability: field(either('low, medium, high or a number from 0 to 1', level, share), 'How likely it is.', [
    'likelihood',
  ]),
  impact: field(either('low, medium, high or an amount', level, money), 'What it would cost.', [
    'consequence',
  ]),
  trigger: field(text, 'How one notices that it happens.'),
  mitigation: field(text, 'What makes it less likely or less costly.'),
  contingency: field(text, 'What is done once it happens.'),
  status: field(choice('open', 'occurred', 'closed'), 'Where it stands.'),
  affects: field(list(id), 'The milestones it touches.'),
  owner: field(person, 'Who watches it.'),
  review: field(dayOrPeriod, 'When it is looked at again: a day, or how often.'),
});

const governance = record({
  decisionRights: field(map(list(person)), 'Who decides what.'),
  changeApproval: field(list(person), 'Whose approval a change needs: one of each party that lists any.'),
  criteria: field(text, 'What the parties measure a request against.'),
  escalation: field(
    list(
      record({
        late: field(duration, 'How late something is, in calendar days unless said.'),
        to: field(person, 'Who hears of it.'),
      }),
    ),
    'Who hears of lateness, and when.',
  ),
});

const notice = record(
  {
    lastDay: field(noticeDay, 'The last day to give notice: a day, or how long before the expiry.'),
    owner: field(person, 'Who decides.'),
    given: field(plainDay, 'The day on which notice was given.'),
    waived: field(plainDay, 'The day on which it was decided not to give notice.'),
  },
  'lastDay',
);

const parley = record({ disable: field(list(text), 'Checks that say nothing about this file.') });

/** The frontmatter of an agreement: every key, its type and what it means. The one source of all that names keys. */
export const agreement = record({
  agreement: field(text, 'The title. It is what makes a Markdown file an agreement.'),
  id: field(id, 'How other files name it; the file name where absent.'),
  status: field(
    choice('draft', 'active', 'completed', 'terminated'),
    'Where the agreement stands; active where absent.',
  ),
  kind: field(text, 'What sort of agreement it is, in free words.'),
  tags: field(list(text), 'Words to find it by.'),
  owner: field(person, 'Answers for check-ins, notice, expiry and whatever names nobody.'),
  value: field(money, 'What the agreement is worth.'),
  signed: field(plainDay, 'The day of the signature.'),
  effective: field(plainDay, 'The first day in force.'),
  expires: field(relativeDay, 'The last day in force.'),
  renews: field(duration, 'By how much it renews if nobody gives notice.'),
  notice: field(notice, 'By when notice must be given, and by whom.'),
  timezone: field(zone, 'The IANA time zone in which its days begin and end.'),
  workweek: field(list(weekday), 'The days of the week on which people work; Monday to Friday where absent.'),
  holidays: field(list(interval), 'Days and stretches of days that are no business days.'),
  cadence: field(period, 'How often progress is reviewed.'),
  acceptance: field(duration, 'The time to accept what was submitted.'),
  parties: field(list(party), 'Who agrees.'),
  people: field(map(personRecord), 'Who acts, by handle.'),
  negotiations: field(list(negotiation), 'The rounds of talks.'),
  objectives: field(list(objective), 'What each side wants.'),
  milestones: field(list(milestone), 'What is owed, step by step.'),
  risks: field(list(risk), 'What may go wrong.'),
  governance: field(governance, 'Who decides, who approves, who hears of lateness.'),
  parley: field(parley, 'What Parley does with this file.'),
});

/** The frontmatter of private notes: what one side keeps about an agreement for itself. */
export const notes = record({
  notesFor: field(text, 'The id of the agreement. It is what makes a Markdown file private notes.'),
  we: field(handle, 'The party whose side “we” are.'),
  negotiations: field(list(negotiation), 'Rounds of talks, merged with the agreement’s by id.'),
  objectives: field(list(objective), 'What is wanted, merged with the agreement’s by id.'),
  risks: field(list(risk), 'What may go wrong, merged with the agreement’s by id.'),
  parley: field(parley, 'What Parley does with this file.'),
});

export type Party = Read<typeof party>;
export type Negotiation = Read<typeof negotiation>;
export type Objective = Read<typeof objective>;
export type Milestone = Read<typeof milestone>;
export type Risk = Read<typeof risk>;
/** The typed frontmatter of an agreement. */
export type Terms = Read<typeof agreement>;
/** Where an agreement stands. */
export type Status = NonNullable<Terms['status']>['value'];
/** The typed frontmatter of private notes. */
export type NotesTerms = Read<typeof notes>;
