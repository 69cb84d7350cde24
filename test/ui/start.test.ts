import { launchBrowser } from '../harness/browser.ts';
import { root } from '../harness/places.ts';
import { serve } from '../harness/processes.ts';

describe('npm start', () => {
  it('opens VS Code for the browser on the samples', async function () {
    this.timeout(120_000);
    const start = await serve(
      process.execPath,
      ['scripts/start.mjs', '--web', '--no-open'],
      /VS Code is at (\S+) until/,
      { cwd: root },
    );
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(start.ready[1] ?? '');
      await page.getByRole('treeitem', { name: 'packaging-supply.md' }).waitFor({ timeout: 60_000 });
      await page.getByRole('tab', { name: 'Agreements' }).waitFor();
    } finally {
      await browser.close();
      await start.stop();
    }
  });
});
