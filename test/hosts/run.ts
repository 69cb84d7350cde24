import 'mocha/mocha.js';
import type { Runner } from 'mocha';
import { encodeResult } from '../harness/results.ts';

/** Tells the harness about each test as it ends: the console is the one way out of every kind of host. */
class ConsoleReporter {
  constructor(runner: Runner) {
    runner.on('pass', (test) => say(test, 'passed'));
    runner.on('pending', (test) => say(test, 'skipped'));
    runner.on('fail', (test, error: Error) => say(test, 'failed', error.stack ?? error.message));
  }
}

function say(test: Mocha.Runnable, state: 'passed' | 'skipped' | 'failed', error?: string): void {
  console.log(encodeResult({ title: test.fullTitle(), state, ...(error && { error }) }));
}

// The browser's build of mocha serves both hosts; its global instance would ask for the page's address.
const suites = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: ConsoleReporter as never });
suites.suite.emit('pre-require', globalThis, '', suites);

/**
 * Runs the suites that were loaded after this module; VS Code calls it in the extension host.
 * @throws when a test failed.
 */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    suites.run((failures) => (failures ? reject(new Error(`${failures} failed.`)) : resolve()));
  });
}
