import type { Agreement } from '../document/agreement.ts';
import type { Range } from '../text/range.ts';

/** A line on which some checks are silent. */
interface Silence {
  readonly line: Range;
  readonly checks: ReadonlySet<string>;
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

  constructor(agreement: Agreement) {
    const { terms, body } = agreement;
    this.#off = new Set(terms.parley?.disable.map((check) => check.value));
    this.#lines = [
      ...silentLines(agreement),
      ...body.suppressions
        .filter(({ line }) => line.document === agreement.uri)
        .map(({ line, checks }) => ({
          line: line.range,
          checks: new Set(checks.map((check) => check.value)),
        })),
    ];
  }

  /** Whether a check says nothing about the whole file. */
  silences(check: string): boolean {
    return this.#off.has(check);
  }

  /** Whether a check says nothing at this place. */
  hides(check: string, { start }: Range): boolean {
    return this.#lines.some(
      ({ line, checks }) => line.start <= start && start <= line.end && checks.has(check),
    );
  }
}

/** The lines of the frontmatter that carry the comment. */
function silentLines({ text, frontmatter: { content } }: Agreement): Silence[] {
  const lines: Silence[] = [];
  const yaml = text.slice(content.start, content.end);
  for (let at = yaml.indexOf(MARK); at >= 0; ) {
    const from = yaml.lastIndexOf('\n', at) + 1;
    const newline = yaml.indexOf('\n', at);
    const to = newline < 0 ? yaml.length : newline;
    const named = COMMENT.exec(yaml.slice(from, to))?.[1];
    const line = { start: content.start + from, end: content.start + to };
    if (named !== undefined) lines.push({ line, checks: new Set(named.split(/[\s,]+/)) });
    at = yaml.indexOf(MARK, to);
  }
  return lines;
}
