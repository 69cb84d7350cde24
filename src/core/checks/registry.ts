import { actionNoDue } from './action-no-due.ts';
import { actionNoOwner } from './action-no-owner.ts';
import { ambiguousSection } from './ambiguous-section.ts';
import { bidiControl } from './bidi-control.ts';
import { blockedWithoutReason } from './blocked-without-reason.ts';
import { cancelledPredecessor } from './cancelled-predecessor.ts';
import type { Check } from './check.ts';
import { checkInOverdue } from './check-in-overdue.ts';
import { circularDependency } from './circular-dependency.ts';
import { commentCutsValue } from './comment-cuts-value.ts';
import { completedWithOpenMilestones } from './completed-with-open-milestones.ts';
import { debriefOverdue } from './debrief-overdue.ts';
import { doneInTheFuture } from './done-in-the-future.ts';
import { doneWithoutDate } from './done-without-date.ts';
import { doneWithoutEvidence } from './done-without-evidence.ts';
import { dueAfterExpiry } from './due-after-expiry.ts';
import { dueBeforePredecessor } from './due-before-predecessor.ts';
import { dueSoon } from './due-soon.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { forecastLate } from './forecast-late.ts';
import { indicatorRepeatsTitle } from './indicator-repeats-title.ts';
import { invalidValue } from './invalid-value.ts';
import { lateWithoutReason } from './late-without-reason.ts';
import { markerTwice } from './marker-twice.ts';
import { milestoneTooLong } from './milestone-too-long.ts';
import { missingFile } from './missing-file.ts';
import { noDue } from './no-due.ts';
import { noIndicator } from './no-indicator.ts';
import { noMetricTarget } from './no-metric-target.ts';
import { noOwner } from './no-owner.ts';
import { notesWithoutAgreement } from './notes-without-agreement.ts';
import { noticeNear } from './notice-near.ts';
import { objectiveWithoutMilestone } from './objective-without-milestone.ts';
import { overdue } from './overdue.ts';
import { ownerNotOfParty } from './owner-not-of-party.ts';
import { pastExpiry } from './past-expiry.ts';
import { personInTwoParties } from './person-in-two-parties.ts';
import { riskNoMitigation } from './risk-no-mitigation.ts';
import { riskNoOwner } from './risk-no-owner.ts';
import { riskReviewOverdue } from './risk-review-overdue.ts';
import { statusContradiction } from './status-contradiction.ts';
import { unclosedFrontmatter } from './unclosed-frontmatter.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownOwner } from './unknown-owner.ts';
import { unknownReference } from './unknown-reference.ts';
import { unresolvedDate } from './unresolved-date.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vagueWording } from './vague-wording.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** THE list of checks. Editor, command line, settings, docs and reports all derive from it. */
export const checks: readonly Check[] = [
  overdue,
  dueSoon,
  pastExpiry,
  noticeNear,
  checkInOverdue,
  lateWithoutReason,
  debriefOverdue,
  riskReviewOverdue,
  forecastLate,
  dueBeforePredecessor,
  dueAfterExpiry,
  doneWithoutDate,
  doneWithoutEvidence,
  doneInTheFuture,
  statusContradiction,
  completedWithOpenMilestones,
  cancelledPredecessor,
  noOwner,
  noDue,
  noIndicator,
  indicatorRepeatsTitle,
  noMetricTarget,
  vagueWording,
  milestoneTooLong,
  actionNoOwner,
  actionNoDue,
  riskNoOwner,
  riskNoMitigation,
  objectiveWithoutMilestone,
  blockedWithoutReason,
  unknownOwner,
  ownerNotOfParty,
  personInTwoParties,
  unknownReference,
  missingFile,
  duplicateId,
  circularDependency,
  unresolvedDate,
  invalidValue,
  markerTwice,
  unknownKey,
  duplicateKey,
  yamlSyntax,
  commentCutsValue,
  unclosedFrontmatter,
  notesWithoutAgreement,
  ambiguousSection,
  bidiControl,
  unusedSuppression,
];
