import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

/** Brings the view into sight. */
async function openView(page: Page): Promise<void> {
  await runCommand(page, 'Agreements: Focus on Commitments View');
  await row(page, /^Tom Reed/).waitFor();
}

function row(page: Page, name: RegExp): Locator {
  return page.locator('.sidebar').getByRole('treeitem', { name });
}

describe('the Commitments view', () => {
  const workbench = useWorkbench({ folder: 'test/hosts/workspace' });

  /** Waits until a file of the workspace reads as wanted, and returns what it reads. */
  async function saved(path: string, wanted: RegExp): Promise<string> {
    const { folder, page } = workbench();
    for (;;) {
      const text = await readFile(join(folder, path), 'utf8');
      if (wanted.test(text)) return text;
      await page.waitForTimeout(100);
    }
  }

  it('says by name what icons and colours show', async () => {
    const { page } = workbench();
    await openView(page);
    const label =
      /^Pilot batch accepted, milestone, overdue, due 15 January 2026, \d+ days late, owner Tom Reed, in Supply of crates$/;
    await row(page, label).waitFor();
    await row(page, /^Tom Reed, 2 commitments, 1 late$/).waitFor();
    await row(page, /^\*Deposit\* \[paid\]\(https:\/\/example\.com\) \$\(flame\), milestone, open/).waitFor();
  });

  it('counts what is late on its icon and in the status bar', async () => {
    const { page } = workbench();
    await page.getByRole('tab', { name: /^Agreements.*4 commitments are late/ }).waitFor();
    const item = page
      .locator('.statusbar')
      .getByRole('button', { name: /^3 agreements, 4 commitments are late/ });
    assert.match((await item.textContent()) ?? '', /4 late/);
  });

  it('tells the rest in a hover, with the words as they were written', async () => {
    const { page } = workbench();
    await row(page, /^\*Deposit\*/).hover();
    const hover = page.locator('.monaco-hover', { hasText: 'Verified by: Receipt filed' });
    await hover.getByText('*Deposit* [paid](https://example.com) $(flame)').waitFor();
    await hover.getByRole('link', { name: 'Mark Done' }).waitFor();
    assert.equal(await hover.getByRole('link', { name: 'paid' }).count(), 0);
  });

  it('opens the place of an item', async () => {
    const { page } = workbench();
    await row(page, /^Second line running/).click();
    await page.getByRole('button', { name: /^Ln 27, Col/ }).waitFor();
    await page
      .locator('.editor-group-container')
      .getByRole('tab', { name: /supply\.md/ })
      .waitFor();
    await runCommand(page, 'View: Close All Editors');
  });

  it('marks a commitment done from the keyboard alone', async () => {
    const { page } = workbench();
    await openView(page);
    const item = row(page, /^Book the lorry, action item/);
    const focused = page.locator('.sidebar .monaco-list-row.focused');
    await page.keyboard.press('Home');
    while (!/^Book the lorry/.test((await focused.getAttribute('aria-label')) ?? ''))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Mark Done' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await saved('agreements/supply.md', /^- \[x\] Book the lorry @ines due:2026-01-20 /m);
    await item.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /^Agreements.*3 commitments are late/ }).waitFor();
  });

  it('postpones to a day as it is typed', async () => {
    const { page } = workbench();
    await openView(page);
    const item = row(page, /^Second line running/);
    await item.hover();
    await item.getByRole('button', { name: 'Postpone…' }).click();
    const box = page.locator('.quick-input-widget');
    const option = (name: string) => box.getByRole('option', { name });
    await option('Tomorrow').waitFor();
    await box.locator('input').fill('some day');
    await option('Unexpected “some day”').waitFor();
    await box.locator('input').fill('1 july 2099');
    await option('Wednesday, 1 July 2099').waitFor();
    await page.keyboard.press('Enter');
    await saved('agreements/supply.md', /^ {4}title: Second line running\n.*\n {4}due: 2099-07-01$/m);
    await row(page, /^Second line running, milestone, open, due 1 July 2099/).waitFor();
  });

  it('shows what has some words only, until the filter is cleared', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Filter Commitments');
    await page.getByPlaceholder('Words of a title').fill('keys');
    await page.getByRole('option', { name: 'With “keys”' }).waitFor();
    await page.keyboard.press('Enter');
    await row(page, /^Joan Vidal, 1 commitment/).waitFor();
    await page.locator('.sidebar').getByText('Only with “keys”').waitFor();
    await row(page, /^Tom Reed/).waitFor({ state: 'detached' });
    await page.locator('.sidebar').getByRole('button', { name: 'Clear Filter' }).click();
    await row(page, /^Tom Reed/).waitFor();
  });

  it('groups by what each side owes', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Group By');
    await page
      .locator('.quick-input-widget')
      .getByRole('option', { name: /^Party/ })
      .click();
    await row(page, /^We owe: Casa Verde/).waitFor();
    await row(page, /^They owe: Northwind Ltd, 2 commitments, 1 late$/).waitFor();
  });

  it('has its findings in the Problems panel, each with a page', async () => {
    const { page } = workbench();
    await runCommand(page, 'View: Focus Problems');
    const panel = page.locator('.markers-panel');
    await panel.getByRole('treeitem', { name: /2026-02-30/ }).waitFor();
    await panel.locator('a', { hasText: 'invalid-value' }).first().click();
    await page.getByRole('tab', { name: /invalid-value\.md/ }).waitFor();
    // A preview changes its frames while it loads; one that is gone has no heading.
    const headings = (frame: Frame) =>
      frame
        .getByRole('heading', { name: 'invalid-value' })
        .count()
        .catch(() => 0);
    const frames = () => Promise.all(page.frames().map(headings));
    while (!(await frames()).includes(1)) await page.waitForTimeout(100);
  });
});

describe('the Commitments view of a folder without agreements', () => {
  const workbench = useWorkbench({ folder: 'test/core/calendar' });

  it('teaches the first step', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    const view = page.locator('.sidebar');
    await view.getByText('No agreement in this folder yet.').waitFor();
    await view
      .getByRole('region', { name: 'Welcome' })
      .getByRole('button', { name: 'New Agreement…' })
      .click();
    await page.getByPlaceholder('What kind of agreement is it?').fill('Lease');
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Packaging supply 2027').fill('Winter storage');
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('What is your side?').fill('landlord');
    await page.keyboard.press('Enter');
    for (const [question, side] of [
      ['Who is your side', 'Casa Verde: Inés Prado'],
      ['Who is the other side', 'Northwind: Tom Reed'],
    ] as const) {
      await page.locator('.quick-input-widget').getByText(question).waitFor();
      await page.keyboard.insertText(side);
      await page.keyboard.press('Enter');
    }
    await page
      .locator('.editor-group-container')
      .getByRole('tab', { name: /winter-storage\.md/ })
      .waitFor();
    await view.getByRole('treeitem').first().waitFor();
    assert.equal(await view.getByText('No agreement in this folder yet.').count(), 0);
  });
});
