import { actionNoOwner } from './action-no-owner.ts';
import { blockedWithoutReason } from './blocked-without-reason.ts';
import { cancelledPredecessor } from './cancelled-predecessor.ts';
import type { Check } from './check.ts';
import { checkInOverdue } from './check-in-overdue.ts';
import { circularDependency } from './circular-dependency.ts';
import { completedWithOpenMilestones } from './completed-with-open-milestones.ts';
import { debriefOverdue } from './debrief-overdue.ts';
import { doneInTheFuture } from './done-in-the-future.ts';
import { doneWithoutDate } from './done-without-date.ts';
import { dueAfterExpiry } from './due-after-expiry.ts';
import { dueBeforePredecessor } from './due-before-predecessor.ts';
import { dueSoon } from './due-soon.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { forecastLate } from './forecast-late.ts';
import { invalidValue } from './invalid-value.ts';
import { markerTwice } from './marker-twice.ts';
import { noDue } from './no-due.ts';
import { noIndicator } from './no-indicator.ts';
import { noOwner } from './no-owner.ts';
import { notesWithoutAgreement } from './notes-without-agreement.ts';
import { noticeNear } from './notice-near.ts';
import { overdue } from './overdue.ts';
import { pastExpiry } from './past-expiry.ts';
import { riskReviewOverdue } from './risk-review-overdue.ts';
import { statusContradiction } from './status-contradiction.ts';
import { unclosedFrontmatter } from './unclosed-frontmatter.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownOwner } from './unknown-owner.ts';
import { unknownReference } from './unknown-reference.ts';
import { unresolvedDate } from './unresolved-date.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** THE list of checks. Editor, command line, settings, docs and reports all derive from it. */
export const checks: readonly Check[] = [
  overdue,
  dueSoon,
  pastExpiry,
  noticeNear,
  checkInOverdue,
  debriefOverdue,
  riskReviewOverdue,
  forecastLate,
  dueBeforePredecessor,
  dueAfterExpiry,
  doneWithoutDate,
  doneInTheFuture,
  statusContradiction,
  completedWithOpenMilestones,
  cancelledPredecessor,
  noOwner,
  noDue,
  noIndicator,
  actionNoOwner,
  blockedWithoutReason,
  unknownOwner,
  unknownReference,
  duplicateId,
  circularDependency,
  unresolvedDate,
  invalidValue,
  markerTwice,
  unknownKey,
  duplicateKey,
  yamlSyntax,
  unclosedFrontmatter,
  notesWithoutAgreement,
];
