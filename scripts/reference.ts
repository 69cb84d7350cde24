import { agreement } from '../src/core/schema/agreement.ts';
import { configuration } from '../src/core/schema/configuration.ts';
import { type Field, keyOf, type RecordType, type Type } from '../src/core/schema/type.ts';

/** The page that lists every key of the format. */
export function referencePage(): string {
  return `# Reference of keys

Every key that Parley reads. [The format](format.md) says what they mean together. Every key is optional but
\`agreement\`; keys that are not listed are kept and ignored.

## Frontmatter of an agreement

${sections(agreement, '')}
## .parley.yaml

${sections(configuration, '')}`;
}

/** A table of a record's keys, and after it one for each record that stands under them. */
function sections(type: RecordType, path: string): string {
  const below: string[] = [];
  const rows = Object.entries<Field>(type.fields).map(([name, { type: of, doc, aliases }]) => {
    const key = [keyOf(name), ...(aliases ?? [])].map((one) => `\`${one}\``).join(' or ');
    const place = path === '' ? keyOf(name) : `${path}.${keyOf(name)}`;
    const inner = recordIn(of);
    if (inner) below.push(`### \`${place}\`\n\n${sections(inner, place)}`);
    return `| ${key} | ${cell(wordsFor(of, place))} | ${cell(doc)} |`;
  });
  return `| key | value | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${below.join('')}`;
}

function wordsFor(type: Type, place: string): string {
  switch (type.kind) {
    case 'scalar':
      return type.expected;
    case 'list':
      return `one or a list of: ${wordsFor(type.of, place)}`;
    case 'map':
      return `by a name of your own: ${wordsFor(type.of, place)}`;
    case 'record': {
      const single = type.shorthand === undefined ? '' : `, or \`${keyOf(type.shorthand)}\` alone`;
      return `[keys](#${anchorOf(place)})${single}`;
    }
  }
}

function recordIn(type: Type): RecordType | undefined {
  if (type.kind === 'scalar') return undefined;
  return type.kind === 'record' ? type : recordIn(type.of);
}

/** The anchor that Markdown viewers give a heading of code. */
function anchorOf(place: string): string {
  return place.replace(/\./g, '');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
