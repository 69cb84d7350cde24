import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../core/checks/check.ts';
import type { Live } from './documents.ts';
import { giveWay, Slices, type Work } from './work.ts';

/** What was published last for an open document, for the fixes of exactly that version. */
export interface Published {
  readonly version: number;
  /** The n-th diagnostic belongs to the n-th finding; a summary may follow. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The findings of a document, written for the client. */
export type Written = Omit<Published, 'version'>;

/** VS Code takes seconds over thousands of files at once; in slices it stays answerable. */
const FILES_AT_ONCE = 50;

/** Sends findings: those of open documents at once, others in slices and only where they changed. */
export class Publisher {
  readonly #open = new Map<string, Published>();
  /** What the client last got for a document, as JSON; nothing for documents without findings. */
  readonly #sent = new Map<string, string>();
  readonly #waiting = new Set<string>();
  #draining = false;

  /** @param write writes a document's findings as they are now; empty for one that has none any more */
  constructor(
    private readonly send: (params: PublishDiagnosticsParams) => void,
    private readonly write: (uri: string) => Written,
    private readonly work: Work,
  ) {}

  /** Publishes an open document's findings for its version. */
  open({ uri, document }: Live, written: Written): void {
    const { version } = document;
    this.#waiting.delete(uri);
    this.#open.set(uri, { version, ...written });
    const sent = this.#sent.delete(uri);
    // Whoever compares addresses as text would show what the file said beside this.
    if (sent && document.uri !== uri) this.send({ uri, diagnostics: [] });
    this.send({ uri: document.uri, version, diagnostics: [...written.diagnostics] });
  }

  /** What was published for an open document. */
  published(uri: string): Published | undefined {
    return this.#open.get(uri);
  }

  /** Forgets that a document was open: its file's findings take their place. */
  close({ uri, document }: Live): void {
    const published = this.#open.get(uri);
    this.#open.delete(uri);
    if (published && published.diagnostics.length > 0) {
      if (document.uri === uri) this.#sent.set(uri, '');
      else this.send({ uri: document.uri, diagnostics: [] });
    }
    this.later(uri);
  }

  /** Publishes a closed document's findings when its turn comes. */
  later(uri: string): void {
    if (this.#open.has(uri)) return;
    this.#waiting.add(uri);
    if (this.#draining) return;
    this.#draining = true;
    void this.work.run('publishing', () => this.#drain());
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.size > 0) {
        await giveWay();
        await this.#publish(this.#take());
      }
    } finally {
      this.#draining = false;
    }
  }

  #take(): string[] {
    const batch: string[] = [];
    for (const uri of this.#waiting) {
      if (batch.length === FILES_AT_ONCE) break;
      batch.push(uri);
      this.#waiting.delete(uri);
    }
    return batch;
  }

  /** Those with errors first. What is opened meanwhile, and perhaps closed again, has been published since. */
  async #publish(uris: readonly string[]): Promise<void> {
    const changed: {
      uri: string;
      json: string | undefined;
      diagnostics: readonly Diagnostic[];
      severity: number;
    }[] = [];
    const slices = new Slices();
    for (const uri of uris) {
      await slices.turn();
      if (this.#open.has(uri)) continue;
      const { diagnostics } = this.write(uri);
      const json = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
      if (json === this.#sent.get(uri)) continue;
      if (json === undefined) this.#sent.delete(uri);
      else this.#sent.set(uri, json);
      const severity = Math.min(...diagnostics.map((one) => one.severity ?? 1), 5);
      changed.push({ uri, json, diagnostics, severity });
    }
    changed.sort((a, b) => a.severity - b.severity);
    for (const { uri, json, diagnostics } of changed)
      if (!this.#open.has(uri) && this.#sent.get(uri) === json)
        this.send({ uri, diagnostics: [...diagnostics] });
  }
}
