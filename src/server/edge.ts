import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Complain } from './work.ts';

/** How a message in the log begins that tells of a mistake of ours. Tests look for it. */
export const UNEXPECTED = 'Unexpected error while';

/** Where messages come in: errors of ours end here, in the log, and what else goes on goes on. */
export class Edge {
  constructor(private readonly connection: Connection) {}

  readonly complain: Complain = (doing, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${UNEXPECTED} ${doing}: ${what}`);
  };

  /** Wraps what is done about a notification or an event. */
  heard<P extends unknown[]>(doing: string, act: (...params: P) => void): (...params: P) => void {
    return (...params) => {
      try {
        act(...params);
      } catch (error) {
        this.complain(doing, error);
      }
    };
  }

  /**
   * Answers a request. Parameters that are not right, and mistakes of ours, are answered with an error.
   * @param isRight whether the parameters, which may be anything, can be answered
   */
  asked<P>(method: string, isRight: (params: unknown) => params is P, answer: (params: P) => unknown): void {
    this.connection.onRequest(method, (params: unknown) => {
      if (!isRight(params))
        return new ResponseError(ErrorCodes.InvalidParams, `Unexpected parameters of ${method}`);
      try {
        return answer(params);
      } catch (error) {
        this.complain(`answering ${method}`, error);
        return new ResponseError(ErrorCodes.InternalError, `${UNEXPECTED} answering ${method}`);
      }
    });
  }
}
