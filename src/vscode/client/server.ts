import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ChangedParams, Summary } from '../../server/protocol.ts';
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
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<Summary>();
  readonly #states = new vscode.EventEmitter<ServerState>();
  #client: BaseLanguageClient | undefined;
  #started: Promise<BaseLanguageClient> | undefined;
  #state: ServerState = 'off';
  #reading = true;
  #crashes = 0;
  /** How often it was ended: what began before is not gone on with. */
  #ends = 0;
  #failure = '';
  #giveUp: (reason: string) => void = () => undefined;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
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
  notify(method: 'parley/wake' | 'parley/reading/stop' | 'parley/reading/resume'): void {
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
    const ends = this.#ends;
    const isWanted = () => ends === this.#ends;
    let started: Promise<BaseLanguageClient> | undefined;
    try {
      const { createClient, loadLaunch } = await import('./create.ts');
      const launch = await loadLaunch();
      if (!isWanted()) throw new Error('The server was ended before it began.');
      const client = createClient(launch, this.#context, this.#log, () => isWanted() && this.#closed());
      this.#client = client;
      client.onNotification('parley/tree/changed', ({ summary }: ChangedParams) => {
        if (isWanted()) this.#tell(summary);
      });
      started = client.start().then(() => client);
      await this.#answerOf(started);
      if (!isWanted()) throw new Error('The server was ended before it answered.');
      this.#become('running');
      client.sendRequest<Summary>('parley/summary', null).then(
        (summary) => {
          if (isWanted()) this.#tell(summary);
        },
        (error) => this.#log.error(error),
      );
      return client;
    } catch (error) {
      // A client that still starts cannot be ended before it has.
      started?.then((client) => client.dispose()).catch(() => undefined);
      if (isWanted()) this.#fail(vscode.l10n.t('Parley’s language server did not start.'), error);
      throw error;
    }
  }

  /** Waits for a server that starts only so long. */
  async #answerOf(started: Promise<unknown>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = new Promise<never>((_, reject) => {
      this.#giveUp = (reason) => reject(new Error(reason));
      timer = setTimeout(this.#giveUp, PATIENCE, `No answer within ${PATIENCE / 1000} s.`);
    });
    try {
      await Promise.race([started, failed]);
    } finally {
      clearTimeout(timer);
    }
  }

  #tell(summary: Summary): void {
    this.#reading &&= summary.growing;
    this.#changes.fire(summary);
  }

  /** Says whether a server that ended by itself is started again. */
  #closed(): boolean {
    this.#crashes += 1;
    if (this.#state !== 'running') {
      this.#giveUp('It ended before it answered.');
      return false;
    }
    if (this.#crashes < CRASHES) return true;
    this.#fail(vscode.l10n.t('Parley’s language server stopped {0} times.', this.#crashes));
    return false;
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
    this.#ends += 1;
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
