import type { Finding } from '../checks/check.ts';
import { english, type MessageArgs, type Messages, sentence } from '../messages.ts';
import { isolated, oneLine, widthOf, wrap } from './columns.ts';
import type { Look } from './look.ts';
import { Places, type Said, type Skipped, type Source, saidIn } from './source.ts';

/** Below this many columns a wrapped message is harder to read than one on a line of its own. */
const NARROWEST_MESSAGE = 40;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** The findings of all files for a terminal: file by file, and a summary at the end. */
export function checkText(source: Source, look: Look): string {
  const places = new Places(source);
  const blocks = saidIn(source)
    .filter(({ findings }) => findings.length > 0)
    .map((said) => block(said, source, places, look));
  return [...blocks, `${summary(source, look)}\n`].join('\n');
}

function block({ uri, findings, entry }: Said, source: Source, places: Places, look: Look): string {
  const { palette, messages = english } = look;
  const rows = findings.map((finding) => ({
    finding,
    place: placeOf(source, places, finding.document, finding.range),
    severity: sentence('report/severity', { severity: finding.severity }, messages),
  }));
  const placeWidth = Math.max(...rows.map(({ place }) => widthOf(place)));
  const severityWidth = Math.max(...rows.map(({ severity }) => severity.length));
  const lines = rows.flatMap(({ finding, place, severity }) => {
    const colour = finding.severity === 'hint' ? palette.faint : palette[finding.severity];
    const start = `  ${palette.strong(place)}${pad(place, placeWidth)}  ${colour(severity.padEnd(severityWidth))}  `;
    const message = oneLine(sentence(finding.check, finding.args, messages));
    const body = paragraph(message, finding.check, 2 + placeWidth + 2 + severityWidth + 2, look);
    return [start + body, ...relatedLines(finding, source, places, look)];
  });
  const title = isolated(oneLine(entry?.agreement.title ?? source.pathOf(uri)));
  return `${[palette.strong(title), ...lines].join('\n')}\n`;
}

/** A message and the check behind it, wrapped beneath itself; on lines of its own where little room is left. */
function paragraph(message: string, check: string, indent: number, { columns, palette }: Look): string {
  if (columns === undefined) return `${isolated(message)}  ${palette.faint(check)}`;
  const beside = columns - indent >= NARROWEST_MESSAGE;
  const left = beside ? indent : 4;
  const lines = wrap(message, Math.max(NARROWEST_MESSAGE, columns - left)).map(isolated);
  const last = lines.at(-1)!;
  if (left + widthOf(last) + 2 + check.length > columns) lines.push(palette.faint(check));
  else lines[lines.length - 1] = `${last}  ${palette.faint(check)}`;
  const margin = `\n${' '.repeat(left)}`;
  return (beside ? '' : margin) + lines.join(margin);
}

function relatedLines(finding: Finding, source: Source, places: Places, look: Look): readonly string[] {
  const { palette, messages = english } = look;
  return finding.related.map(({ document, range, message, args }) => {
    const words = isolated(oneLine(sentence(message, args, messages)));
    return palette.faint(`    ${placeOf(source, places, document, range)}  ${words}`);
  });
}

function summary(source: Source, { palette, messages = english }: Look): string {
  const say = (code: string, args: MessageArgs) => sentence(`report/${code}`, args, messages);
  const said = saidIn(source);
  const agreements = source.entries.length;
  const findings = said.flatMap((one) => one.findings);
  if (findings.length === 0)
    return agreements === 0
      ? say('no-agreements', { files: source.files })
      : palette.good(say('clean', { agreements }));
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [say(`count-${severity}`, { count })];
  });
  const within = said.filter((one) => one.findings.length > 0).length;
  const total = say('findings', { count: findings.length });
  return `${total} (${counts.join(', ')}) ${say('found-in', { within, agreements })}`;
}

/** Why a file was left out, in a line: `notes.md: it is not an agreement: …`. */
export function skippedText({ file, reason }: Skipped, messages: Messages = english): string {
  return `${oneLine(file)}: ${sentence('report/skip', { reason }, messages)}`;
}

/** A place as editors open it: `agreements/jars.md:12:5`. */
export function placeOf(
  source: Source,
  places: Places,
  document: string,
  range: { readonly start: number; readonly end: number },
): string {
  const { line, column } = places.spanOf(document, range);
  return `${oneLine(source.pathOf(document))}:${line}:${column}`;
}

function pad(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text)));
}
