import { parentPort } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { findForOthers } from '../node/finder.ts';
import { aside, EXIT, Failure } from './failure.ts';
import { createProgram } from './program.ts';

/** A reader that has seen enough, such as `head`, closes the pipe: that is no mistake. A full disk is one. */
function whenBroken({ code = 'unknown' }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  process.exitCode = EXIT.trouble;
  const why = code === 'ENOSPC' ? ': the disk is full' : ` (${code})`;
  process.stderr.write(aside(`the result could not be written${why}.`));
}

async function main(): Promise<void> {
  process.stdout.on('error', whenBroken);
  // Where nobody listens to complaints there is nobody to tell.
  process.stderr.on('error', () => {});
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are what was asked for; all else was called wrongly and has been said already.
      if (error.exitCode !== 0) process.exitCode = EXIT.trouble;
      return;
    }
    const sentence =
      error instanceof Failure ? error.message : `stopped by a mistake of its own: ${said(error)}`;
    process.stderr.write(aside(sentence));
    process.exitCode = EXIT.trouble;
  }
}

function said(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// Threads that help run the same program. Otherwise the exit code is set and the process left to end by itself, so that
// all output arrives.
if (parentPort) findForOthers(parentPort);
else void main();
