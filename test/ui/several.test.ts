import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

const row = (page: Page, name: RegExp): Locator => page.locator('.sidebar').getByRole('treeitem', { name });

describe('several rows of the Commitments view', () => {
  const workbench = useWorkbench({ folder: 'test/hosts/workspace' });
  const focused = (page: Page): Locator => page.locator('.sidebar .monaco-list-row.focused');

  /** Waits until a file of the workspace reads as wanted. */
  async function saved(path: string, ...wanted: readonly RegExp[]): Promise<void> {
    const { folder, page } = workbench();
    for (;;) {
      const text = await readFile(join(folder, path), 'utf8');
      if (wanted.every((one) => one.test(text))) return;
      await page.waitForTimeout(100);
    }
  }

  /** Moves the focus of the tree down to a row. */
  async function moveTo(page: Page, name: RegExp): Promise<void> {
    await page.keyboard.press('Home');
    while (!name.test((await focused(page).getAttribute('aria-label')) ?? ''))
      await page.keyboard.press('ArrowDown');
  }

  before(async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await row(page, /^Tom Reed/).waitFor();
    // An empty tree does not take the focus.
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await page.locator('.sidebar .monaco-list:focus').waitFor();
  });

  it('are reassigned from the keyboard alone', async () => {
    const { page } = workbench();
    await moveTo(page, /^Pilot batch accepted/);
    await page.keyboard.press('Control+Shift+Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+F10');
    const item = page.getByRole('menuitem', { name: 'Reassign…' });
    await item.waitFor();
    while (!(await item.evaluate((node) => node.matches(':focus, .focused, .focused *'))))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const box = page.locator('.quick-input-widget');
    await box.getByText('Reassign 2 commitments').waitFor();
    await page.keyboard.type('Inés');
    await box.getByRole('option', { name: /^Inés Prado/ }).waitFor();
    await page.keyboard.press('Enter');
    await saved('agreements/supply.md', /^ {4}owner: ines\n {4}due: 2026-01-15$/m, /owner: \[ines, tom\]/);
    await row(page, /^Pilot batch accepted, .* owner Inés Prado/).waitFor();
    await row(page, /^Tom Reed/).waitFor({ state: 'detached' });
  });

  it('are reassigned by dragging them to another owner, after asking', async () => {
    const { page } = workbench();
    await row(page, /^Order labels/).dragTo(row(page, /^Joan Vidal, 1 commitment/));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Reassign “Order labels” from Inés Prado to Joan Vidal?').waitFor();
    await dialog.getByText('Not among the people of “Supply of crates”').waitFor();
    await dialog.getByRole('button', { name: 'Reassign' }).click();
    await saved('agreements/supply.md', /Order labels @joan due:2099-02-01/);
  });
});

describe('rows of which one stands in a read-only file', () => {
  const settings = { 'files.readonlyInclude': { '**/lease.md': true } };
  const workbench = useWorkbench({ folder: 'test/hosts/workspace', settings });

  it('are marked done but for that one, and a message says which and why', async () => {
    const { folder, page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await row(page, /^Keys handed over/).click();
    await row(page, /^Pilot batch accepted/).click({ modifiers: ['Control'] });
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Mark Done' }).click();
    await row(page, /^Pilot batch accepted/).waitFor({ state: 'detached' });
    // Under test nothing pops up but what failed.
    await runCommand(page, 'Notifications: Show Notifications');
    await page
      .locator('.notifications-center')
      .getByText(
        /^“Pilot batch accepted” is marked done\. “Keys handed over” stays as it is: The file is read-only\. /,
      )
      .waitFor();
    assert.doesNotMatch(await readFile(join(folder, 'agreements/lease.md'), 'utf8'), /status: done/);
    await row(page, /^Keys handed over/).waitFor();
  });
});
