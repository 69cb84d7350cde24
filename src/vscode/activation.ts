import * as vscode from 'vscode';
import { schemes } from './client/options.ts';
import { Server } from './client/server.ts';
import { startWhereNeeded } from './client/triggers.ts';
import { registerCommands } from './commands/register.ts';
import { createStatusBarItem } from './status-bar.ts';
import { VIEW as AGREEMENTS, AgreementsView } from './tree/agreements/view.ts';
import { showReading } from './tree/progress.ts';
import { Query } from './tree/query.ts';
import { VIEW as COMMITMENTS, CommitmentsView } from './tree/view.ts';

/** Called by VS Code once, in whatever extension host; it disposes of what is registered with the context. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Parley', { log: true });
  const server = new Server(context, log);
  const query = new Query(context);
  const view = new CommitmentsView(server, query);
  const agreements = new AgreementsView(server);
  context.subscriptions.push(
    log,
    server,
    view,
    agreements,
    showReading(server, [COMMITMENTS, AGREEMENTS]),
    createStatusBarItem(server),
    registerCommands({ server, query, view, agreements, log, extensionUri: context.extensionUri }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      // The machine may have slept over midnight.
      if (focused) server.notify('parley/wake');
    }),
    restartForNewSchemes(server),
    startWhereNeeded(context, server),
  );
  log.info(`Parley ${context.extension.packageJSON.version} is active.`);
}

/** The documents that the server hears of are fixed when it starts; a folder of another kind needs a new start. */
function restartForNewSchemes(server: Server): vscode.Disposable {
  let known = schemes().join();
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const now = schemes().join();
    if (now === known) return;
    known = now;
    if (server.state === 'running') server.restart().catch(() => undefined);
  });
}
