// Bundles every entry point into dist/, or with --tests the suites that run inside VS Code;
// --watch does so again after each change.

import { readdirSync, readFileSync } from 'node:fs';
import { chmod, readFile, rm } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { basename, relative } from 'node:path';
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

/**
 * Lets what only Node can load into a bundle that also runs elsewhere: the libraries of the protocol keep it under a
 * name of its own. Node's modules are there for what stands in a folder `node` or a file `node.ts`, and nowhere else.
 */
const nodeParts = {
  name: 'node-parts',
  setup({ onResolve }) {
    const { resolve } = createRequire(import.meta.url);
    onResolve({ filter: /^vscode-[a-z-]+\/node$/ }, ({ path, resolveDir }) => ({
      path: resolve(path, { paths: [resolveDir] }),
    }));
    onResolve({ filter: /^(node:)?[a-z\d_/]+$/ }, ({ path, importer }) => {
      const forNode = /[\\/]node([\\/]|\.ts$)/.test(relative(root, importer));
      return forNode && isBuiltin(path) ? { path, external: true } : undefined;
    });
  },
};

/**
 * Where modules of ours import from CommonJS, esbuild copies all names for each of them: hundreds, and dozens of times
 * those of `vscode`, in the first moment of every window. Taken by `require`, nothing is copied.
 */
const withoutCopies = {
  name: 'without-copies',
  setup({ onLoad }) {
    const everything = /^import \* as (\w+) from '(vscode)';$/gm;
    const values = (list) => list.replace(/\btype \w+( as \w+)?,?/g, '').replaceAll(' as ', ': ');
    const names = /^import \{([^}]+)\} from '(vscode-[\w/-]+)';$/gm;
    onLoad({ filter: /[\\/]src[\\/](server|vscode)[\\/].+\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8'))
        .replace(everything, "const $1 = require('$2');")
        .replace(names, (_, list, from) => `const {${values(list)}} = require('${from}');`),
    }));
  },
};

/**
 * Runs in Node and in browsers' workers alike, so that the package holds it once. What a host alone has is imported
 * where that host is known.
 */
const anywhere = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  // Without this condition some packages resolve to builds that need a document.
  conditions: ['worker'],
  external: ['vscode'],
  plugins: [nodeParts, withoutCopies],
};

/** What the pages of the checks say, by check: the command line reads them out. */
const checkPages = () =>
  Object.fromEntries(
    readdirSync(`${root}/docs/checks`)
      .filter((name) => name !== 'README.md')
      .map((name) => [basename(name, '.md'), readFileSync(`${root}/docs/checks/${name}`, 'utf8')]),
  );

const product = [
  { ...anywhere, entryPoints: ['src/vscode/activation.ts'], outfile: 'dist/extension.js' },
  {
    ...anywhere,
    // A worker's top level is its global scope, so all of it stands in a function: not in an arrow function, as the
    // format `iife` would have it, for V8 reads that twice.
    banner: { js: '(function () {' },
    footer: { js: '})();' },
    entryPoints: ['src/server/main.ts'],
    outfile: 'dist/server.js',
  },
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

const hostTests = () => [{ ...anywhere, stdin: suites(), outfile: 'dist/test/hosts.js' }];

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
