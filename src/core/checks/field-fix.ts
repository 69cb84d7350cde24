import { removeField, setField } from '../edits/record.ts';
import { isRefusal, type Refusal } from '../edits/refusal.ts';
import type { Source } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Fix } from './check.ts';

/** An edit looks at what stands before a record in its block: deep in one long flow list that adds up. */
const DEEPEST = 2000;

/** What a fix is called. */
type Named = Pick<Fix, 'title' | 'args'>;

/** The fix that writes a key of a record; none where that cannot be done without touching more. */
export function writing(
  named: Named,
  text: string,
  source: Source,
  name: string,
  value: string,
  options: { readonly after?: string } = {},
): Fix[] {
  return source.from > DEEPEST ? [] : made(named, setField(text, source, name, value, options));
}

/** The fix that takes a key of a record away; none where that cannot be done without touching more. */
export function removing(named: Named, text: string, source: Source, name: string): Fix[] {
  return source.from > DEEPEST ? [] : made(named, removeField(text, source, name));
}

function made(named: Named, edit: TextEdit | Refusal): Fix[] {
  return isRefusal(edit) ? [] : [{ ...named, edits: [edit] }];
}
