// Runs the in-host suites in a desktop VS Code: the one PARLEY_CODE names, else a downloaded one of the version
// given as argument, else the newest. On Linux it wants a display: `xvfb-run -a npm run test:desktop`.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { artefacts } from './artefacts.ts';
import { workspace } from './hosts.ts';
import { temporaryFolder } from './places.ts';
import { run } from './processes.ts';
import { count, printResults, printTotal } from './report.ts';
import { decodeResult } from './results.ts';

const executable = process.env.PARLEY_CODE ?? (await downloadAndUnzipVSCode(process.argv[2] ?? 'stable'));
const extension = await artefacts.extensionWithSuites();
const folder = await temporaryFolder('workspace');
await cp(workspace, folder, { recursive: true });
const data = await temporaryFolder('vscode');

const start = Date.now();
const { code, output } = await run(
  executable,
  [
    folder,
    `--extensionDevelopmentPath=${extension}`,
    `--extensionTestsPath=${join(extension, 'test/hosts.js')}`,
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    '--disable-updates',
    '--disable-workspace-trust',
    '--no-sandbox',
    '--skip-release-notes',
    '--skip-welcome',
  ],
  { timeout: 10 * 60_000 },
);

const results = output
  .split('\n')
  .map(decodeResult)
  .filter((result) => result !== undefined);
const { failed } = count(results);
if (!results.length || (code !== 0 && !failed)) {
  results.push({ title: 'the run', state: 'failed', error: `VS Code ended with ${code}.\n${output}` });
}
printResults('desktop', results, (Date.now() - start) / 1000);
process.exit(printTotal(results));
