import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  FileChangeType,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOfPath } from '../../src/node/uri.ts';
import type { EditAnswer, InitializationOptions, Summary } from '../../src/server/protocol.ts';

/** The day on which the server believes it is. */
const TODAY = '2026-11-27';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** How a test's server is started. */
export interface Start {
  /** URIs of the workspace folders; null for a client that has none. */
  readonly folders?: readonly string[] | null;
  readonly options?: InitializationOptions;
  readonly capabilities?: object;
  /** Answers to `workspace/configuration`: the section `parley`. */
  readonly settings?: () => unknown;
  /** Sets up answers to further requests of the server. */
  readonly serve?: (connection: MessageConnection) => void;
}

/** A language client that remembers what it was told. Errors in the server's log fail the test at the end. */
export class TestClient {
  /** The findings that each document has now, by URI. */
  readonly findings = new Map<string, readonly Diagnostic[]>();
  /** Everything that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly changes: Summary[] = [];
  readonly registered: string[] = [];
  readonly errors: string[] = [];
  result!: InitializeResult;
  readonly #versions = new Map<string, number>();
  #waiting: (() => void)[] = [];

  private constructor(
    readonly connection: MessageConnection,
    private readonly end: () => Promise<void> | void,
  ) {}

  /** Starts the built server as a process of its own, over stdio. */
  static async start(start: Start = {}): Promise<TestClient> {
    const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = await TestClient.over(connection, start, () => ended(server));
    server.stderr.on('data', (data: Buffer) => client.errors.push(data.toString()));
    return client;
  }

  /** Shakes hands with a server that is there already. */
  static async over(
    connection: MessageConnection,
    { folders = null, options = {}, capabilities = {}, settings, serve }: Start,
    end: () => Promise<void> | void,
  ): Promise<TestClient> {
    const client = new TestClient(connection, end);
    client.#listen(settings);
    serve?.(connection);
    connection.listen();
    client.result = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: 'folder' })) ?? null,
      initializationOptions: { today: TODAY, ...options },
      capabilities: {
        workspace: {
          configuration: settings !== undefined,
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
        ...capabilities,
      },
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  #listen(settings: Start['settings']): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.findings.set(params.uri, params.diagnostics);
      this.#wake();
    });
    connection.onNotification('parley/tree/changed', ({ summary }: { summary: Summary }) => {
      this.changes.push(summary);
      this.#wake();
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings?.() ?? null),
    );
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        this.registered.push(...registrations.map(({ method }) => method));
        return null;
      },
    );
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Waits until something holds, looking again whenever the server says anything. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The checks that have findings in a document, in the order of the text. */
  checks(uri: string): string[] {
    return (this.findings.get(uri) ?? []).map(({ code }) => String(code));
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces a stretch of an open document, or all of it. Returns the new version. */
  async edit(uri: string, text: string, range?: { start: Position; end: Position }): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of files that changed, came or went outside of the client. */
  async watched(changes: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>): Promise<void> {
    const types = {
      created: FileChangeType.Created,
      changed: FileChangeType.Changed,
      deleted: FileChangeType.Deleted,
    };
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([uri, type]) => ({ uri, type: types[type] })),
    });
  }

  /** Waits until the server has nothing left to do. */
  async idle(): Promise<void> {
    await this.connection.sendRequest('parley/idle');
  }

  ask<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Ends the server, and fails where it logged an error. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await this.end();
    this.connection.dispose();
    assert.deepEqual(this.errors, []);
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
  assert.equal(server.exitCode, 0);
}

/** A folder of its own for a test. */
export class TestFolder {
  private constructor(readonly path: string) {}

  static async with(files: Readonly<Record<string, string | Uint8Array>>): Promise<TestFolder> {
    const folder = new TestFolder(await realpath(await mkdtemp(join(tmpdir(), 'parley-server-'))));
    for (const [name, content] of Object.entries(files)) await folder.write(name, content);
    return folder;
  }

  get uri(): string {
    return uriOfPath(this.path);
  }

  /** The URI of a file in it. */
  of(name: string): string {
    return uriOfPath(join(this.path, name));
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return this.of(name);
  }

  /** The text of a file after an edit, with what the edit says about versions. */
  async applied(answer: EditAnswer, name: string): Promise<{ text: string; version: number | null }> {
    assert.ok('edit' in answer, JSON.stringify(answer));
    const { documentChanges = [] }: WorkspaceEdit = answer.edit;
    const change = documentChanges.find(
      (one): one is TextDocumentEdit => 'edits' in one && one.textDocument.uri === this.of(name),
    );
    assert.ok(change, `${name} is not edited`);
    const text = await readFile(join(this.path, name), 'utf8');
    const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
    const document = TextDocument.create('', '', 1, text);
    return { text: TextDocument.applyEdits(document, edits), version: change.textDocument.version };
  }

  async remove(name = ''): Promise<void> {
    await rm(join(this.path, name), { recursive: true, force: true });
  }
}

/** A folder of its own with files, and a client whose server has read them. */
export async function begun(
  files: Readonly<Record<string, string | Uint8Array>>,
  start: Omit<Start, 'folders'> = {},
): Promise<{ readonly folder: TestFolder; readonly client: TestClient }> {
  const folder = await TestFolder.with(files);
  const client = await TestClient.start({ folders: [folder.uri], ...start });
  await client.idle();
  return { folder, client };
}

/** An agreement with one milestone, complete but for what `due` makes of it. */
export function agreement(due: string, title = 'Supply of jars'): string {
  return `---
agreement: ${title}
owner: tom
people:
  tom: { name: Tom Reyes }
  ines: { name: Ines Roca }
milestones:
  - id: M1
    title: Moulds delivered
    owner: ines
    due: ${due}
    indicator: Receipt signed by the site
---
`;
}
