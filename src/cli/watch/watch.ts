import { aside, EXIT, Failure } from '../failure.ts';
import { mustBeWatchable, type ReadingOptions } from '../options.ts';
import { type Report, say } from '../output/report.ts';
import { Reader, type Reading } from '../read.ts';
import { WatchedFolders } from './folders.ts';
import { Rounds } from './rounds.ts';

/** How often to look whether a day has begun, and whether a path that went is there again, in milliseconds. */
const DAY_CHECK = 60_000;
const RETRY = 1000;

/** Clears what a terminal shows, not what it scrolled away. */
const CLEAR = '\u001b[2J\u001b[H';
const NOTE = aside('watching for changes; Ctrl-C ends.');
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Says what is to be said of paths, and says it again whenever it is something else: files changed, or a day began. On a
 * terminal each report takes the place of the one before; elsewhere they follow one another, text with the time between,
 * JSON on a line each. Ends when somebody ends it, with the exit code of the last report.
 * @throws Failure where a path does not exist or may not be read to begin with, or the format is none for this
 */
export async function sayAgain(
  paths: readonly string[],
  options: ReadingOptions<string>,
  reportOf: (reading: Reading) => Report,
): Promise<void> {
  mustBeWatchable(options);
  const reader = new Reader(paths, options, true);
  const screen = new Screen(options.format === 'text');
  let reading = await reader.read();
  const end = new AbortController();
  // Whoever sees the first report may end it at once.
  const over = ended(end.signal);
  await screen.show(reportOf(reading));
  const round = async () => {
    try {
      reading = await reader.read();
      await screen.show(reportOf(reading));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await screen.show({ out: [], err: aside(error.message), code: EXIT.trouble });
      setTimeout(() => rounds.ask(), RETRY).unref();
    }
    // What happened in a folder before it was watched was not seen.
    if (folders.watch(reader.folders)) rounds.ask();
  };
  const rounds = new Rounds(round, (error) => end.abort(error));
  const folders = new WatchedFolders(
    () => rounds.ask(),
    () =>
      process.stderr.write(
        aside('the system watches no more folders, so all are looked at every two seconds.'),
      ),
  );
  // What happened before anything was watched was not seen, not even that a folder went.
  folders.watch(reader.folders);
  rounds.ask();
  const days = setInterval(() => reader.isAnotherDay && rounds.ask(), DAY_CHECK);
  const fit = () => {
    try {
      void screen.show(reportOf(reading));
    } catch (error) {
      // It has been said when the files were read.
      if (!(error instanceof Failure)) throw error;
    }
  };
  process.stdout.on('resize', fit);
  await over;
  process.stdout.off('resize', fit);
  clearInterval(days);
  rounds.stop();
  folders.close();
}

/** Shows one report after another. */
class Screen {
  #last: { readonly out: string; readonly err: string; readonly code: number } | undefined;

  constructor(private readonly parted: boolean) {}

  async show({ out: pieces, err, code }: Report): Promise<void> {
    const { isTTY } = process.stdout;
    const last = this.#last;
    const out = [...pieces].join('');
    if (last?.out === out && last.err === err && last.code === code) return;
    this.#last = { out, err, code };
    if (isTTY) process.stdout.write(CLEAR);
    else if (last && this.parted && out !== '')
      process.stdout.write(`\n== ${new Date().toTimeString().slice(0, 8)} ==\n\n`);
    await say({ out: [out], err, code });
    if (isTTY || !last) process.stderr.write(NOTE);
  }
}

/** Resolves when somebody ends the process or stops listening to it, and rejects with what the signal was aborted with. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const ending of ENDINGS) process.once(ending, () => resolve());
    process.stdout.once('error', () => resolve());
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
