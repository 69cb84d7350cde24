import * as vscode from 'vscode';
import { glanceWords } from '../../../core/report/agreement-words.ts';
import { figureWord, riskWords } from '../../../core/report/item-words.ts';
import type {
  AgreementRow,
  AgreementTreeRow,
  ObjectiveRow,
  RiskRow,
} from '../../../server/agreements/protocol.ts';
import { dayIn, escaped, messages, standingOf } from '../../words.ts';
import { tooltipFor } from '../tooltip.ts';

/** All that a row has to say, built when somebody points at it. */
export function agreementTooltip(row: AgreementTreeRow): vscode.MarkdownString | undefined {
  switch (row.type) {
    case 'agreement':
      return tooltip(row.title, agreementFacts(row));
    case 'objective':
      return tooltip(row.title, objectiveFacts(row));
    case 'risk':
      return tooltip(row.title, riskFacts(row));
    case 'commitment':
      return tooltipFor(row);
    case 'part':
    case 'figure':
      return undefined;
    default:
      return row.commitment && tooltipFor(row.commitment);
  }
}

type Fact = readonly [name: string, text: string | undefined];

/** A title over what is known, one fact a line. Everything that people wrote stands in it escaped. */
function tooltip(title: string, facts: readonly Fact[]): vscode.MarkdownString {
  const lines = facts.flatMap(([name, text]) =>
    text ? [name === '' ? escaped(text) : `${escaped(name)}: ${escaped(text)}`] : [],
  );
  return new vscode.MarkdownString(`**${escaped(title)}**\n\n${lines.join('  \n')}`);
}

function agreementFacts(row: AgreementRow): readonly Fact[] {
  return [
    ['', glanceWords({ ...row, next: dayIn(row.next) }, dayIn(row.today)!, messages())],
    [vscode.l10n.t('Parties'), row.parties.join(', ')],
    [vscode.l10n.t('Owner'), row.owner?.name],
    [vscode.l10n.t('Worth'), row.value],
    [vscode.l10n.t('File'), vscode.workspace.asRelativePath(vscode.Uri.parse(row.uri))],
  ];
}

function objectiveFacts({ party, metric, supports, figures }: ObjectiveRow): readonly Fact[] {
  return [
    [vscode.l10n.t('Whose'), party?.name],
    [vscode.l10n.t('Measured by'), metric],
    ...figures.map(({ figure, text }): Fact => [figureWord(figure, messages()), text]),
    [vscode.l10n.t('Supports'), supports],
  ];
}

function riskFacts(row: RiskRow): readonly Fact[] {
  const review = row.commitment && standingOf(row.commitment).standing;
  return [
    ['', riskWords({ ...row, review }, dayIn(row.today)!, messages())],
    [vscode.l10n.t('Owner'), row.owner?.name],
    [vscode.l10n.t('Noticed by'), row.trigger],
    [vscode.l10n.t('Against it'), row.mitigation],
    [vscode.l10n.t('If it happens'), row.contingency],
  ];
}
