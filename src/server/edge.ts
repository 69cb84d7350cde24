import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Complain } from './work.ts';

/** How a message in the log begins that tells of a mistake of ours. */
const UNEXPECTED = 'Unexpected error while';

/** What is done about a notification. */
export type Heard = (params: unknown) => void;

/** How a request is answered: `isRight` says whether the parameters, which may be anything, can be. */
export interface Asked {
  readonly isRight: (params: unknown) => boolean;
  readonly answer: (params: unknown) => unknown;
}

/** An entry of a table of notifications. Those of the protocol itself come in its shapes. */
export function hearing<P>(method: string, act: (params: P) => void): [string, Heard] {
  return [method, (params) => act(params as P)];
}

/** An entry of a table of requests. */
export function answering<P>(
  method: string,
  isRight: (params: unknown) => params is P,
  answer: (params: P) => unknown,
): [string, Asked] {
  return [method, { isRight, answer: (params) => answer(params as P) }];
}

/** Where messages come in: errors of ours end here, in the log, and what else goes on goes on. */
export class Edge {
  constructor(private readonly connection: Connection) {}

  readonly complain: Complain = (doing, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${UNEXPECTED} ${doing}: ${what}`);
  };

  /** Does something; what goes wrong is complained about. */
  attempt(doing: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.complain(doing, error);
    }
  }

  /** Does what a table says about a notification; nothing for one that it does not have. */
  heard(table: ReadonlyMap<string, Heard>, method: string, params: unknown): void {
    const act = table.get(method);
    if (act) this.attempt(`hearing ${method}`, () => act(params));
  }

  /** Answers a request by a table: with an error where it is unknown, malformed, or a mistake of ours stops it. */
  asked(table: ReadonlyMap<string, Asked>, method: string, params: unknown): unknown {
    const asked = table.get(method);
    if (!asked) return new ResponseError(ErrorCodes.MethodNotFound, `Unexpected request ${method}`);
    const { isRight, answer } = asked;
    if (!isRight(params))
      return new ResponseError(ErrorCodes.InvalidParams, `Unexpected parameters of ${method}`);
    try {
      return answer(params);
    } catch (error) {
      this.complain(`answering ${method}`, error);
      return new ResponseError(ErrorCodes.InternalError, `${UNEXPECTED} answering ${method}`);
    }
  }
}
