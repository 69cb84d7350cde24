import type { Command } from 'commander';
import { Names } from '../../core/checks/nearest.ts';
import { checks } from '../../core/checks/registry.ts';
import type { Look } from '../../core/report/look.ts';
import { pageText } from '../../core/report/page-text.ts';
import { Failure } from '../failure.ts';
import { type ColourOptions, withColours } from '../options.ts';
import { lookOf } from '../output/terminal.ts';
import { pageOf } from '../pages.ts';

/** Adds `parley explain`. */
export function addExplain(program: Command): void {
  withColours(program.command('explain'))
    .argument('[check]', 'the id of a check, as it stands at the end of a finding')
    .summary('tell what a check means')
    .description(
      'Tells what a check finds, why that matters and how to settle it. Without a check, lists them all.',
    )
    .addHelpText(
      'after',
      `
Examples:
  parley explain            all checks, with their severities
  parley explain no-owner   what it means, an example, and how to switch it off`,
    )
    .action((check: string | undefined, { color }: ColourOptions) => {
      const look = lookOf(color);
      process.stdout.write(check === undefined ? listed(look) : pageText(pageOf(known(check)), look));
    });
}

/** @throws Failure where there is no such check */
function known(written: string): string {
  const ids = checks.map(({ id }) => id);
  if (ids.includes(written)) return written;
  const nearest = new Names(ids).nearest(written);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  throw new Failure(`there is no check “${written}”.${hint} “parley explain” lists them all.`);
}

function listed({ palette }: Look): string {
  const severities = checks.map(({ severity }) => severity.length);
  const idWidth = Math.max(...checks.map(({ id }) => id.length));
  const severityWidth = Math.max(...severities);
  const rows = checks.map(({ id, title, severity }) => {
    const colour = severity === 'hint' ? palette.faint : palette[severity];
    return `${palette.strong(id)}${' '.repeat(idWidth - id.length)}  ${colour(severity)}${' '.repeat(severityWidth - severity.length)}  ${title}\n`;
  });
  return rows.join('');
}
