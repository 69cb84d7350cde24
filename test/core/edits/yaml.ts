import assert from 'node:assert/strict';
import { removeField, setField } from '../../../src/core/edits/record.ts';
import { isRefusal, type Refusal } from '../../../src/core/edits/refusal.ts';
import type { Milestone, Terms } from '../../../src/core/schema/agreement.ts';
import type { Source } from '../../../src/core/schema/type.ts';
import type { TextEdit } from '../../../src/core/text/edit.ts';
import { agreementOf, outcome } from './helpers.ts';

/** An edit of one record of a text. */
export type Edit = (text: string, source: Source) => TextEdit | Refusal;

/** Writes a key. */
export const set =
  (name: string, value: string, after?: string): Edit =>
  (text, source) =>
    setField(text, source, name, value, after === undefined ? {} : { after });
/** Takes a key away. */
export const remove =
  (name: string): Edit =>
  (text, source) =>
    removeField(text, source, name);

/** What becomes of the YAML below an agreement's title, or the refusal's code. */
export function edited(yaml: string, pick: (terms: Terms) => Source | undefined, edit: Edit): string {
  const text = `---\nagreement: A\n${yaml}---\n`;
  const source = pick(agreementOf(text).terms);
  assert.ok(source, 'the record is there');
  const result = edit(text, source);
  const after = outcome(text, result);
  if (isRefusal(result)) return after;
  assert.ok(after.startsWith('---\nagreement: A\n') && after.endsWith('---\n'));
  return after.slice('---\nagreement: A\n'.length, -'---\n'.length);
}

/** Picks the record of a milestone. */
export const milestone =
  (index: number) =>
  ({ milestones }: Terms): Source | undefined =>
    (milestones[index] as Milestone | undefined)?.source;
/** Picks the frontmatter itself. */
export const top = ({ source }: Terms): Source => source;
