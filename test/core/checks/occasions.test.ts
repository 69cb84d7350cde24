import assert from 'node:assert/strict';
import { type Day, formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import { checks } from '../../../src/core/checks/registry.ts';
import { exampleOf, findingsIn, TODAY } from './fixtures.ts';

/** How a check speaks on a text and a day; “-” where it is silent. */
function voice(check: string, text: string, today: Day = TODAY): string {
  const own = findingsIn(text, undefined, today).filter((finding) => finding.check === check);
  return [...new Set(own.map(({ severity }) => severity))].join('+') || '-';
}

/** The same agreement with another status. */
function withStatus(text: string, status: string): string {
  return text
    .replace(/^status: .*\n/m, '')
    .replace(/^((?:agreement|notes-for): .*\n)/m, `$1status: ${status}\n`);
}

/** How each check speaks on the agreement of its page that it finds something in, if that had each status. */
const BY_STATUS = `
                                active       draft        completed    terminated
overdue                         warning      -            -            -
due-soon                        information  -            -            -
past-expiry                     warning      -            -            -
notice-near                     information  -            -            -
check-in-overdue                warning      -            -            -
late-without-reason             information  -            -            -
debrief-overdue                 warning      warning      warning      warning
risk-review-overdue             warning      -            -            -
forecast-late                   information  -            -            -
due-before-predecessor          warning      hint         -            -
due-after-expiry                warning      hint         -            -
done-without-date               information  information  information  information
done-without-evidence           hint         hint         hint         hint
done-in-the-future              warning      warning      warning      warning
status-contradiction            warning      warning      warning      warning
completed-with-open-milestones  -            -            warning      -
cancelled-predecessor           information  information  -            -
no-owner                        warning      hint         -            -
no-due                          warning      hint         -            -
no-indicator                    information  hint         -            -
indicator-repeats-title         hint         hint         -            -
no-metric-target                information  hint         -            -
vague-wording                   information  hint         -            -
milestone-too-long              hint         hint         -            -
action-no-owner                 warning      hint         warning      warning
action-no-due                   hint         hint         hint         hint
risk-no-owner                   information  hint         -            -
risk-no-mitigation              information  hint         -            -
objective-without-milestone     information  hint         -            -
blocked-without-reason          warning      hint         -            -
unknown-owner                   warning      warning      warning      warning
owner-not-of-party              information  hint         information  information
person-in-two-parties           warning      warning      warning      warning
unknown-reference               warning      warning      warning      warning
missing-file                    information  hint         information  information
duplicate-id                    error        error        error        error
circular-dependency             error        error        error        error
unresolved-date                 warning      hint         -            -
invalid-value                   error        error        error        error
marker-twice                    warning      warning      warning      warning
unknown-key                     warning      warning      warning      warning
duplicate-key                   error        error        error        error
yaml-syntax                     error        error        error        error
comment-cuts-value              hint         hint         hint         hint
unclosed-frontmatter            error        error        error        error
notes-without-agreement         warning      warning      warning      warning
ambiguous-section               hint         hint         hint         hint
bidi-control                    warning      warning      warning      warning
unused-suppression              hint         hint         hint         hint
`;

/** The days, in order, from which on a check speaks otherwise than the day before about the agreement of its page. */
const BY_DAY: readonly (readonly [check: string, ...changes: readonly string[]])[] = [
  ['overdue', '2026-11-24 warning'],
  ['due-soon', '2026-11-24 information', '2026-12-02 -'],
  ['past-expiry', '2026-11-21 warning'],
  ['notice-near', '2026-10-02 hint', '2026-11-01 information', '2026-12-01 warning'],
  ['check-in-overdue', '2026-11-02 warning'],
  ['late-without-reason', '2026-11-17 information'],
  ['debrief-overdue', '2026-11-23 warning'],
  ['risk-review-overdue', '2026-11-17 warning'],
  ['forecast-late', '2026-11-17 information', '2026-12-16 -'],
  ['due-after-expiry', '2027-04-01 -'],
  ['done-in-the-future', '2027-11-19 -'],
];

describe('A check on the agreement of its page', () => {
  const [header, ...rows] = BY_STATUS.split('\n').filter(Boolean);
  const statuses = header!.trim().split(/ +/);

  for (const row of rows) {
    const [check = '', ...voices] = row.split(/ +/);
    it(`speaks of ${check} where the agreement is ${statuses.filter((_, i) => voices[i] !== '-').join(', ')}`, () => {
      const text = exampleOf(check, 'Found');
      assert.deepEqual(
        statuses.map((status) => voice(check, withStatus(text, status))),
        voices,
      );
    });
  }

  it('is tried with each status', () => {
    assert.deepEqual(
      rows.map((row) => row.split(' ')[0]),
      checks.map(({ id }) => id),
    );
  });

  for (const [check, ...changes] of BY_DAY)
    it(`speaks of ${check} from one day on: ${changes.join(', ')}`, () => {
      const text = exampleOf(check, 'Found');
      for (const change of changes) {
        const [day = '', now] = change.split(' ');
        const first = parseDay(day)!;
        assert.equal(voice(check, text, first), now, change);
        assert.notEqual(voice(check, text, (first - 1) as Day), now, `before ${formatDay(first)}`);
      }
    });

  it('is tried on the days on which it begins and ends, where it follows from the day', () => {
    const followsDay = checks.filter(({ dependsOn }) => dependsOn === 'today').map(({ id }) => id);
    assert.deepEqual(
      BY_DAY.map(([check]) => check),
      followsDay,
    );
  });
});
