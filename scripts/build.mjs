// Bundles every entry point into dist/, or with --tests the suites that run inside VS Code;
// --watch does so again after each change.

import { readdirSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { writeNotices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch && !tests,
  sourcemap: watch || tests ? 'inline' : false,
  target: 'es2022',
  legalComments: 'none',
  alias: {
    'markdown-table': './scripts/unwritten.mjs',
    'mdast-util-to-markdown': './scripts/unwritten.mjs',
  },
  metafile: true,
  logLevel: 'warning',
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20.19' };
// Without the `worker` condition some packages resolve to builds that need a document.
const worker = { ...shared, platform: 'browser', conditions: ['worker'] };
const inNodeHost = { ...node, external: ['vscode'] };
const inWebHost = { ...worker, format: 'cjs', external: ['vscode'] };

/** What the pages of the checks say, by check: the command line reads them out. */
const checkPages = () =>
  Object.fromEntries(
    readdirSync(`${root}/docs/checks`)
      .filter((name) => name !== 'README.md')
      .map((name) => [basename(name, '.md'), readFileSync(`${root}/docs/checks/${name}`, 'utf8')]),
  );

const product = [
  { ...inNodeHost, entryPoints: ['src/vscode/extension.ts'], outfile: 'dist/extension.js' },
  { ...inWebHost, entryPoints: ['src/vscode/extension.web.ts'], outfile: 'dist/extension.web.js' },
  { ...node, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.js' },
  { ...worker, format: 'iife', entryPoints: ['src/server/browser.ts'], outfile: 'dist/server.web.js' },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: { CHECK_PAGES: JSON.stringify(checkPages()) },
  },
];

/** One module that loads every in-host suite after mocha's globals exist, and hands on `run`. */
function suites() {
  const files = readdirSync(`${root}/test/hosts`).filter((name) => name.endsWith('.test.ts'));
  return {
    resolveDir: root,
    contents: [
      `export { run } from './test/hosts/run.ts';`,
      ...files.map((name) => `import './test/hosts/${name}';`),
    ].join('\n'),
  };
}

const hostTests = () => [
  { ...inNodeHost, stdin: suites(), outfile: 'dist/test/hosts.js' },
  { ...inWebHost, stdin: suites(), outfile: 'dist/test/hosts.web.js' },
];

const bundles = tests ? hostTests() : product;

if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  const folder = `${root}/dist`;
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  if (!tests) {
    await writeNotices(
      results.map((result) => result.metafile),
      root,
      `${folder}/NOTICES.txt`,
    );
    await chmod(`${folder}/cli.js`, 0o755);
    const fresh = new Set(['NOTICES.txt', 'test', ...bundles.map(({ outfile }) => basename(outfile))]);
    for (const name of readdirSync(folder)) {
      if (!fresh.has(name)) await rm(`${folder}/${name}`, { recursive: true });
    }
  }
}
