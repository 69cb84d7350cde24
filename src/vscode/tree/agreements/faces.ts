import * as vscode from 'vscode';
import * as whole from '../../../core/report/agreement-words.ts';
import * as one from '../../../core/report/item-words.ts';
import { accessibleLabel, description, longDay, type Standing } from '../../../core/report/words.ts';
import type {
  AgreementRow,
  AgreementTreeRow,
  DateRow,
  FigureRow,
  MilestoneRow,
  ObjectiveRow,
  PartRow,
  PredecessorRow,
  RiskRow,
  TalksRow,
} from '../../../server/agreements/protocol.ts';
import type { CommitmentRow } from '../../../server/protocol.ts';
import { dayIn, messages, standingOf } from '../../words.ts';

/** What a row says. */
export interface Face {
  readonly label: string;
  /** What stands beside the label. */
  readonly words: string;
  /** All of it in one sentence, for screen readers. */
  readonly spoken: string;
}

/** What a row says below another one. */
export function faceOf(row: AgreementTreeRow, above?: AgreementTreeRow): Face {
  switch (row.type) {
    case 'agreement':
      return agreementFace(row);
    case 'part':
      return partFace(row);
    case 'objective':
      return objectiveFace(row);
    case 'figure':
      return figureFace(row);
    case 'milestone':
      return milestoneFace(row);
    case 'predecessor':
      return predecessorFace(row);
    case 'risk':
      return riskFace(row);
    case 'talks':
      return talksFace(row);
    case 'date':
      return dateFace(row);
    case 'commitment':
      return commitmentFace(row, above?.type === 'milestone');
  }
}

function agreementFace(row: AgreementRow): Face {
  const { title, next, today, namesake } = row;
  const glance = { ...row, next: dayIn(next) };
  const words = whole.glanceWords(glance, dayIn(today)!, messages());
  const where = placeWords(row);
  return {
    label: title,
    words: (namesake ? [where, words] : [words, where]).filter(Boolean).join(' · '),
    spoken: [whole.glanceLabel(title, glance, messages()), where && vscode.l10n.t('in {0}', where)]
      .filter(Boolean)
      .join(', '),
  };
}

/** What tells an agreement from those of other folders and from its namesakes. */
function placeWords({ uri, namesake }: AgreementRow): string {
  const at = vscode.Uri.parse(uri);
  if (namesake) return vscode.workspace.asRelativePath(at);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return several ? (vscode.workspace.getWorkspaceFolder(at)?.name ?? '') : '';
}

function partFace(row: PartRow): Face {
  const label = whole.partWord(row.part, messages());
  const words = whole.partWords({ ...row, next: dayIn(row.next) }, dayIn(row.today)!, messages());
  return { label, words: words.join(' · '), spoken: [label, ...words].join(', ') };
}

function objectiveFace(row: ObjectiveRow): Face {
  const { title, figures, party } = row;
  return {
    label: title,
    words: one.objectiveWords(figures, messages()),
    spoken: one.objectiveLabel(title, { ...row, party: party?.name }, messages()),
  };
}

function figureFace({ figure, text, difference }: FigureRow): Face {
  const label = one.figureWord(figure, messages());
  const beside = difference === undefined ? [] : [one.differenceWords(difference, messages())];
  return { label, words: [text, ...beside].join(' · '), spoken: [`${label} ${text}`, ...beside].join(', ') };
}

function milestoneFace(row: MilestoneRow): Face {
  const { itemId, title, commitment, next, waitsFor } = row;
  const facts = {
    ...row,
    id: itemId === title ? '' : itemId,
    next: dayIn(next),
    standing: commitment && { ...standingOf(commitment).standing, waitsFor },
    owner: commitment?.owner?.name,
  };
  const today = dayIn(row.today)!;
  const words = one.milestoneWords(facts, today, messages());
  return {
    label: title,
    words: [words, facts.owner].filter(Boolean).join(' · '),
    spoken: one.milestoneLabel(title, facts, today, messages()),
  };
}

function predecessorFace({ commitment }: PredecessorRow): Face {
  const { standing, today } = standingOf(commitment);
  const title = one.afterWords(commitment.itemId, commitment.title, messages());
  return {
    label: title,
    words: description(standing, today, messages()),
    spoken: labelOf(commitment, { title }),
  };
}

function riskFace(row: RiskRow): Face {
  const { title, commitment, owner } = row;
  const review = commitment && standingOf(commitment).standing;
  const facts = { ...row, review, owner: owner?.name };
  const today = dayIn(row.today)!;
  return {
    label: title,
    words: one.riskWords(facts, today, messages()),
    spoken: one.riskLabel(title, facts, today, messages()),
  };
}

function talksFace({ topic, date, commitment }: TalksRow): Face {
  const { standing: debrief, today } = standingOf(commitment);
  const facts = { day: dayIn(date), debrief, owner: commitment.owner?.name };
  return {
    label: topic,
    words: one.talksWords(facts, today, messages()),
    spoken: one.talksLabel(topic, facts, today, messages()),
  };
}

function dateFace({ date, day, commitment, today }: DateRow): Face {
  const standing = commitment && standingOf(commitment).standing;
  const facts = { day: dayIn(day), standing, owner: commitment?.owner?.name };
  return {
    label: one.dateWord(date, messages()),
    words: one.dateWords(facts, dayIn(today)!, messages()),
    spoken: one.dateLabel(date, facts, dayIn(today)!, messages()),
  };
}

/** What a commitment says; below its milestone, an occurrence is told from the others by its day. */
function commitmentFace(row: CommitmentRow, occurrence: boolean): Face {
  const { standing, today } = standingOf(row);
  const { due } = standing;
  return {
    label: occurrence && due !== undefined ? longDay(due, messages()) : row.title,
    words: [description(standing, today, messages()), row.owner?.name].filter(Boolean).join(' · '),
    spoken: labelOf(row),
  };
}

/** A commitment in one sentence; the agreement stands above it in the tree. */
function labelOf(row: CommitmentRow, instead: Partial<Standing> = {}): string {
  const { standing, today } = standingOf(row);
  return accessibleLabel({ ...standing, ...instead }, today, { owner: row.owner?.name }, messages());
}
