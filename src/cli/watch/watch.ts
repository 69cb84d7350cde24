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
  screen.show(reportOf(reading));
  const round = async () => {
    try {
      reading = await reader.read();
      screen.show(reportOf(reading));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      screen.show({ out: '', err: aside(error.message), code: EXIT.trouble });
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
  const fit = () => screen.show(reportOf(reading));
  process.stdout.on('resize', fit);
  await over;
  process.stdout.off('resize', fit);
  clearInterval(days);
  rounds.stop();
  folders.close();
}

/** Shows one report after another. */
class Screen {
  #last: Report | undefined;

  constructor(private readonly parted: boolean) {}

  show(report: Report): void {
    const { isTTY } = process.stdout;
    const last = this.#last;
    if (last?.out === report.out && last.err === report.err && last.code === report.code) return;
    this.#last = report;
    if (isTTY) process.stdout.write(CLEAR);
    else if (last && this.parted && report.out !== '')
      process.stdout.write(`\n== ${new Date().toTimeString().slice(0, 8)} ==\n\n`);
    say(report);
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
