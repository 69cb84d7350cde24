import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { artefacts } from './artefacts.ts';
import { launchBrowser } from './browser.ts';
import type { Session } from './host.ts';
import { runHostSuite } from './host-suite.ts';
import { startNodeHost } from './node-host.ts';
import { root, temporaryFolder } from './places.ts';
import type { Result } from './results.ts';
import { startWebHost } from './web-host.ts';

/** The extension hosts in which the in-host suites run. */
export type HostName = 'newest' | 'oldest' | 'web';

/** The folder whose fresh copy every in-host run opens. */
export const workspace: string = join(root, 'test/hosts/workspace');

/** Runs the in-host suites against the unpacked package in one of the hosts, each test one result. */
export async function runHost(name: HostName): Promise<Result[]> {
  const extension = await artefacts.extensionWithSuites();
  const folder = await temporaryFolder('workspace');
  await cp(workspace, folder, { recursive: true });
  const tests = join(extension, 'test/hosts.js');
  const session: Session = { extension, folder, tests };
  const browser = await launchBrowser();
  try {
    const host = name === 'web' ? await startWebHost(session) : await startNodeHost(session, name);
    return await runHostSuite(host, browser, name);
  } finally {
    await browser.close();
  }
}
