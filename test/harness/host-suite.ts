import type { Browser } from 'playwright-core';
import type { Host } from './host.ts';
import { describeError } from './outcomes.ts';
import { decodeResult, type Result } from './results.ts';
import { collectConsole, lastLines, leaveReport, newPage } from './workbench.ts';

/** Milliseconds without any result after which a run is given up. */
const patience = 60_000;

/**
 * Opens a host that was started with tests and collects their results until they end. A run that crashes, hangs or
 * stays silent leaves a failed result with the log, and a picture among the reports.
 * @param name of the host, for titles and reports.
 */
export async function runHostSuite(host: Host, browser: Browser, name: string): Promise<Result[]> {
  const page = await newPage(browser);
  const messages = collectConsole(page);
  const results: Result[] = [];
  const log = () => `${host.log()}\n${messages.join('\n')}`;
  try {
    const code = await new Promise<number>((resolve, reject) => {
      const giveUp = () => reject(new Error(`Nothing was heard of the tests for ${patience / 1000} s.`));
      const timer = setTimeout(giveUp, patience);
      const heard = (_type: string, args: unknown[]) => {
        timer.refresh();
        const result = decodeResult(args.join(' '));
        if (result) results.push(result);
        else messages.push(args.join(' '));
      };
      const ended = (exit: number) => {
        clearTimeout(timer);
        resolve(exit);
      };
      page
        .exposeFunction('codeAutomationLog', heard)
        .then(() => page.exposeFunction('codeAutomationExit', ended))
        .then(() => page.goto(host.url))
        .catch(reject);
    });
    const expected = results.some(({ state }) => state === 'failed') ? 1 : 0;
    if (code !== expected) throw new Error(`The extension host's tests ended with ${code}.`);
  } catch (error) {
    const picture = await leaveReport(page, name, log()).catch(describeError);
    results.push({
      title: `the run in the ${name} host`,
      state: 'failed',
      error: `${describeError(error)}\n${lastLines(log())}\nSee ${picture}`,
    });
  } finally {
    await page.close();
    await host.stop();
  }
  return results;
}
