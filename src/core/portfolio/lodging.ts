import type { Portfolio } from './portfolio.ts';

/** Whoever holds the documents that one configuration governs. */
interface Holder {
  readonly portfolio: Portfolio;
}

/**
 * With whom a document is to lie: with the nearest that governs it or, where it holds private notes, with the nearest that
 * has their agreement, if any has it. So notes beside a configuration of their own find an agreement above it.
 * @param now who holds it now
 * @param holders of the configurations above the document, the nearest first; at least one
 */
export function holderOf<H extends Holder>(uri: string, now: H, holders: readonly H[]): H {
  const id = now.portfolio.idNotedIn(uri);
  const lodging = id !== undefined && holders.find(({ portfolio }) => portfolio.hasAgreement(id));
  return lodging || holders[0]!;
}
