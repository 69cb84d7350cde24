import * as vscode from 'vscode';
import type { CommitmentAtAnswer, Summary, TreeRow } from '../../server/protocol.ts';
import { toPosition } from '../client/places.ts';
import type { Server } from '../client/server.ts';
import { isOurs } from '../client/triggers.ts';
import { commitmentsSource } from './commitments.ts';
import { filterWords } from './filter.ts';
import type { Node } from './nodes.ts';
import { ownerDrop } from './owner-drop.ts';
import { focusingPages, Provider } from './provider.ts';
import type { Query } from './query.ts';

/** The view's id in the manifest. */
export const VIEW = 'parley.commitments';
/** How long a cursor rests before the tree follows it, in milliseconds. */
const REST = 200;

/** The Commitments view: the tree, its badge, its message line, and what it says while it is empty. */
export class CommitmentsView implements vscode.Disposable {
  readonly provider: Provider<TreeRow>;
  readonly view: vscode.TreeView<Node>;
  readonly #server: Server;
  readonly #query: Query;
  readonly #disposables: vscode.Disposable[];
  #summary: Summary | undefined;
  #rows = 0;
  #reading = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, query: Query) {
    this.#server = server;
    this.#query = query;
    this.provider = new Provider(server, commitmentsSource(server, query));
    this.view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this.provider,
      canSelectMany: true,
      dragAndDropController: ownerDrop,
    });
    this.#disposables = [
      this.view,
      this.provider,
      this.provider.onDidLoadRoots((rows) => {
        this.#rows = rows;
        this.#describe();
      }),
      focusingPages(this.view, this.provider),
      query.onDidChange(() => {
        this.provider.reset();
        this.#describe();
      }),
      server.onDidChange((summary) => {
        // How many groups there are decides which stand open, and only now it is known.
        if (this.#reading && !server.reading) this.provider.reset();
        this.#reading = server.reading;
        this.#summary = summary;
        this.#describe();
      }),
      server.onDidChangeState((state) => {
        if (state === 'failed') this.#summary = undefined;
        if (state === 'starting') this.#reading = true;
        this.#describe();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
    ];
    this.#describe();
  }

  /** Shows the commitment at a place in the tree, selected; opens the view for it. Returns whether there is one. */
  async reveal(document: vscode.TextDocument, position: vscode.Position, focus: boolean): Promise<boolean> {
    const found: CommitmentAtAnswer | null = await this.#server.request('parley/commitment/at', {
      uri: document.uri.toString(),
      position: toPosition(position),
      query: this.#query.asked,
    });
    const node = found?.group && (await this.provider.find(found.group.id, found.row.id));
    if (!node) return false;
    await this.view.reveal(node, { select: true, focus });
    return true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #follow(editor: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    const { document, selection } = editor;
    const wanted = vscode.workspace.getConfiguration('parley', document).get('tree.followCursor', false);
    if (!wanted || !this.view.visible || this.#server.state !== 'running' || !isOurs(document)) return;
    this.#timer = setTimeout(() => {
      // What the cursor stands on may just have gone; there is nothing to tell anybody.
      this.reveal(document, selection.active, false).catch(() => undefined);
    }, REST);
  }

  /** Says by badge, message and context how things stand. */
  #describe(): void {
    const { overdue = 0 } = this.#summary ?? {};
    const tooltip =
      overdue === 1
        ? vscode.l10n.t('1 commitment is late')
        : vscode.l10n.t('{0} commitments are late', overdue);
    this.view.badge = overdue > 0 ? { value: overdue, tooltip } : undefined;
    // An empty tree has its welcome text, which VS Code shows only where there is no message.
    const { filtered, filter, name } = this.#query;
    const words = filtered ? filterWords(filter) : '';
    const only = words !== '' && this.#rows > 0 ? vscode.l10n.t('Only {0}', words) : '';
    const unread = this.#rows > 0 ? unreadWords(this.#summary?.unread ?? 0) : '';
    const more = this.#summary?.more ? vscode.l10n.t('Too many files: not all are looked at') : '';
    this.view.message = [only, unread, more].filter(Boolean).join(' · ');
    this.view.description = filtered ? (name ?? (this.#rows > 0 ? vscode.l10n.t('filtered') : words)) : '';
    vscode.commands.executeCommand('setContext', 'parley.state', this.#state());
  }

  /** Which of the welcome texts applies while there are no rows. */
  #state(): string {
    if (this.#server.state === 'failed') return 'failed';
    if (this.#rows > 0) return 'rows';
    if (!this.#summary || this.#summary.growing) return 'reading';
    if (this.#summary.unread > 0) return 'stopped';
    if (this.#summary.agreements === 0) return 'none';
    return this.#query.filtered ? 'filtered' : 'settled';
  }
}

/** Says how much is missing because reading was stopped or failed. */
function unreadWords(unread: number): string {
  if (unread === 0) return '';
  return unread === 1
    ? vscode.l10n.t('1 file was not read')
    : vscode.l10n.t('{0} files were not read', unread);
}
