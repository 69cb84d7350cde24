import { english, type Messages, sentence } from '../messages.ts';
import { oneLine } from './columns.ts';
import { Places, type Source, saidIn } from './source.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/**
 * The findings as workflow commands, one a line, which GitHub Actions turns into annotations of the files. Columns stand
 * only where a finding is on one line: for others GitHub takes none.
 */
export function* githubAnnotations(source: Source, messages: Messages = english): Iterable<string> {
  const places = new Places(source);
  for (const { findings } of saidIn(source))
    for (const { document, range, check, severity, args } of findings) {
      const { line, column, endLine, endColumn } = places.spanOf(document, range);
      const properties = {
        file: source.pathOf(document),
        line,
        endLine,
        ...(line === endLine && { col: column, endColumn }),
        title: check,
      };
      const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      const text = data(oneLine(sentence(check, args, messages)));
      yield `::${COMMANDS[severity]} ${listed.join(',')}::${text}\n`;
    }
}

/** What would end a workflow command early, or begin another, as its runner unescapes it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `data`, and what would end a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
