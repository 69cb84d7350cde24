import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

/** An agreement of 2,000 milestones, in the order of their days, of which some are written in another way. */
function garden(changed: Readonly<Record<number, string>> = {}): string {
  const milestones = Array.from({ length: 2_000 }, (_, i) => {
    const due = new Date(Date.UTC(2090, 0, i + 1)).toISOString().slice(0, 10);
    const title = changed[i + 1] ?? `Bed ${i + 1} dug`;
    return `  - { id: M${i + 1}, title: ${title}, owner: tom, due: ${due}, indicator: A photo }\n`;
  });
  return `---\nagreement: A large garden\nowner: tom\nmilestones:\n${milestones.join('')}---\n`;
}

describe('thousands of rows of one owner', () => {
  const workbench = useWorkbench({
    folder: async (folder) => {
      await mkdir(folder);
      await writeFile(join(folder, 'garden.md'), garden());
    },
  });
  const row = (page: Page, name: RegExp): Locator => page.locator('.sidebar').getByRole('treeitem', { name });
  const focused = (page: Page, name: RegExp): Promise<void> =>
    row(page, name).and(page.locator('.focused')).waitFor();
  const selected = (page: Page): Locator => page.locator('.sidebar .monaco-list-row.selected');
  const rewrite = (changed: Readonly<Record<number, string>>): Promise<void> =>
    writeFile(join(workbench().folder, 'garden.md'), garden(changed));

  const focusTree = async (page: Page): Promise<void> => {
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await page.locator('.sidebar .monaco-list:focus').waitFor();
  };

  before(async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await row(page, /^Bed 1 dug/).waitFor();
    // An empty tree does not take the focus.
    await focusTree(page);
  });

  it('come page by page, and the focus goes on where the next begins', async () => {
    const { page } = workbench();
    await row(page, /^tom, 2000 commitments$/).waitFor();
    for (const [left, first] of [
      [1_800, 201],
      [1_600, 401],
    ]) {
      await page.keyboard.press('End');
      await focused(page, new RegExp(`^Load more….*${left}`));
      await page.keyboard.press('Enter');
      await focused(page, new RegExp(`^Bed ${first} dug`));
    }
    await page.keyboard.press('ArrowDown');
    await focused(page, /^Bed 402 dug/);
  });

  it('keep selection and place while others change, of which only the changed are rendered anew', async () => {
    const { page } = workbench();
    await page.keyboard.press('Enter');
    const chosen = selected(page).and(row(page, /^Bed 402 dug/));
    await chosen.waitFor();
    const place = await chosen.boundingBox();
    await page.evaluate(`
      globalThis.renderedAnew = [];
      const rows = document.querySelector('.sidebar .monaco-list-row.selected').parentElement;
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes)
          for (const each of [target, ...addedNodes])
            if (each.classList?.contains('monaco-list-row'))
              globalThis.renderedAnew.push(each.getAttribute('aria-label').split(',')[0]);
      }).observe(rows, { subtree: true, childList: true, attributeFilter: ['aria-label'] });
    `);
    await rewrite({ 5: 'Bed 5 raked', 404: 'Bed 404 raked' });
    await row(page, /^Bed 404 raked/).waitFor();
    assert.deepEqual(await page.evaluate('globalThis.renderedAnew'), ['Bed 404 raked']);
    assert.deepEqual(await chosen.boundingBox(), place);
  });

  it('keep the selected row in sight while one above it goes', async () => {
    const { page } = workbench();
    await rewrite({ 5: 'Bed 5 raked, status: done, done: 2026-01-01', 403: 'Bed 403 raked' });
    await row(page, /^Bed 403 raked/).waitFor();
    await row(page, /^Bed 404 dug/).waitFor();
    assert.match((await selected(page).getAttribute('aria-label')) ?? '', /^Bed 402 dug/);
    await focusTree(page);
    await page.keyboard.press('ArrowDown');
    await focused(page, /^Bed 403 raked/);
    await page.keyboard.press('Home');
    await row(page, /^tom, 1999 commitments$/).waitFor();
    await row(page, /^Bed 4 dug/).waitFor();
    assert.equal(await row(page, /^Bed 5 /).count(), 0);
  });
});
