import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Clock } from '../core/portfolio/rules.ts';
import { type Client, clientOf } from './client.ts';
import { Edge } from './edge.ts';
import { FIX_ALL } from './kinds.ts';
import type { Machine } from './machine.ts';
import type { Handlers } from './serving.ts';

/**
 * Serves one client until the connection ends. `initialize` is answered at once; the core is loaded behind it, and
 * messages that come in the meantime wait in their order.
 * @param machine loads what the server's own machine has; absent where that has no files, as in a browser
 * @param clock where now and the zone come from; `initializationOptions.today` goes before it
 */
export function startServer(
  connection: Connection,
  machine?: () => Promise<Machine>,
  clock: Clock = machineClock(),
): void {
  const edge = new Edge(connection);
  let handlers: Handlers | undefined;
  let loading: Promise<Handlers> | undefined;
  let client: Client | undefined;
  const load = async (): Promise<Handlers> => {
    const [{ serve }, own] = await Promise.all([import('./serving.ts'), machine?.()]);
    handlers = serve(connection, edge, client!, own, clock);
    return handlers;
  };
  const handle = <R>(act: (handlers: Handlers) => R): R | Promise<R> | undefined => {
    if (handlers) return act(handlers);
    if (!client) return undefined;
    loading ??= load();
    return loading.then(act);
  };
  connection.onInitialize((params: InitializeParams) => {
    client = clientOf(params);
    return { serverInfo: { name: 'parley' }, capabilities: capabilities(client) };
  });
  connection.onInitialized(() => {
    void handle(({ heard }) => heard('initialized', undefined));
    if (client?.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        (event) => void handle(({ heard }) => heard('workspace/didChangeWorkspaceFolders', { event })),
      );
  });
  connection.onNotification((method, params) => void handle(({ heard }) => heard(method, params)));
  connection.onRequest((method, params) => handle(({ asked }) => asked(method, params)));
  connection.listen();
}

/** Asking the machine for its zone loads much of ICU, so it is asked when a zone is first needed. */
function machineClock(): Clock {
  let zone: string | undefined;
  return {
    now: Date.now,
    get zone() {
      zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
      return zone;
    },
  };
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
