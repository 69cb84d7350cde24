import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { generatedFiles } from '../../../scripts/generated.ts';
import { printJson } from '../../../scripts/print-json.ts';
import { checks } from '../../../src/core/checks/registry.ts';
import { agreement } from '../../../src/core/schema/agreement.ts';
import { jsonSchemaOf } from '../../../src/core/schema/json-schema.ts';
import { exampleOf, findingsIn } from './fixtures.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) =>
  existsSync(new URL(path, ROOT)) ? readFileSync(new URL(path, ROOT), 'utf8') : '';

describe('The pages of the checks', () => {
  it('are one for each check', () => {
    const names = readdirSync(new URL('docs/checks/', ROOT)).filter((name) => name !== 'README.md');
    assert.deepEqual(names.sort(), checks.map(({ id }) => `${id}.md`).sort());
  });

  for (const { id } of checks) {
    const page = read(`docs/checks/${id}.md`);

    it(`show on ${id}.md what is found, and only that`, () => {
      const found = new Set(findingsIn(exampleOf(id, 'Found')).map(({ check }) => check));
      assert.deepEqual([...found], [id]);
    });

    it(`show on ${id}.md what is not`, () => {
      assert.deepEqual(findingsIn(exampleOf(id, 'Not found')), []);
    });

    it(`show on ${id}.md examples that a terminal has room for`, () => {
      for (const line of [exampleOf(id, 'Found'), exampleOf(id, 'Not found')].join('').split('\n'))
        assert.ok(line.length <= 96, line);
    });

    it(`tell on ${id}.md why, and what to do`, () => {
      assert.ok(page.startsWith(`# ${id}\n\n`));
      for (const heading of ['Why', 'What to do', 'Severity'])
        assert.ok(page.includes(`\n## ${heading}\n\n`));
    });
  }
});

describe('What is generated', () => {
  it('is up to date', () => {
    for (const [path, text] of Object.entries(generatedFiles(read)))
      assert.ok(read(path) === text, `${path} is stale: run npm run generate`);
  });

  it('keeps what was written by hand, however often it is made', () => {
    const once = generatedFiles(read);
    const twice = generatedFiles((path) => once[path] ?? '');
    assert.deepEqual(twice, once);
    const words = (path: string) => (once[path] ?? '').split('## Severity')[0];
    for (const { id } of checks)
      assert.equal(words(`docs/checks/${id}.md`), read(`docs/checks/${id}.md`).split('## Severity')[0]);
  });

  it('gives every check a setting, and every setting its words', () => {
    const manifest = JSON.parse(read('package.json'));
    const strings = JSON.parse(read('package.nls.json'));
    const settings = manifest.contributes.configuration.properties['parley.checks'];
    assert.deepEqual(
      Object.keys(settings.properties),
      checks.map(({ id }) => id),
    );
    for (const [, key] of JSON.stringify(settings).matchAll(/%([^%]+)%/g)) assert.ok(strings[key!], key);
  });
});

describe('The JSON Schema of an agreement', () => {
  const schema = jsonSchemaOf(agreement, 'An agreement', ['agreement']);

  it('knows every key by its spelling in the file and by its other names, each with its meaning', () => {
    const text = printJson(schema);
    for (const key of ['"last-day"', '"likelihood"', '"change-approval"', '"required": ["agreement"]'])
      assert.ok(text.includes(key), key);
    assert.ok(!text.includes('lastDay'));
    const properties = schema['properties'] as Readonly<Record<string, { description: string }>>;
    for (const { description } of Object.values(properties)) assert.ok(description.endsWith('.'));
  });

  it('takes one value for a list, a value for what may be written short, and nothing at all', () => {
    const properties = schema['properties'] as Readonly<Record<string, { anyOf: { type: string }[] }>>;
    assert.deepEqual(
      properties['tags']?.anyOf.flatMap(({ type }) => type),
      ['array', 'string', 'number', 'boolean', 'null'],
    );
    assert.deepEqual(
      properties['notice']?.anyOf.map(({ type }) => type),
      ['object', 'string', 'null'],
    );
  });
});
