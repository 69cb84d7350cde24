import type { Agreement } from '../document/agreement.ts';
import type { Range } from '../text/range.ts';
import { Place, Value } from '../text/value.ts';

/** A line on which some checks are silent. */
interface Silence {
  readonly line: Range;
  readonly checks: readonly Value<string>[];
}

const MARK = 'parley-disable-line';
const COMMENT = /(?:^|\s)#[ \t]*parley-disable-line[ \t]+([a-z][a-z0-9, \t-]*)/;

/**
 * Tells which findings the agreement's author wants to hear nothing of: those of checks that `parley: { disable }`
 * names, and those that begin on a line with `# parley-disable-line CHECK` (in the frontmatter) or below one with
 * `<!-- parley-disable-next-line CHECK -->` (in the body).
 */
export class Suppressions {
  readonly #off: ReadonlySet<string>;
  readonly #lines: readonly Silence[];
  readonly #used = new Set<Value<string>>();

  constructor(agreement: Agreement) {
    const { terms, body } = agreement;
    this.#off = new Set(terms.parley?.disable.map((check) => check.value));
    this.#lines = [
      ...silentLines(agreement),
      ...body.suppressions
        .filter(({ line }) => line.document === agreement.uri)
        .map(({ line, checks }) => ({ line: line.range, checks })),
    ];
  }

  /** Whether a check says nothing about the whole file. */
  silences(check: string): boolean {
    return this.#off.has(check);
  }

  /** Whether a check says nothing at this place. */
  hides(check: string, { start }: Range): boolean {
    let hidden = false;
    for (const { line, checks } of this.#lines) {
      if (start < line.start || start > line.end) continue;
      for (const named of checks) {
        if (named.value !== check) continue;
        this.#used.add(named);
        hidden = true;
      }
    }
    return hidden;
  }

  /** The names of checks that stand in suppressions of a line. */
  get named(): readonly Value<string>[] {
    return this.#lines.flatMap(({ checks }) => checks);
  }

  /** Whether one of those has hidden something up to now. */
  used(named: Value<string>): boolean {
    return this.#used.has(named);
  }
}

/** The lines of the frontmatter that carry the comment. */
function silentLines({ text, uri, frontmatter: { content } }: Agreement): Silence[] {
  const lines: Silence[] = [];
  const yaml = text.slice(content.start, content.end);
  for (let at = yaml.indexOf(MARK); at >= 0; ) {
    const from = yaml.lastIndexOf('\n', at) + 1;
    const newline = yaml.indexOf('\n', at);
    const to = newline < 0 ? yaml.length : newline;
    const named = COMMENT.exec(yaml.slice(from, to));
    if (named) {
      const place = new Place(uri, content.start + from);
      const start = named.index + named[0].length - named[1]!.length;
      const checks = [...named[1]!.matchAll(/[^\s,]+/g)].map(
        ({ 0: check, index }) => new Value(check, place, start + index, start + index + check.length),
      );
      lines.push({ line: { start: content.start + from, end: content.start + to }, checks });
    }
    at = yaml.indexOf(MARK, to);
  }
  return lines;
}
