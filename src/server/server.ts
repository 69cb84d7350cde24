import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import type { Clock } from '../core/portfolio/portfolio.ts';
import type { Workspace } from '../core/portfolio/workspace.ts';
import { Announcer } from './announcer.ts';
import { type Client, clientOf } from './client.ts';
import { Edge } from './edge.ts';
import { FIX_ALL } from './fixes.ts';
import type { ChangedParams } from './protocol.ts';
import { answerRequests } from './requests.ts';
import { Session } from './session.ts';
import { objectOf, readPreferences } from './settings.ts';
import { Trees } from './trees.ts';
import { Work } from './work.ts';

/** A day may begin at any moment, and a timer set for that moment misses it when the machine sleeps. */
const TICK = 60_000;

/**
 * Serves one client until the connection ends.
 * @param files reads the files of the server's own machine; absent where it has none, as in a browser
 * @param clock where now and the zone come from; `initializationOptions.today` goes before it
 */
export function startServer(connection: Connection, files?: Workspace, clock: Clock = machineClock()): void {
  const edge = new Edge(connection);
  const work = new Work(edge.complain);
  connection.onInitialize((params: InitializeParams) => {
    const client = clientOf(params);
    const session: Session = new Session(connection, client, files, clock, work, (uri) => {
      trees.forget();
      announcer.changed(uri);
    });
    const trees = new Trees(session.library, session);
    const announcer = new Announcer(work, session, () => {
      const params: ChangedParams = { summary: trees.summary() };
      void connection.sendNotification('parley/tree/changed', params);
    });
    answerRequests(edge, session, trees, client);
    followDocuments(connection, edge, session);
    followWorkspace(connection, edge, session, client, work);
    return { serverInfo: { name: 'parley' }, capabilities: capabilities(client) };
  });
  connection.listen();
}

function machineClock(): Clock {
  return { now: Date.now, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

function capabilities(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    ...(client.tellsFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}

function followDocuments(connection: Connection, edge: Edge, session: Session): void {
  connection.onDidOpenTextDocument(edge.heard('opening a document', (params) => session.opened(params)));
  connection.onDidChangeTextDocument(edge.heard('editing a document', (params) => session.edited(params)));
  connection.onDidCloseTextDocument(edge.heard('closing a document', (params) => session.closed(params)));
}

function followWorkspace(
  connection: Connection,
  edge: Edge,
  session: Session,
  client: Client,
  work: Work,
): void {
  const pullSettings = async () => {
    for (const folder of [...session.library.folders.values(), undefined]) {
      const item = { section: 'parley', ...(folder && { scopeUri: folder.uri }) };
      session.prefer(folder, readPreferences(await connection.workspace.getConfiguration(item)));
    }
  };
  connection.onInitialized(
    edge.heard('starting', () => {
      for (const folder of [...session.library.folders.values(), undefined])
        session.prefer(folder, client.preferences);
      register(connection, client, work);
      session.start();
      if (client.configuration) void work.run('asking for settings', pullSettings);
      if (client.tellsFolders)
        connection.workspace.onDidChangeWorkspaceFolders(
          edge.heard('changing folders', (event) => session.foldersChanged(event)),
        );
      const timer: unknown = setInterval(
        edge.heard('beginning a day', () => session.tick()),
        TICK,
      );
      // Where a timer is an object it would keep the process alive.
      if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref();
    }),
  );
  connection.onDidChangeConfiguration(
    edge.heard('changing settings', ({ settings }) => {
      if (client.configuration) void work.run('asking for settings', pullSettings);
      else
        for (const folder of [...session.library.folders.values(), undefined])
          session.prefer(folder, readPreferences(objectOf(settings)['parley']));
    }),
  );
  connection.onDidChangeWatchedFiles(edge.heard('following files', (params) => session.filesChanged(params)));
  connection.onNotification(
    'parley/wake',
    edge.heard('waking up', () => session.tick()),
  );
  connection.onRequest('parley/idle', () => work.whenIdle().then(() => null));
}

/** Asks the client to tell about files, folders that come and go, and settings. */
function register(connection: Connection, { registers }: Client, work: Work): void {
  if (registers.watchers) {
    const watchers = [
      { globPattern: '**/*.{md,MD,Md,markdown,Markdown,MARKDOWN}', kind: WatchKind.Change },
      { globPattern: '**/{.parley.yaml,.gitignore}', kind: WatchKind.Change },
      // A folder that goes is one event for the folder, and none for the files in it.
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    ];
    void work.run('asking for file events', async () => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
  }
  if (registers.configuration) {
    void work.run('asking for setting events', async () => {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'parley' });
    });
  }
}
