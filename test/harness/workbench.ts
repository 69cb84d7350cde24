import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type Age, startNodeHost } from './node-host.ts';
import { reports, root, temporaryFolder } from './places.ts';

/** The size of every window, in pixels, so that pictures can be compared by eye. */
const viewport = { width: 1280, height: 800 } as const;

/** What to open. */
export interface WorkbenchOptions {
  /** The folder whose fresh copy is opened, absolute or relative to the project, or what fills an empty one. */
  readonly folder: string | ((target: string) => Promise<void>);
  /** User settings on top of the harness's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly age?: Age;
}

/** A real VS Code with the extension in it, on a copy of a folder. */
export interface Workbench {
  readonly page: Page;
  /** The absolute path of the copy. */
  readonly folder: string;
  /** What the server and the page have logged so far. */
  log(): string;
  /** Leaves a screenshot and the log among the reports and returns the picture's path. */
  report(name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens VS Code on a fresh copy of a folder, with the extension that PARLEY_EXTENSION names or else the project's
 * own build, and waits until the workbench has restored itself.
 * @throws with the log where it does not come up within 60 s.
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const copy = await temporaryFolder('workspace');
  const folder = join(copy, 'workspace');
  if (typeof options.folder === 'string')
    await cp(resolve(root, options.folder), folder, { recursive: true });
  else await options.folder(folder);
  const extension = process.env.PARLEY_EXTENSION ?? root;
  const host = await startNodeHost({ ...options, extension, folder }, options.age);
  const browser = await launchBrowser();
  const page = await newPage(browser);
  const messages = collectConsole(page);
  const log = () => `${host.log()}\n${messages.join('\n')}`;
  const workbench = {
    page,
    folder,
    log,
    report: (name: string) => leaveReport(page, name, log()),
    close: async () => {
      await browser.close();
      await host.stop();
    },
  };
  try {
    await page.goto(host.url);
    await page.waitForFunction('globalThis.driver');
    await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
  } catch (error) {
    await workbench.report('did not open');
    await workbench.close();
    throw new Error(`The workbench did not open.\n${lastLines(log())}`, { cause: error });
  }
  return workbench;
}

/** A page of the harness's one size that gives up on anything after 60 s. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(60_000);
  return page;
}

/** The page's console from now on, growing. */
export function collectConsole(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`[page ${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`[page] ${error.stack ?? error.message}`));
  return messages;
}

/** The end of a log: what is worth printing of it. */
export function lastLines(log: string): string {
  return log.trimEnd().split('\n').slice(-40).join('\n');
}

/** Writes a screenshot and a log into the reports folder and returns the picture's path. */
export async function leaveReport(page: Page, name: string, log: string): Promise<string> {
  await mkdir(reports, { recursive: true });
  const file = join(reports, name.replace(/[^\w-]+/g, '-'));
  await writeFile(`${file}.log`, log);
  await page.screenshot({ path: `${file}.png`, timeout: 10_000 });
  return `${file}.png`;
}

/**
 * Runs a command by its title in the palette, such as `Agreement: Show Log`. The palette lists what was registered
 * when it was opened, so it is opened again until the command is there.
 * @throws when the command does not turn up within 60 s.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input');
  const option = page.locator('.quick-input-list').getByRole('option', { name: title }).first();
  const patience = Date.now() + 60_000;
  for (;;) {
    // Something else may take the focus meanwhile, so that the palette closes.
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 2_000 });
      return await option.click({ timeout: 2_000 });
    } catch (error) {
      if (Date.now() > patience) throw new Error(`The palette does not offer ${title}.`, { cause: error });
      await page.keyboard.press('Escape');
    }
  }
}

/** Opens a file of the folder in an editor, by its name or path. */
export async function openFile(page: Page, name: string): Promise<void> {
  const input = page.locator('.quick-input-widget input');
  await page.keyboard.press('ControlOrMeta+P');
  await input.fill(name);
  await page.locator('.quick-input-list').getByRole('option', { name }).first().click();
  await page.locator('.editor-group-container.active .view-lines').first().waitFor();
}
