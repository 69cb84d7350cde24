import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

const SUPPLY = `---
agreement: Supply of crates
owner: ines
effective: 2026-01-05
expires: 2099-12-31
people:
  tom: { name: Tom Reed }
  ines: { name: Inés Prado }
negotiations:
  - { id: N1, date: 2026-01-02, topic: price and volumes, owner: ines }
objectives:
  - { id: O1, title: Cheaper crates, metric: price, unit: EUR, target: 1.80, agreed: 1.90 }
milestones:
  - id: M1
    title: Pilot batch accepted
    owner: tom
    due: 2026-01-15
  - id: M2
    title: Second line running
    owner: tom
    due: 2099-06-30
    after: [M1]
---
`;
const LEASE = `---
agreement: Lease of the barn
status: draft
negotiations:
  - { id: N1, date: 2099-01-08, topic: rent }
---
`;

/** Fills a folder with agreements. */
function folderOf(files: Readonly<Record<string, string>>): (target: string) => Promise<void> {
  return async (target) => {
    await mkdir(target, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(target, name), text);
  };
}

/** The tree of the view, which stands below that of the Commitments. */
function tree(page: Page): Locator {
  return page.getByRole('tree', { name: 'Agreements' });
}

function row(page: Page, name: RegExp): Locator {
  return tree(page).getByRole('treeitem', { name });
}

/** The row that keys speak to. */
function focused(page: Page): Locator {
  return tree(page).locator('.monaco-list-row.focused');
}

/** Brings the view into sight and the focus onto its first row: an empty view gives the focus to no row that comes. */
async function openView(page: Page): Promise<void> {
  const focus = 'Agreements: Focus on Agreements View';
  await runCommand(page, focus);
  await tree(page).getByRole('treeitem').first().waitFor();
  await runCommand(page, focus);
  await tree(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Home');
  await focused(page).waitFor();
}

/** Goes down to a row with the arrow key. */
async function goTo(page: Page, name: RegExp): Promise<void> {
  await row(page, name).waitFor();
  while (!name.test((await focused(page).getAttribute('aria-label')) ?? ''))
    await page.keyboard.press('ArrowDown');
}

/** Goes down to a row and opens what stands below it. */
async function unfold(page: Page, name: RegExp): Promise<void> {
  await goTo(page, name);
  await page.keyboard.press('ArrowRight');
  await row(page, name).and(page.locator('[aria-expanded=true]')).waitFor();
}

describe('the Agreements view, by the keyboard alone,', () => {
  const workbench = useWorkbench({ folder: folderOf({ 'supply.md': SUPPLY, 'lease.md': LEASE }) });

  before(async () => {
    // Rows that there is no room for are not there to be read.
    const { page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await page.getByRole('button', { name: 'Commitments Section' }).click();
  });

  it('says of each agreement how it stands, what is late first, all of them closed', async () => {
    const { page } = workbench();
    await openView(page);
    await row(page, /^Supply of crates/).waitFor();
    const names = await tree(page)
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')));
    assert.deepEqual(names, [
      'Supply of crates, agreement, active, 2 late, next deadline 30 June 2099, 0 of 2 milestones done',
      'Lease of the barn, agreement, draft, next deadline 10 January 2099',
    ]);
  });

  it('opens what an agreement is made of, part by part', async () => {
    const { page } = workbench();
    await openView(page);
    await unfold(page, /^Supply of crates/);
    await row(page, /^Talks, 1, 1 late$/).waitFor();
    await unfold(page, /^Objectives, 1$/);
    await unfold(page, /^Cheaper crates, objective, price, target 1\.80 EUR, agreed 1\.90 EUR$/);
    await row(page, /^Agreed 1\.90 EUR, \+0\.10 EUR \(\+5\.6 %\) from the target$/).waitFor();
    await unfold(page, /^Milestones, 0 of 2 done, 1 late$/);
    await row(
      page,
      /^Second line running, M2, milestone, waiting, due 30 June 2099, in \d+ days, waits for M1, expected .+, owner Tom Reed$/,
    ).waitFor();
    await unfold(page, /^Second line running/);
    await row(page, /^After M1: Pilot batch accepted, milestone, overdue, due 15 January 2026/).waitFor();
    await unfold(page, /^Key dates, next 31 Dec 2099$/);
    await row(page, /^In force from, 5 January 2026$/).waitFor();
    await row(page, /^Expires, 31 December 2099, in \d+ days, owner Inés Prado$/).waitFor();
  });

  it('leads to the exact place', async () => {
    const { page } = workbench();
    await openView(page);
    await goTo(page, /^Agreed 1\.90 EUR/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Ln 12, Col 86\b/ }).waitFor();
    await runCommand(page, 'View: Close All Editors');
  });

  it('marks a milestone done, and changes the rows of what waited for it where they stand', async () => {
    const { page, folder } = workbench();
    await openView(page);
    await goTo(page, /^Pilot batch accepted/);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Mark Done' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row(
      page,
      /^Second line running, M2, milestone, open, due 30 June 2099, in \d+ days, expected/,
    ).waitFor();
    await row(page, /^After M1: Pilot batch accepted, milestone, done /).waitFor();
    await row(page, /^Milestones, 1 of 2 done$/).waitFor();
    await row(page, /^Supply of crates, agreement, active, 1 late, .*, 1 of 2 milestones done$/).waitFor();
    const text = await readFile(join(folder, 'supply.md'), 'utf8');
    assert.match(text, /^ {4}due: 2026-01-15\n {4}status: done\n/m);
    const focused = tree(page).locator('.monaco-list-row.focused');
    assert.match(
      (await focused.getAttribute('aria-label')) ?? '',
      /^Pilot batch accepted, M1, milestone, done/,
    );
  });

  it('writes a debrief of an agreement’s talks', async () => {
    const { page } = workbench();
    await openView(page);
    await goTo(page, /^Lease of the barn/);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Insert Debrief…' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByRole('option', { name: /^rent/ }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.editor-group-container')
      .getByRole('tab', { name: /lease\.md/ })
      .waitFor();
    await page.locator('.view-line', { hasText: '## Debrief' }).waitFor();
  });
});

describe('the Agreements view of a single agreement', () => {
  const only = (title: string) => `---\nagreement: ${title}\nsigned: 2026-01-05\n---\n`;
  const workbench = useWorkbench({ folder: folderOf({ 'deed.md': only('Deed') }) });

  it('stands open, and stays so when another one comes', async () => {
    const { page, folder } = workbench();
    await openView(page);
    await row(page, /^Key dates/).waitFor();
    await writeFile(join(folder, 'deed-2.md'), only('Deed'));
    await row(page, /^Deed, agreement, active, no deadline ahead, in deed-2\.md$/).waitFor();
    await row(page, /^Deed, agreement, active, no deadline ahead, in deed\.md$/).waitFor();
    await row(page, /^Key dates/).waitFor();
    assert.equal(await row(page, /^Key dates/).count(), 1);
  });
});
