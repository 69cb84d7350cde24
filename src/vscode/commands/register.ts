import * as vscode from 'vscode';
import type { Server } from '../client/server.ts';
import type { AgreementsView } from '../tree/agreements/view.ts';
import type { MoreNode } from '../tree/nodes.ts';
import type { Query } from '../tree/query.ts';
import type { CommitmentsView } from '../tree/view.ts';
import { Refusal } from './apply.ts';
import { groupBy, onlyMine } from './arrange.ts';
import { complete } from './complete.ts';
import { copy } from './copy.ts';
import { filterCommitments } from './filter.ts';
import { goToCommitment, openCommitment, revealAtCursor } from './go-to.ts';
import { BRIEF, DEBRIEF, insertEntry } from './insert-entry.ts';
import { newAgreement } from './new-agreement.ts';
import { postpone } from './postpone.ts';
import { reassign } from './reassign.ts';
import { SHOW_CHECK, showCheck } from './show-check.ts';

/** What the commands work with. */
export interface Parts {
  readonly server: Server;
  readonly query: Query;
  readonly view: CommitmentsView;
  readonly agreements: AgreementsView;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
}

/** Registers every command of the manifest. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { server, query, view, agreements, log, extensionUri } = parts;
  // VS Code hands over whatever the caller gave: a node of the tree, a hover's id, or nothing.
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'parley.newAgreement': newAgreement,
    'parley.insertBrief': insertEntry.bind(undefined, BRIEF, server),
    'parley.insertDebrief': insertEntry.bind(undefined, DEBRIEF, server),
    'parley.complete': complete.bind(undefined, server),
    'parley.postpone': postpone.bind(undefined, server),
    'parley.reassign': reassign.bind(undefined, server),
    'parley.copyText': copy.bind(undefined, server, 'text'),
    'parley.copyMarkdown': copy.bind(undefined, server, 'markdown'),
    'parley.copyLink': copy.bind(undefined, server, 'link'),
    'parley.tree.copySelected': () => copy(server, 'text', view.view.selection[0], view.view.selection),
    'parley.goToCommitment': () => goToCommitment(server),
    'parley.groupBy': () => groupBy(query),
    'parley.showLog': () => log.show(),
    'parley.restart': () => server.restart(),
    'parley.clearCache': () => server.request('parley/cache/clear', null).then(() => server.restart()),
    'parley.open': openCommitment.bind(undefined, server),
    [SHOW_CHECK]: showCheck.bind(undefined, extensionUri),
    'parley.tree.reveal': () => revealAtCursor(view),
    'parley.tree.filter': () => filterCommitments(server, query),
    'parley.tree.clearFilter': () => query.show({}),
    'parley.tree.onlyMine': () => onlyMine(server, query),
    'parley.tree.everybody': () => query.show({ ...query.filter, mine: [] }),
    'parley.tree.showSettled': () => query.showSettled(true),
    'parley.tree.hideSettled': () => query.showSettled(false),
    'parley.tree.refresh': () => Promise.all([view, agreements].map(({ provider }) => provider.refresh())),
    'parley.stopReading': () => server.notify('parley/reading/stop'),
    'parley.resumeReading': () => server.notify('parley/reading/resume'),
    'parley.tree.more': ({ load }: MoreNode) => load(),
  };
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, (...args) => guarded(() => run(...(args as never[])), server, log)),
  );
  return vscode.Disposable.from(...registered);
}

/** Runs a command, and says in one message why it could not do what was asked. */
async function guarded(run: () => unknown, server: Server, log: vscode.LogOutputChannel): Promise<void> {
  const failed = server.state === 'failed';
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) {
      vscode.window.showWarningMessage(error.message);
      return;
    }
    log.error(error instanceof Error ? error : String(error));
    if (server.state === 'failed') {
      // A failure that the command itself met has just been told.
      if (failed) server.complain();
      return;
    }
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t('That did not work. The log says more.');
    vscode.window.showErrorMessage(message, showLog).then((choice) => choice && log.show());
  }
}
