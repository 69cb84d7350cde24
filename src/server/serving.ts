import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';
import type { Clock } from '../core/portfolio/rules.ts';
import { AgreementsTree } from './agreements/tree.ts';
import { Announcer } from './announcer.ts';
import type { Client } from './client.ts';
import type { Edge } from './edge.ts';
import type { Machine } from './machine.ts';
import { notificationsFor } from './notifications.ts';
import type { ChangedParams } from './protocol.ts';
import { requestsFor } from './requests.ts';
import { Session } from './session.ts';
import { readPreferences } from './settings.ts';
import { Trees } from './trees.ts';
import { pause, Work } from './work.ts';

/** A day may begin at any moment, and a timer set for that moment misses it when the machine sleeps. */
const TICK = 60_000;

/** How long the first settings are waited for, in milliseconds. */
const PATIENCE = 1_000;

/** What is done about the messages of a client. */
export interface Handlers {
  heard(method: string, params: unknown): void;
  asked(method: string, params: unknown): unknown;
}

/** Puts together what serves a client. */
export function serve(
  connection: Connection,
  edge: Edge,
  client: Client,
  machine: Machine | undefined,
  clock: Clock,
): Handlers {
  const work = new Work(edge.complain);
  const session: Session = new Session(connection, client, machine, clock, work, (uri) => {
    agreements.forget();
    announcer.changed(uri);
  });
  const trees = new Trees(session.library, session.places);
  const agreements = new AgreementsTree(session.library, session.places);
  const announcer = new Announcer(work, session, session.places, () => {
    trees.announced();
    const params: ChangedParams = { summary: trees.summary() };
    void connection.sendNotification('parley/tree/changed', params);
  });
  const settings = () => work.run('asking for settings', () => pull(connection, session));
  const pullSettings = () => {
    if (client.configuration) void settings();
  };
  const start = () => {
    session.preferAll(client.preferences);
    register(connection, client, work);
    void work.run('beginning', async () => {
      // What somebody has turned off is not even to flash up; but nobody waits for a client that keeps silent.
      if (client.configuration) await Promise.race([settings(), pause(PATIENCE)]);
      session.start();
    });
    const timer: unknown = setInterval(() => edge.attempt('beginning a day', () => session.tick()), TICK);
    // Where a timer is an object, as in Node, it would keep the process alive.
    if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref();
  };
  const notifications = notificationsFor(session, client, {
    start,
    pullSettings,
    forget: () => trees.forget(),
  });
  const requests = requestsFor(session, trees, agreements, client, work);
  return {
    heard: (method, params) => edge.heard(notifications, method, params),
    asked: (method, params) => edge.asked(requests, method, params),
  };
}

async function pull(connection: Connection, session: Session): Promise<void> {
  for (const folder of [...session.library.folders.values(), undefined]) {
    const item = { section: 'parley', ...(folder && { scopeUri: folder.uri }) };
    session.prefer(folder, readPreferences(await connection.workspace.getConfiguration(item)));
  }
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
