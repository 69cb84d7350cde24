import type { CodeActionParams, Position } from 'vscode-languageserver';
import { DEFAULT_CALENDAR } from '../core/calendar/business.ts';
import { dayOf } from '../core/calendar/day.ts';
import { KINDS, STATES } from '../core/commitments/commitment.ts';
import { typedLimit } from '../core/edits/typed-day.ts';
import { GROUPINGS } from '../core/portfolio/query.ts';
import type { AgreementsParams } from './agreements/protocol.ts';
import type {
  ChildrenParams,
  ChoicesParams,
  CommitmentAtParams,
  CommitmentsParams,
  DayParams,
  EditParams,
  NegotiationsParams,
  PeopleParams,
  TreeQuery,
} from './protocol.ts';
import { objectOf } from './settings.ts';

const ANY_DAY = dayOf(2000, 1, 1)!;

/** Whether parameters, which may be anything, are those of `parley/tree/children`. */
export function isChildrenParams(params: unknown): params is ChildrenParams {
  const { query, parent, offset } = objectOf(params);
  return (
    isQuery(query) && (isText(parent) || parent === undefined) && (offset === undefined || isCount(offset))
  );
}

/** As `isChildrenParams`, for `parley/agreements/children`. */
export function isAgreementsParams(params: unknown): params is AgreementsParams {
  const { parent, offset } = objectOf(params);
  return isTextOrAbsent(parent) && (offset === undefined || isCount(offset));
}

/** As `isChildrenParams`, for `parley/commitments`. */
export function isCommitmentsParams(params: unknown): params is CommitmentsParams {
  return isFilter(objectOf(params)['query']);
}

/** As `isChildrenParams`, for `parley/filter/choices`. */
export function isChoicesParams(params: unknown): params is ChoicesParams {
  return isFilter(objectOf(params)['query']);
}

/** As `isChildrenParams`, for `parley/commitment/at`. */
export function isCommitmentAtParams(params: unknown): params is CommitmentAtParams {
  const { uri, position, query } = objectOf(params);
  return isText(uri) && isPosition(position) && isQuery(query);
}

/** As `isChildrenParams`, for `parley/edit`. */
export function isEditParams(params: unknown): params is EditParams {
  const { action, ids, day, to, why, uri, negotiation, readOnly } = objectOf(params);
  if (readOnly !== undefined && !areTexts(readOnly)) return false;
  if (action === 'complete') return areTexts(ids) && isTextOrAbsent(day);
  if (action === 'postpone' || action === 'reassign')
    return areTexts(ids) && isText(to) && isTextOrAbsent(why);
  return (
    (action === 'insert-debrief' || action === 'insert-brief') && isText(uri) && isTextOrAbsent(negotiation)
  );
}

/** As `isChildrenParams`, for `parley/day`. */
export function isDayParams(params: unknown): params is DayParams {
  const { id, text } = objectOf(params);
  return isTextOrAbsent(id) && isText(text);
}

/** As `isChildrenParams`, for `parley/people`. */
export function isPeopleParams(params: unknown): params is PeopleParams {
  return areTexts(objectOf(params)['ids']);
}

/** As `isChildrenParams`, for `parley/negotiations`. */
export function isNegotiationsParams(params: unknown): params is NegotiationsParams {
  return isText(objectOf(params)['uri']);
}

/** As `isChildrenParams`, for `textDocument/codeAction`. */
export function isCodeActionParams(params: unknown): params is CodeActionParams {
  const { textDocument, range, context } = objectOf(params);
  const { start, end } = objectOf(range);
  const { only } = objectOf(context);
  return (
    isText(objectOf(textDocument)['uri']) &&
    isPosition(start) &&
    isPosition(end) &&
    (only === undefined || areTexts(only))
  );
}

/** Whether a request that takes nothing was asked with whatever clients send for nothing. */
export function isAnything(_params: unknown): _params is unknown {
  return true;
}

function isQuery(value: unknown): value is TreeQuery {
  const groupings: readonly unknown[] = GROUPINGS;
  return isFilter(value) && groupings.includes(objectOf(value)['groupBy']);
}

function isFilter(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { text, settled, states, kinds, due, ...lists } = objectOf(value);
  return (
    isTextOrAbsent(text) &&
    (settled === undefined || typeof settled === 'boolean') &&
    areAmong(states, STATES) &&
    areAmong(kinds, KINDS) &&
    [lists['mine'], lists['owners'], lists['parties'], lists['tags']].every(
      (list) => list === undefined || areTexts(list),
    ) &&
    (due === undefined || isPeriod(due))
  );
}

function areAmong(values: unknown, words: readonly string[]): boolean {
  return values === undefined || (areTexts(values) && values.every((value) => words.includes(value)));
}

function isPeriod(value: unknown): boolean {
  const { from, until } = objectOf(value);
  return [from, until].every((limit) => limit === undefined || isLimit(limit));
}

/** Whether words are a day at all does not hang on the day on which they are read. */
function isLimit(value: unknown): boolean {
  return isText(value) && !('problem' in typedLimit(value, { today: ANY_DAY, calendar: DEFAULT_CALENDAR }));
}

function isPosition(value: unknown): value is Position {
  const { line, character } = objectOf(value);
  return isCount(line) && isCount(character);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
