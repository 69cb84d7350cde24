/** What became of one test, wherever it ran. */
export interface Result {
  /** The names of the suites around the test and its own, separated by spaces. */
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Of a failed test: what went wrong, with the stack where there is one. */
  readonly error?: string;
}

const marker = 'parley-result ';

/** One line of console output that carries a result out of an extension host. */
export function encodeResult(result: Result): string {
  return marker + JSON.stringify(result);
}

/** The result in a line of console output, or undefined where the line is something else. */
export function decodeResult(line: string): Result | undefined {
  const start = line.indexOf(marker);
  if (start < 0) return undefined;
  const json = line.slice(start + marker.length, line.lastIndexOf('}') + 1);
  return JSON.parse(json) as Result;
}
