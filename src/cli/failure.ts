/** What stops a command because of how it was called or what it was given: one sentence, and exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The exit codes, as promised in docs/command-line.md. */
export const EXIT = {
  /** Nothing at or above `--fail-on` was found. */
  clean: 0,
  findings: 1,
  /** Called wrongly, or something could not be read, so that the answer is incomplete. */
  trouble: 2,
} as const;

/** How `parley` says something on stderr that is no result. */
export function aside(sentence: string): string {
  return `parley: ${sentence}\n`;
}
