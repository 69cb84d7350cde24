/** What a command has to say of what it read. */
export interface Report {
  /** For stdout. */
  readonly out: string;
  /** For stderr: what is no result. */
  readonly err: string;
  readonly code: number;
}

/** Says it, and sets the exit code. */
export function say({ out, err, code }: Report): void {
  process.stderr.write(err);
  process.stdout.write(out);
  process.exitCode = code;
}
