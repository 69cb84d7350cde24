import { fileURLToPath } from 'node:url';
import type { Check } from '../src/core/checks/check.ts';
import { checks } from '../src/core/checks/registry.ts';
import { agreement } from '../src/core/schema/agreement.ts';
import { configuration, severity } from '../src/core/schema/configuration.ts';
import { jsonSchemaOf } from '../src/core/schema/json-schema.ts';
import { commandPage } from './command-page.ts';
import { editorPage } from './editor-page.ts';
import { printJson } from './print-json.ts';
import { referencePage } from './reference.ts';
import { stringsBundle } from './strings.ts';

/** Reads a file of the project by its path from the root; empty where there is none. */
export type Reader = (path: string) => string;

/** All files, by path from the root, that follow from the checks, the schema and the source, as they ought to be. */
export function generatedFiles(read: Reader): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(checks.map((check) => [pageOf(check), checkPage(check, read(pageOf(check)))])),
    'docs/checks/README.md': checksIndex(),
    'docs/command-line.md': commandPage(read('docs/command-line.md')),
    'docs/editor.md': editorPage(
      JSON.parse(manifest(read('package.json'))),
      JSON.parse(strings(read('package.nls.json'))),
    ),
    'docs/reference.md': referencePage(),
    'l10n/bundle.l10n.json': stringsBundle(fileURLToPath(new URL('../src/vscode', import.meta.url))),
    'media/agreement.schema.json': printJson(
      jsonSchemaOf(agreement, 'The frontmatter of an agreement', ['agreement']),
    ),
    'media/parley-yaml.schema.json': printJson(configurationSchema()),
    'package.json': manifest(read('package.json')),
    'package.nls.json': strings(read('package.nls.json')),
  };
}

/** The schema of `.parley.yaml`, which knows the checks by name. */
function configurationSchema() {
  const schema = jsonSchemaOf(configuration, '.parley.yaml');
  const properties = schema['properties'] as Record<string, object>;
  const named = checks.map(({ id, title }) => [id, { description: title, ...severity.json }]);
  properties['checks'] = {
    ...properties['checks'],
    properties: Object.fromEntries(named),
  };
  return schema;
}

const pageOf = ({ id }: Check) => `docs/checks/${id}.md`;

const FACTS = '## Severity\n';

/** A page as it was written, with the part on the check's severity as it is. */
function checkPage({ id, severity: usual, structural }: Check, page: string): string {
  const written = page.includes(FACTS) ? page.slice(0, page.indexOf(FACTS)) : `${page.trimEnd()}\n\n`;
  return `${written}${FACTS}
\`${usual}\`${structural ? ', and `hint` in an agreement whose status is `draft`' : ''}. Another one, or \`off\`:

- for all agreements of a folder, in \`.parley.yaml\`: \`checks: { ${id}: hint }\`;
- for yourself, in the editor's settings: \`"parley.checks": { "${id}": "hint" }\`. The folder's word comes first.

To silence it:

- in one file, in the frontmatter: \`parley: { disable: [${id}] }\`;
- on one line of the frontmatter, at its end: \`# parley-disable-line ${id}\`;
- on one line of the body, on the line above: \`<!-- parley-disable-next-line ${id} -->\`.

[All checks](README.md)
`;
}

function checksIndex(): string {
  const rows = checks.map(
    ({ id, title, severity: usual, structural }) =>
      `| [${id}](${id}.md) | ${title} | ${usual} | ${structural ? 'hint' : usual} |`,
  );
  return `# Checks

What Parley says about an agreement, and how loudly. Each page tells what a check finds, why that matters, and how to
set its severity or silence it.

| check | what it finds | severity | in a draft |
| --- | --- | --- | --- |
${rows.join('\n')}

One mistake is one finding: what only follows from it is not reported again. Errors are for what cannot be read or
contradicts itself.
`;
}

type Json = Readonly<Record<string, unknown>>;

/** The manifest with the setting for the checks; nothing else in it is touched. */
function manifest(text: string): string {
  const all = JSON.parse(text) as { contributes: { configuration: { properties: Json } } };
  all.contributes.configuration.properties = {
    ...all.contributes.configuration.properties,
    'parley.checks': {
      type: 'object',
      default: {},
      scope: 'resource',
      order: 4,
      markdownDescription: '%setting.checks%',
      additionalProperties: false,
      properties: Object.fromEntries(
        checks.map(({ id, severity: usual }) => [
          id,
          {
            type: 'string',
            enum: severity.choices,
            enumDescriptions: severity.choices?.map((word) => `%setting.severity.${word}%`),
            default: usual,
            description: `%setting.check.${id}%`,
          },
        ]),
      ),
    },
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

/** The manifest's strings with those of the setting for the checks; those of checks that are gone go. */
function strings(text: string): string {
  const own = /^setting\.(?:checks$|check\.|severity\.)/;
  const kept = Object.entries(JSON.parse(text) as Json).filter(([key]) => !own.test(key));
  const ours = {
    'setting.checks':
      'How severe the findings of each check are, for yourself. What the folder’s `.parley.yaml` says comes first.',
    'setting.severity.off': 'Says nothing.',
    'setting.severity.hint': 'A faint mark in the text, and no entry among the problems.',
    'setting.severity.information': 'A note among the problems.',
    'setting.severity.warning': 'A warning among the problems.',
    'setting.severity.error': 'An error among the problems.',
    ...Object.fromEntries(checks.map(({ id, title }) => [`setting.check.${id}`, `${title}.`])),
  };
  return `${JSON.stringify({ ...Object.fromEntries(kept), ...ours }, undefined, 2)}\n`;
}
