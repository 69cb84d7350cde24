import type { Facts } from './facts.ts';

/**
 * Keeps what was found in agreements from one session to the next. It is looked up by all that it follows from but the
 * day, so that it is never what another text or another configuration led to.
 */
export interface Cache {
  /**
   * What was found; undefined where that is not known.
   * @param context all that decides what is found but the URI, the text and the day, written in some way of its own
   */
  get(uri: string, text: string, context: string): Facts | undefined;
  put(uri: string, text: string, context: string, facts: Facts): void;
  /** Writes what was put. What cannot be written is found again in the next session. */
  flush(): Promise<void>;
  /** All that is wanted has been asked for: what else is kept may go where it is more than that. */
  tidy(): Promise<void>;
  /** Forgets all. */
  clear(): Promise<void>;
}
