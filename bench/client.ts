import { type ChildProcess, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import {
  createMessageConnection,
  type Diagnostic,
  DiagnosticTag,
  type InitializeParams,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from './edits.ts';

/**
 * How findings come back after an edit: `versioned` as the publish for that version, `next` as the next publish
 * (the server names no version), `pull` as the answer to a request sent right behind the edit.
 */
type Delivery = 'versioned' | 'next' | 'pull';

/** What a client needs to start a language server in a process of its own. */
export interface Launch {
  readonly name: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  /** Environment variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** `file:` URI of the one workspace folder. */
  readonly folder: string;
  readonly delivery: Delivery;
  readonly initializationOptions?: unknown;
  /** Editor settings by section: the answers to `workspace/configuration`, and sent once at the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Answers further requests of the server; gets the text and version of the document that is open. */
  readonly serve?: (connection: MessageConnection, open: () => TextDocument | undefined) => void;
}

/** Findings that arrived, and the milliseconds from the key (or from opening) to their arrival. */
interface Arrival {
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** How long a server may take for an answer, in milliseconds. */
export const patience = 120_000;

/** A language client that edits one document at a time and measures. */
export class Client {
  /** Milliseconds from spawn to the answer to `initialize`, when `initialized` is sent. */
  startup = Number.NaN;
  readonly #launch: Launch;
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  #document: TextDocument | undefined;
  #listener: ((published: PublishDiagnosticsParams) => void) | undefined;
  #failure = '';

  private constructor(launch: Launch) {
    this.#launch = launch;
    const env = { ...process.env, ...launch.env };
    this.#process = spawn(process.execPath, launch.args, { stdio: ['pipe', 'pipe', 'pipe'], env });
    this.#process.stderr!.on('data', (data: Buffer) => {
      this.#failure = (this.#failure + data.toString()).slice(-2_000);
    });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
  }

  /** Starts the server and shakes hands. Rejects when it ends or stays silent for a minute. */
  static async start(launch: Launch): Promise<Client> {
    const begin = performance.now();
    const client = new Client(launch);
    const connection = client.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) =>
      client.#listener?.(published),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => launch.settings?.[section ?? ''] ?? null),
    );
    launch.serve?.(connection, () => client.#document);
    connection.onRequest(() => null);
    connection.listen();
    try {
      await client.#orFail(connection.sendRequest('initialize', initializeParams(launch)), 'initialize');
    } catch (error) {
      client.#process.kill('SIGKILL');
      throw error;
    }
    client.startup = performance.now() - begin;
    await connection.sendNotification('initialized', {});
    if (launch.settings !== undefined) {
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: launch.settings });
    }
    return client;
  }

  /** Opens a document and waits until as many findings as expected are there. */
  async open(
    uri: string,
    languageId: string,
    text: string,
    done: (count: number) => boolean,
  ): Promise<Arrival> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#document = document;
    const arrival = this.#arrival(document, done);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return arrival();
  }

  /** Makes one incremental edit and waits for its findings: the first that arrive, right or wrong. */
  async edit(edit: Pick<Edit, 'at' | 'removed' | 'inserted'>): Promise<Arrival> {
    const document = this.#document!;
    const range = { start: document.positionAt(edit.at), end: document.positionAt(edit.at + edit.removed) };
    const contentChanges = [{ range, text: edit.inserted }];
    const version = document.version + 1;
    this.#document = TextDocument.update(document, contentChanges, version);
    const arrival = this.#arrival(this.#document, () => true);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
    return arrival();
  }

  /** Of the server's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** The text of the open document. */
  get text(): string {
    return this.#document!.getText();
  }

  /** Sends a request; gives `undefined` where the server does not know it or does not answer. */
  async ask(method: string, params?: unknown): Promise<unknown> {
    return this.#orFail(this.#connection.sendRequest(method, params), method).catch(() => undefined);
  }

  async tell(method: string, params: unknown): Promise<void> {
    await this.#connection.sendNotification(method, params);
  }

  /** Resolves when the server sends a notification that is not about findings. */
  heard(method: string): Promise<void> {
    return new Promise((resolve) => {
      const listening = this.#connection.onNotification(method, () => {
        listening.dispose();
        resolve();
      });
    });
  }

  async close(): Promise<void> {
    const uri = this.#document!.uri;
    this.#document = undefined;
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Shuts the server down, and ends its process if it has not ended by itself after two seconds. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    const kill = setTimeout(() => this.#process.kill('SIGKILL'), 2_000);
    await Promise.race([ended, this.ask('shutdown')]);
    await this.#connection.sendNotification('exit').catch(() => undefined);
    await ended;
    clearTimeout(kill);
    this.#connection.dispose();
  }

  /** Starts the clock; the function it gives waits for the findings of `document`. */
  #arrival(document: TextDocument, done: (count: number) => boolean): () => Promise<Arrival> {
    const what = `findings of version ${document.version}`;
    const begin = performance.now();
    if (this.#launch.delivery === 'pull') return () => this.#orFail(this.#pull(document.uri, begin), what);
    const arrived = new Promise<Arrival>((resolve) => {
      this.#listener = ({ uri, version, diagnostics }) => {
        const milliseconds = performance.now() - begin;
        const wanted = this.#launch.delivery === 'next' || version === document.version;
        if (uri === document.uri && wanted && done(diagnostics.length))
          resolve({ milliseconds, diagnostics });
      };
    });
    return () => this.#orFail(arrived, what);
  }

  async #pull(uri: string, begin: number): Promise<Arrival> {
    const report: { items: Diagnostic[] } = await this.#connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return { milliseconds: performance.now() - begin, diagnostics: report.items };
  }

  async #orFail<T>(answer: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let ended: (() => void) | undefined;
    const failure = new Promise<never>((_, reject) => {
      const fail = (why: string) => reject(new Error(`${why} before ${what}\n${this.#failure}`.trim()));
      timer = setTimeout(() => fail(`${patience / 1000} s passed`), patience);
      ended = () => fail('The server ended');
      this.#process.once('exit', ended);
    });
    try {
      return await Promise.race([answer, failure]);
    } finally {
      clearTimeout(timer);
      this.#process.removeListener('exit', ended!);
    }
  }
}

function initializeParams(launch: Launch): InitializeParams {
  return {
    processId: process.pid,
    rootUri: launch.folder,
    workspaceFolders: [{ uri: launch.folder, name: 'bench' }],
    initializationOptions: launch.initializationOptions,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        synchronization: { dynamicRegistration: false },
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: true,
          codeDescriptionSupport: true,
          dataSupport: true,
          tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
        },
        ...(launch.delivery === 'pull' ? { diagnostic: { relatedDocumentSupport: false } } : {}),
      },
    },
  };
}
