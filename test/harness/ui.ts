import { lastLines, openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/**
 * Opens one VS Code for the tests of the `describe` this is called in, and leaves a picture and a log of each
 * failure.
 * @returns how to get at it, inside a test.
 */
export function useWorkbench(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  before(async function () {
    this.timeout(180_000);
    workbench = await openWorkbench(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed' || !workbench) return;
    console.log(`${lastLines(workbench.log())}\nSee ${await workbench.report(test.fullTitle())}`);
  });
  after(() => workbench?.close());
  return () => {
    if (!workbench) throw new Error('The workbench is open only while tests run.');
    return workbench;
  };
}
