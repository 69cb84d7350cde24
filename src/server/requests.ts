import { canonicalUri } from '../core/text/uri.ts';
import { type Desk, insertEntry, negotiations } from './actions.ts';
import type { AgreementsTree } from './agreements/tree.ts';
import type { Client } from './client.ts';
import { dayFor, editCommitments } from './commitment-edits.ts';
import { type Asked, answering } from './edge.ts';
import { codeActionsFor } from './fixes.ts';
import * as params from './params.ts';
import { peopleOf } from './people.ts';
import type { EditAnswer, EditParams } from './protocol.ts';
import type { Session } from './session.ts';
import type { Trees } from './trees.ts';
import type { Work } from './work.ts';

/** How each request of a client is answered, by method. */
export function requestsFor(
  session: Session,
  trees: Trees,
  agreements: AgreementsTree,
  client: Client,
  work: Work,
): ReadonlyMap<string, Asked> {
  const desk = deskOf(session, trees, client);
  const { live, publisher } = session;
  return new Map([
    answering('textDocument/codeAction', params.isCodeActionParams, (asked) => {
      const document = live.get(canonicalUri(asked.textDocument.uri));
      const published = document && publisher.published(document.uri);
      if (!published) return [];
      const settling = () => session.settlingEdits(document.uri);
      return codeActionsFor(asked, document, published, client.documentChanges, settling);
    }),
    answering('parley/tree/children', params.isChildrenParams, (asked) => trees.children(asked)),
    answering('parley/agreements/children', params.isAgreementsParams, (asked) => agreements.children(asked)),
    answering('parley/summary', params.isAnything, () => trees.summary()),
    answering('parley/commitments', params.isCommitmentsParams, (asked) => trees.commitments(asked)),
    answering('parley/filter/choices', params.isChoicesParams, (asked) => trees.choices(asked)),
    answering('parley/commitment/at', params.isCommitmentAtParams, ({ uri: spelled, position, query }) => {
      const uri = canonicalUri(spelled);
      const offset = session.places.offsetAt(uri, position);
      return offset === undefined ? null : trees.at(uri, offset, query);
    }),
    answering('parley/people', params.isPeopleParams, ({ ids }) => [
      ...peopleOf([...new Set(ids.flatMap((id) => trees.find(id)?.entry ?? []))]),
    ]),
    answering('parley/negotiations', params.isNegotiationsParams, (asked) => negotiations(asked, desk)),
    answering('parley/day', params.isDayParams, (asked) => dayFor(asked, desk, session.library.anywhere)),
    answering('parley/edit', params.isEditParams, (asked) => edit(asked, desk)),
    answering('parley/cache/clear', params.isAnything, () => session.cache?.clear().then(() => null) ?? null),
    answering('parley/idle', params.isAnything, () => work.whenIdle().then(() => null)),
  ]);
}

function edit(asked: EditParams, { whyNotWrite, ...rest }: Desk): EditAnswer {
  const readOnly = new Set(asked.readOnly?.map(canonicalUri));
  const desk: Desk = {
    ...rest,
    whyNotWrite: (uri) => (readOnly.has(uri) ? 'server/read-only' : whyNotWrite(uri)),
  };
  return 'ids' in asked ? editCommitments(asked, desk) : insertEntry(asked, desk);
}

function deskOf(session: Session, trees: Trees, client: Client): Desk {
  const { library, live } = session;
  return {
    entry: (uri) => library.entry(uri),
    ledgersAround: (entry) => library.ledgersAround(entry),
    row: (id) => trees.find(id),
    whyNotWrite: (uri) =>
      !live.get(uri) && library.scopeOf(uri)?.isDamaged(uri) ? 'server/damaged' : undefined,
    range: (uri, range) => session.places.range(uri, range),
    spelled: (uri) => live.spelled(uri),
    version: (uri) => live.get(uri)?.document.version ?? null,
    snippets: client.snippets,
    versioned: client.documentChanges,
  };
}
