// Holds src/ to the layers of .dependency-cruiser.cjs, and the rules to a source tree that breaks each of them.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const root = fileURLToPath(new URL('..', import.meta.url));
const fixture = `${root}/test/fixtures/layers`;

const { summary, modules } = await examine(root);
const complaints = summary.violations.map(
  ({ rule, from, to }) => `${from} must not import ${to}: ${rule.name}`,
);

const files = readdirSync(`${root}/src`, { recursive: true }).filter((name) => /\.tsx?$/.test(name));
const read = modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source));
if (read.length < files.length) complaints.push(`Read ${read.length} of the ${files.length} modules in src.`);

const broken = new Set((await examine(fixture)).summary.violations.map(({ rule }) => rule.name));
for (const { name } of forbidden) {
  if (!broken.has(name)) complaints.push(`Nothing in the fixture breaks ${name}: can it fail?`);
}

for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length ? 1 : 0);

async function examine(baseDir) {
  const rules = { validate: true, ruleSet: { forbidden }, ...options };
  const { output } = await cruise(['src'], { ...rules, baseDir });
  return output;
}
