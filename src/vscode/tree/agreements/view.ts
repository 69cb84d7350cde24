import * as vscode from 'vscode';
import type { AgreementTreeRow } from '../../../server/agreements/protocol.ts';
import type { Server } from '../../client/server.ts';
import { focusingPages, Provider, type Source } from '../provider.ts';
import { agreementItem } from './items.ts';
import { agreementTooltip } from './tooltip.ts';

/** The view's id in the manifest. */
export const VIEW = 'parley.agreements';

/** The Agreements view: every agreement, what it is made of, and how that stands. */
export class AgreementsView implements vscode.Disposable {
  readonly provider: Provider<AgreementTreeRow>;
  readonly #view: vscode.Disposable;

  constructor(server: Server) {
    this.provider = new Provider(server, agreementsSource(server));
    const view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this.provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#view = vscode.Disposable.from(view, focusingPages(view, this.provider));
  }

  dispose(): void {
    this.#view.dispose();
    this.provider.dispose();
  }
}

function agreementsSource(server: Server): Source<AgreementTreeRow> {
  let complete = false;
  return {
    async ask(parent, offset) {
      const params = { offset, ...(parent && { parent: parent.id }) };
      const answer = await server.request('parley/agreements/children', params);
      if (!parent) complete = !answer.incomplete;
      return answer;
    },
    // While files are still being read, the first of many looks like the only one.
    item: (node, roots) => agreementItem(node, complete && roots === 1),
    tooltip: agreementTooltip,
  };
}
