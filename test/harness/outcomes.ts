import { CommandFailed } from './processes.ts';
import type { Result } from './results.ts';

/** A passed or failed result of something that is not a mocha test, such as a gate. */
export async function resultOf(title: string, work: () => Promise<unknown>): Promise<Result> {
  try {
    await work();
    return { title, state: 'passed' };
  } catch (error) {
    return { title, state: 'failed', error: describeError(error) };
  }
}

/** An error as text: what a command said, else the stack, else whatever was thrown. */
export function describeError(error: unknown): string {
  if (error instanceof CommandFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
