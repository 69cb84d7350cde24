import { ledgerOf } from '../commitments/ledger.ts';
import { readAgreement } from '../document/agreement.ts';
import { FullEntry } from './entry.ts';
import { type Facts, factsOf } from './facts.ts';
import { rulesIn } from './rules.ts';

/** Finds elsewhere what there is in agreements, while this thread goes on. */
export interface Finder {
  /**
   * Undefined where it has enough to do already, so that it is found sooner here. The promise gives undefined where
   * there is nothing, or where it failed.
   * @param context see `Rules`
   */
  find(uri: string, text: string, context: string): Promise<Facts | undefined> | undefined;
  /** Gives back what it holds until it is asked again. */
  rest(): void;
}

/** Finds in texts of one context what a portfolio finds in them; undefined for what is no agreement. */
export function findingIn(context: string): (uri: string, text: string) => Facts | undefined {
  const rules = rulesIn(context);
  const { configuration, preferences } = rules;
  return (uri, text) => {
    const agreement = readAgreement(text, uri, configuration.names);
    if (!agreement) return undefined;
    const zone = rules.zoneOf(agreement);
    return factsOf(new FullEntry(ledgerOf(agreement, rules.todayIn(zone), configuration), zone, preferences));
  };
}
