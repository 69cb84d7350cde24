// Takes a picture of VS Code with the built extension in it:
// npm run look -- --out picture.png [--folder FOLDER] [--theme light|dark|hc-light|hc-dark] [--steps MODULE] [--oldest]
// Without a folder it opens the samples as of today. The module exports `steps(page, tools)`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { copySamples } from '../../scripts/samples.mjs';
import { artefacts } from './artefacts.ts';
import { today } from './dates.ts';
import { openFile, openWorkbench, runCommand, type Workbench } from './workbench.ts';

/** What a module of steps exports. */
interface Steps {
  steps(page: Page, tools: Tools): Promise<void>;
}

/** What steps may want besides Playwright. */
interface Tools {
  readonly workbench: Workbench;
  readonly runCommand: typeof runCommand;
  readonly openFile: typeof openFile;
}

const themes: Readonly<Record<string, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-light': 'Default High Contrast Light',
  'hc-dark': 'Default High Contrast',
};

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    folder: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    steps: { type: 'string' },
    oldest: { type: 'boolean', default: false },
  },
});
const theme = themes[values.theme];
if (!values.out || !theme) {
  console.error(`Say --out FILE, and a --theme of ${Object.keys(themes).join(', ')} if not light.`);
  process.exit(2);
}

await artefacts.build();
const workbench = await openWorkbench({
  folder: values.folder ?? ((target) => copySamples(target, today())),
  settings: { 'workbench.colorTheme': theme },
  age: values.oldest ? 'oldest' : 'newest',
});
try {
  if (values.steps) {
    const { steps }: Steps = await import(pathToFileURL(resolve(values.steps)).href);
    await steps(workbench.page, { workbench, runCommand, openFile });
  }
} finally {
  await workbench.page.screenshot({ path: values.out });
  await workbench.close();
}
