/** What a command has to say of what it read. */
export interface Report {
  /** For stdout, piece by piece: JSON, CSV and annotations are never there as a whole. */
  readonly out: Iterable<string>;
  /** For stderr: what is no result. */
  readonly err: string;
  readonly code: number;
}

/** How many characters are written at a time. */
const PIECE = 64 * 1024;

/**
 * Says it, and sets the exit code. Waits for a reader that is slow, so that what it has not read yet is not made, and
 * stops for one that has seen enough.
 */
export async function say({ out, err, code }: Report): Promise<void> {
  process.exitCode = code;
  process.stderr.write(err);
  for (const piece of inPieces(out)) {
    if (!(await write(piece))) return;
  }
}

function* inPieces(texts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Resolves when somebody has taken it, or with false when nobody will: `main` hears why. */
function write(text: string): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(text, (error) => resolve(!error)));
}
