import type { Ledger } from '../commitments/ledger.ts';
import type { Naming } from '../document/parties.ts';
import type { Party } from '../schema/agreement.ts';

/** Handles that a new agreement gives to parties without a name: they name nobody. */
const NOBODY = new Set(['us', 'them']);

/**
 * The party whose side “we” are in an agreement: the one that the configuration names, else the contract owner's.
 * Undefined where neither is one of its parties.
 */
export function ourParty({ agreement, configuration, parties }: Ledger): string | undefined {
  const { we } = configuration;
  if (we !== undefined && parties.all.includes(we)) return we;
  const owner = agreement.terms.owner?.value;
  return owner === undefined ? undefined : parties.of(owner);
}

/**
 * Whether two agreements are with the same counterparty: a party other than “we”, known by its handle or by its name
 * but for case, spaces and punctuation. Where one of them does not tell who “we” are, two such parties must be shared.
 */
export function shareCounterparty(one: Ledger, other: Ledger): boolean {
  const [ours, theirs] = [ourParty(one), ourParty(other)];
  const others = other.agreement.terms.parties.filter(({ id }) => !id || id.value !== theirs);
  const shared = one.agreement.terms.parties.filter(
    (party) => (!party.id || party.id.value !== ours) && others.some((known) => sameParty(party, known)),
  );
  return shared.length >= (ours === undefined || theirs === undefined ? 2 : 1);
}

/**
 * Whether an agreement may be with a counterparty of another one at all. It is told from who is who alone, so that of
 * thousands of agreements only few need to be looked at.
 */
export function mayShareCounterparty(one: Ledger, other: Naming): boolean {
  const ours = ourParty(one);
  const theirs = one.agreement.terms.parties.filter(({ id }) => !id || id.value !== ours);
  const handles = new Set(theirs.map(({ id }) => id?.value));
  if (other.all.some((handle) => handles.has(handle) && !NOBODY.has(handle))) return true;
  const names = new Set(theirs.map(({ name }) => bare(name?.value ?? '')));
  return other.names.some((name) => names.has(bare(name)));
}

function sameParty(a: Party, b: Party): boolean {
  const handle = a.id?.value;
  if (handle !== undefined && handle === b.id?.value && !NOBODY.has(handle)) return true;
  const [name, other] = [a, b].map((party) => bare(party.name?.value ?? ''));
  return name !== '' && name === other;
}

function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
