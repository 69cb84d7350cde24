// Loads TypeScript as modules, one statement a line and no helpers put in, so that coverage counts our own code only.
// What JSON files hold can be imported by name, as in a bundle.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from 'esbuild';

if (isMainThread) register(import.meta.url);

export async function load(url, context, next) {
  if (!/\.(?:ts|json)$/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  const source = await readFile(file, 'utf8');
  if (url.endsWith('.json')) return { format: 'module', shortCircuit: true, source: moduleOf(source) };
  const { code } = await transform(source, {
    loader: 'ts',
    target: 'node20',
    sourcefile: file,
    sourcemap: 'inline',
  });
  return { format: 'module', shortCircuit: true, source: code };
}

function moduleOf(json) {
  const keys = Object.keys(JSON.parse(json)).filter((key) => /^[a-z]\w*$/i.test(key));
  const names = keys.map((key, n) => `const value${n} = json.${key}; export { value${n} as ${key} };`);
  return `const json = ${json}; export default json; ${names.join(' ')}`;
}
