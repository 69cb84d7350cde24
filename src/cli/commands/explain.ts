import { Argument, type Command } from 'commander';
import { Names } from '../../core/checks/nearest.ts';
import { checks } from '../../core/checks/registry.ts';
import type { Look } from '../../core/report/look.ts';
import { pageText } from '../../core/report/page-text.ts';
import { Failure } from '../failure.ts';
import { withManual } from '../manual.ts';
import { type ColourOptions, withColours } from '../options.ts';
import { lookOf } from '../output/terminal.ts';
import { pageOf } from '../pages.ts';

const IDS = checks.map(({ id }) => id);

/** Adds `parley explain`. */
export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .addArgument(
      new Argument('[check]', 'the id of a check, as it stands at the end of a finding')
        .choices(IDS)
        // Commander would list them all where there is none of that name.
        .argParser(known),
    )
    .summary('tell what a check means')
    .description(
      'Tells what a check finds, why that matters and how to settle it. Without a check, lists them all.',
    );
  withManual(withColours(command), {
    exits: { 0: 'it was told', 2: 'called wrongly, or there is no such check' },
    environment: ['FORCE_COLOR', 'NO_COLOR'],
    examples: [
      ['parley explain', 'all checks, with their severities'],
      ['parley explain no-owner', 'what it means, an example, and how to switch it off'],
    ],
  }).action((check: string | undefined, { color }: ColourOptions) => {
    const look = lookOf(color);
    process.stdout.write(check === undefined ? listed(look) : pageText(pageOf(check), look));
  });
}

/** @throws Failure where there is no such check */
function known(written: string): string {
  if (IDS.includes(written)) return written;
  const nearest = new Names(IDS).nearest(written);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  throw new Failure(`there is no check “${written}”.${hint} “parley explain” lists them all.`);
}

function listed({ palette }: Look): string {
  const severities = checks.map(({ severity }) => severity.length);
  const idWidth = Math.max(...IDS.map(({ length }) => length));
  const severityWidth = Math.max(...severities);
  const rows = checks.map(({ id, title, severity }) => {
    const colour = severity === 'hint' ? palette.faint : palette[severity];
    return `${palette.strong(id)}${' '.repeat(idWidth - id.length)}  ${colour(severity)}${' '.repeat(severityWidth - severity.length)}  ${title}\n`;
  });
  return rows.join('');
}
