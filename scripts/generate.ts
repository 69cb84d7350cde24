// Writes what follows from the checks, the schema and the source: the pages' facts, the reference, the JSON Schemas,
// the settings and the table that translators begin from. With --check it writes nothing and fails where something is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const read = (path: string) => (existsSync(root + path) ? readFileSync(root + path, 'utf8') : '');

const stale = Object.entries(generatedFiles(read)).filter(([path, text]) => read(path) !== text);
for (const [path, text] of stale) {
  if (check) process.stderr.write(`${path} is stale: run npm run generate\n`);
  else {
    writeFileSync(root + path, text);
    process.stdout.write(`${path}\n`);
  }
}
if (check && stale.length > 0) process.exitCode = 1;
