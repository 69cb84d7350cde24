import type { Range as LspRange, Position } from 'vscode-languageserver';
import { Recent } from '../core/portfolio/recent.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { Range } from '../core/text/range.ts';
import { type LiveDocuments, type Locate, locateIn, locateInText } from './documents.ts';
import type { Library } from './library.ts';
import type { Places } from './rows.ts';

/** Of how many closed documents it is remembered where their lines begin. */
const REMEMBERED = 64;

/** Where the ranges of documents are, open ones and closed ones, as they are now. */
export class DocumentPlaces implements Places {
  readonly #located = new Recent<string, Locate>(REMEMBERED);

  constructor(
    private readonly live: LiveDocuments,
    private readonly library: Library,
  ) {}

  /** Translates the ranges of a document; undefined for one that is not known. */
  locate(uri: string): Locate | undefined {
    const live = this.live.get(uri);
    if (live) return locateIn(live.document);
    const text = this.#textOf(uri);
    return text === undefined ? undefined : this.#located.get(text, () => locateInText(text));
  }

  /** As `locate`, for one range; of a document that is not known, its beginning. */
  range(uri: string, range: Range): LspRange {
    const locate = this.locate(uri) ?? locateInText('');
    return locate(range);
  }

  /** The client's spelling of a URI. */
  spelled(uri: string): string {
    return this.live.spelled(uri);
  }

  /** The offset of a position in a document; undefined in one that is not known. */
  offsetAt(uri: string, position: Position): number | undefined {
    const live = this.live.get(uri);
    if (live) return live.document.offsetAt(position);
    const text = this.#textOf(uri);
    return text === undefined ? undefined : new LineIndex(text).offsetAt(position);
  }

  #textOf(uri: string): string | undefined {
    return this.library.scopeOf(uri)?.textOf(uri);
  }
}
