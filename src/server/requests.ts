import { canonicalUri } from '../core/text/uri.ts';
import { type Desk, insertDebrief, negotiations } from './actions.ts';
import type { Client } from './client.ts';
import { dayFor, editCommitments } from './commitment-edits.ts';
import type { Edge } from './edge.ts';
import { codeActionsFor } from './fixes.ts';
import * as params from './params.ts';
import type { EditAnswer, EditParams } from './protocol.ts';
import type { Session } from './session.ts';
import type { Trees } from './trees.ts';

/** Answers what the client asks. */
export function answerRequests(edge: Edge, session: Session, trees: Trees, client: Client): void {
  const desk = deskOf(session, trees, client);
  const { live, publisher } = session;
  edge.asked('textDocument/codeAction', params.isCodeActionParams, (asked) => {
    const document = live.get(canonicalUri(asked.textDocument.uri));
    const published = document && publisher.published(document.uri);
    return published ? codeActionsFor(asked, document, published, client.documentChanges) : [];
  });
  edge.asked('parley/tree/children', params.isChildrenParams, (asked) => trees.children(asked));
  edge.asked('parley/summary', params.isAnything, () => trees.summary());
  edge.asked('parley/commitments', params.isCommitmentsParams, (asked) => trees.commitments(asked));
  edge.asked('parley/commitment/at', params.isCommitmentAtParams, ({ uri: spelled, position, query }) => {
    const uri = canonicalUri(spelled);
    const offset = session.offsetAt(uri, position);
    return offset === undefined ? null : trees.at(uri, offset, query);
  });
  edge.asked('parley/negotiations', params.isNegotiationsParams, (asked) => negotiations(asked, desk));
  edge.asked('parley/day', params.isDayParams, (asked) => dayFor(asked, trees.find(asked.id)));
  edge.asked('parley/edit', params.isEditParams, (asked) => edit(asked, desk));
}

function edit(asked: EditParams, desk: Desk): EditAnswer {
  if (asked.action === 'insert-debrief') return insertDebrief(asked, desk);
  return editCommitments(asked, desk);
}

function deskOf(session: Session, trees: Trees, client: Client): Desk {
  const { library, live } = session;
  return {
    entry: (uri) => library.entry(uri),
    row: (id) => trees.find(id),
    isDamaged: (uri) => !live.get(uri) && library.scopeOf(uri)?.isDamaged(uri) === true,
    range: (uri, range) => session.range(uri, range),
    spelled: (uri) => live.spelled(uri),
    version: (uri) => live.get(uri)?.document.version ?? null,
    snippets: client.snippets,
    versioned: client.documentChanges,
  };
}
