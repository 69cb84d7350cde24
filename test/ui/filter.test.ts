import type { Locator, Page } from 'playwright-core';
import { useWorkbench } from '../harness/ui.ts';
import { runCommand } from '../harness/workbench.ts';

describe('Filter Commitments, by the keyboard alone,', () => {
  const workbench = useWorkbench({ folder: 'test/hosts/workspace' });
  const row = (page: Page, name: RegExp): Locator => page.locator('.sidebar').getByRole('treeitem', { name });
  const option = (page: Page, name: RegExp): Locator =>
    page
      .locator('.quick-input-widget .monaco-list-row')
      .and(page.getByRole('option', { name }).or(page.getByRole('checkbox', { name })));
  const said = (page: Page, words: string): Locator =>
    page.locator('.sidebar').getByText(words, { exact: true });

  /** Waits for a line of the box, types until it is the first, and takes it. */
  async function take(page: Page, typed: string, name: RegExp): Promise<void> {
    await option(page, name).waitFor();
    await page.keyboard.type(typed);
    await option(page, name).and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
  }

  /** Marks the first line of a list of several that has what is typed, and takes it. */
  async function mark(page: Page, typed: string, name: RegExp): Promise<void> {
    const line = option(page, name);
    await line.waitFor();
    await page.keyboard.type(typed);
    await page.keyboard.press('ArrowDown');
    await line.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
  }

  /** Waits until the box has closed and the tree has the focus: a box that opens before would lose it again. */
  const closed = (page: Page) => page.locator('.sidebar .monaco-list:focus').waitFor();

  before(async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreements: Focus on Commitments View');
    await row(page, /^Tom Reed/).waitFor();
  });

  it('puts conditions together from what there is, and the tree follows each', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Filter Commitments');
    await take(page, 'Owner', /^Owner/);
    await mark(page, 'Inés', /^Inés Prado, \d+ commitments/);
    await said(page, 'Only owner Inés Prado').waitFor();
    await option(page, /^Show \d+ commitments/).waitFor();
    await take(page, 'Kind', /^Kind/);
    await mark(page, 'action', /^action item/);
    await said(page, 'Only owner Inés Prado · action item').waitFor();
    await take(page, 'Due', /^Due/);
    await take(page, 'Between', /^Between two days/);
    await page.getByPlaceholder('A day, such as').fill('some day');
    await page.locator('.quick-input-widget').getByText('Unexpected “some day”').waitFor();
    await page.getByPlaceholder('A day, such as').fill('2099-01-01');
    await page.locator('.quick-input-widget').getByText('Thursday, 1 January 2099').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByText('Until which day?').waitFor();
    await page.keyboard.press('Enter');
    await take(page, '', /^Show 1 commitment/);
    await closed(page);
    await row(page, /^Order labels, action item, open, due 1 February 2099/).waitFor();
    await said(page, 'Only owner Inés Prado · action item · due from 2099-01-01').waitFor();
    await row(page, /^Book the lorry/).waitFor({ state: 'detached' });
    await row(page, /^Tom Reed/).waitFor({ state: 'detached' });
  });

  it('keeps a filter under a name, finds it again and forgets it', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Filter Commitments');
    await take(page, 'Save', /^Save as…/);
    await page.locator('.quick-input-widget').getByText('A name for this filter').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Labels');
    await page.keyboard.press('Enter');
    await closed(page);
    await runCommand(page, 'Agreement: Clear Filter');
    await row(page, /^Tom Reed/).waitFor();
    await runCommand(page, 'Agreement: Filter Commitments');
    await take(page, 'Labels', /^Labels/);
    await closed(page);
    await row(page, /^Order labels/).waitFor();
    await row(page, /^Tom Reed/).waitFor({ state: 'detached' });
    await runCommand(page, 'Agreement: Filter Commitments');
    await take(page, 'Delete', /^Delete saved filters…/);
    await mark(page, '', /^Labels/);
    await option(page, /^Save as…/).waitFor();
    await take(page, 'Clear', /^Clear Filter/);
    await closed(page);
    await row(page, /^Tom Reed/).waitFor();
  });

  it('says what is on where nothing matches, and leads out', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Filter Commitments');
    await page.getByPlaceholder('Words of a title').fill('no such words');
    await take(page, '', /^With “no such words”/);
    const view = page.locator('.sidebar');
    await view.getByText('No commitment matches the filter.').waitFor();
    await view.getByRole('button', { name: 'Change Filter…' }).click();
    await take(page, 'Words', /^Words/);
    await row(page, /^Tom Reed/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('groups by agreement and by state', async () => {
    const { page } = workbench();
    await runCommand(page, 'Agreement: Group By');
    await take(page, 'Agreement', /^Agreement, What/);
    await closed(page);
    await row(page, /^Supply of crates, \d+ commitments, 3 late$/).waitFor();
    await runCommand(page, 'Agreement: Group By');
    await take(page, 'State', /^State, What/);
    await row(page, /^Overdue, 4 commitments$/).waitFor();
    await row(page, /^Pilot batch accepted, milestone, overdue/).waitFor();
  });
});
