import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  Range as LspRange,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfiguration, isMarkdown } from '../core/portfolio/workspace.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { Range } from '../core/text/range.ts';
import { canonicalUri } from '../core/text/uri.ts';

/** A document that is open in the client. */
export interface Live {
  /** As we spell it. */
  readonly uri: string;
  /** The document as the client has it, under the client's own spelling of its URI. */
  readonly document: TextDocument;
}

/** The documents that are open in the client, by canonical URI. */
export class LiveDocuments {
  readonly #documents = new Map<string, Live>();

  get(uri: string): Live | undefined {
    return this.#documents.get(uri);
  }

  values(): Iterable<Live> {
    return this.#documents.values();
  }

  open({ textDocument }: DidOpenTextDocumentParams): Live {
    const { uri, languageId, version, text } = textDocument;
    const live = { uri: canonicalUri(uri), document: TextDocument.create(uri, languageId, version, text) };
    this.#documents.set(live.uri, live);
    return live;
  }

  /** Undefined for a document that was never opened. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): Live | undefined {
    const live = this.#documents.get(canonicalUri(textDocument.uri));
    if (live) TextDocument.update(live.document, contentChanges, textDocument.version);
    return live;
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }

  /** The client's spelling of a URI. */
  spelled(uri: string): string {
    return this.#documents.get(uri)?.document.uri ?? uri;
  }
}

/** Agreements and notes are Markdown files; a document that was never saved is one by its language. */
export function mayBeOurs({ uri, document }: Live): boolean {
  if (uri.startsWith('untitled:')) return document.languageId === 'markdown';
  return isMarkdown(uri) || isConfiguration(uri);
}

/** Translates ranges of a text for the protocol. */
export type Locate = (range: Range) => LspRange;

/** Translates the ranges of an open document; it keeps its lines in step by itself, edit by edit. */
export function locateIn(document: TextDocument): Locate {
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

/** Translates the ranges of a text that is not open. */
export function locateInText(text: string): Locate {
  let lines: LineIndex | undefined;
  return ({ start, end }) => {
    lines ??= new LineIndex(text);
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  };
}
