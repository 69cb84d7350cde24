import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { ChangedParams, Summary } from '../../server/protocol.ts';
import { serveFiles } from './files.ts';
import type { Launch } from './launch.ts';
import { clientOptions } from './options.ts';
import type { Requests } from './requests.ts';

/** How long a server may take to answer `initialize`, in milliseconds. */
const PATIENCE = 10_000;
/** How often a server may end by itself before it is left alone. */
const CRASHES = 2;

/** Where the server stands. */
export type ServerState = 'off' | 'starting' | 'running' | 'failed';

/** The language server as the rest of the client knows it: started when first needed, asked by method. */
export class Server implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #launch: Launch;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<Summary>();
  readonly #states = new vscode.EventEmitter<ServerState>();
  #client: BaseLanguageClient | undefined;
  #started: Promise<BaseLanguageClient> | undefined;
  #state: ServerState = 'off';
  #reading = true;
  #crashes = 0;
  #failure = '';
  #giveUp: (reason: string) => void = () => undefined;

  constructor(context: vscode.ExtensionContext, launch: Launch, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#launch = launch;
    this.#log = log;
  }

  /** Fires with new figures whenever what was shown may be so no more. */
  readonly onDidChange = this.#changes.event;
  readonly onDidChangeState = this.#states.event;

  get state(): ServerState {
    return this.#state;
  }

  /** Whether the folders are still being read for the first time. */
  get reading(): boolean {
    return this.#reading;
  }

  /** Starts the server where it does not run yet. A failure has been told to the person when this rejects. */
  start(): Promise<BaseLanguageClient> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  /**
   * Asks the server, and starts it before where need be.
   * @throws when there is no server, or the request failed in it.
   */
  async request<M extends keyof Requests>(method: M, params: Requests[M][0]): Promise<Requests[M][1]> {
    const client = await this.start();
    try {
      return await client.sendRequest<Requests[M][1]>(method, params);
    } catch (error) {
      this.#log.error(`${method}: ${error instanceof Error ? error.message : error}`);
      throw error;
    }
  }

  /** Tells the server something, if it runs. */
  notify(method: 'parley/wake'): void {
    if (this.#state !== 'running') return;
    this.#client?.sendNotification(method).catch((error) => this.#log.error(error));
  }

  /** Ends the server and starts another one. */
  async restart(): Promise<void> {
    await this.#end();
    this.#crashes = 0;
    await this.start();
  }

  async dispose(): Promise<void> {
    await this.#end();
    this.#changes.dispose();
    this.#states.dispose();
  }

  async #begin(): Promise<BaseLanguageClient> {
    this.#reading = true;
    this.#become('starting');
    const client = this.#launch(this.#context, this.#options(), this.#log);
    this.#client = client;
    // It has messages of its own for what is told here once.
    client.error = (message, data) => this.#log.error(message, data ?? '');
    serveFiles(client);
    client.onNotification('parley/tree/changed', ({ summary }: ChangedParams) => this.#tell(summary));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = new Promise<never>((_, reject) => {
      this.#giveUp = (reason) => reject(new Error(reason));
      timer = setTimeout(this.#giveUp, PATIENCE, `No answer within ${PATIENCE / 1000} s.`);
    });
    try {
      await Promise.race([client.start(), failed]);
    } catch (error) {
      if (this.#client === client)
        this.#fail(vscode.l10n.t('Parley’s language server did not start.'), error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
    this.#become('running');
    client.sendRequest<Summary>('parley/summary', null).then(
      (summary) => this.#tell(summary),
      (error) => this.#log.error(error),
    );
    return client;
  }

  #tell(summary: Summary): void {
    this.#reading &&= summary.incomplete;
    this.#changes.fire(summary);
  }

  #options() {
    return {
      ...clientOptions(this.#context, this.#log),
      // What goes wrong in one request goes to the log; people hear of it where they asked for something.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
    };
  }

  #closed() {
    this.#crashes += 1;
    if (this.#state !== 'running') {
      this.#giveUp('It ended before it answered.');
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (this.#crashes < CRASHES) return { action: CloseAction.Restart, handled: true };
    this.#fail(vscode.l10n.t('Parley’s language server stopped {0} times.', this.#crashes));
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  #fail(message: string, cause?: unknown): void {
    this.#log.error(message, cause ?? '');
    this.#failure = message;
    this.#become('failed');
    this.complain();
  }

  /** Says that the server does not run, and what can be done about it. */
  complain(): void {
    const showLog = vscode.l10n.t('Show Log');
    const restart = vscode.l10n.t('Restart');
    vscode.window.showErrorMessage(this.#failure, showLog, restart).then((choice) => {
      if (choice === showLog) this.#log.show();
      if (choice === restart) this.restart().catch(() => undefined);
    });
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#started = undefined;
    this.#become('off');
    await client?.dispose().catch((error) => this.#log.warn(error));
  }

  #become(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#states.fire(state);
  }
}
