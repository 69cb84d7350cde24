/** A place where the author writes on; editors lead from one to the next. */
export interface TabStop {
  /** What stands there until somebody writes: selected in an editor, left as it is elsewhere. May be empty. */
  readonly hint: string;
}

/** Text to insert: what is known, and the places left to write, in the order of the text. */
export type Snippet = readonly (string | TabStop)[];

/** Makes a place to write. */
export function stop(hint = ''): TabStop {
  return { hint };
}

/** A snippet as plain text: for the command line, and for editors that know no snippets. */
export function plainText(snippet: Snippet): string {
  return snippet.map(textOf).join('');
}

/**
 * A snippet in the syntax of the Language Server Protocol: tab stops count from `${1:…}`, and the cursor comes to
 * rest at `$0`, where the last of them ends.
 */
export function snippetText(snippet: Snippet): string {
  const last = snippet.findLastIndex((part) => typeof part !== 'string');
  let count = 0;
  const parts = snippet.map((part, index) => {
    const text = escaped(textOf(part));
    if (typeof part === 'string') return text;
    count++;
    return `\${${count}${text && `:${text}`}}${index === last ? '$0' : ''}`;
  });
  return parts.join('') + (last < 0 ? '$0' : '');
}

/** The same snippet with each part's text changed. */
export function mapText(snippet: Snippet, change: (text: string) => string): Snippet {
  return snippet.map((part) => (typeof part === 'string' ? change(part) : stop(change(part.hint))));
}

function textOf(part: string | TabStop): string {
  return typeof part === 'string' ? part : part.hint;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
