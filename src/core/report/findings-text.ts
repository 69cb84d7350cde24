import type { Finding } from '../checks/check.ts';
import { english, type MessageArgs, type Messages, sentence } from '../messages.ts';
import { isolated, oneLine, widthOf, wrap } from './columns.ts';
import type { Look } from './look.ts';
import { Places, type Said, type Skipped, type Source, saidIn } from './source.ts';

/** Below this many columns a wrapped message is harder to read than one on a line of its own. */
const NARROWEST_MESSAGE = 40;
const GAP = '  ';
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** The findings of all files for a terminal: file by file, and a summary at the end. */
export function checkText(source: Source, look: Look): string {
  const places = new Places(source);
  const blocks = saidIn(source)
    .filter(({ findings }) => findings.length > 0)
    .map((said) => block(said, source, places, look));
  return [...blocks, `${summary(source, look)}\n`].join('\n');
}

function block(said: Said, source: Source, places: Places, look: Look): string {
  const { findings } = said;
  const { columns, palette, messages = english } = look;
  const rows = findings.map((finding) => ({
    finding,
    place: placeOf(source, places, finding.document, finding.range),
    severity: sentence('report/severity', { severity: finding.severity }, messages),
  }));
  const placeWidth = widest(rows.map(({ place }) => place));
  const severityWidth = widest(rows.map(({ severity }) => severity));
  const indent = GAP.length * 3 + placeWidth + severityWidth;
  const lines = rows.flatMap(({ finding, place, severity }) => {
    const colour = finding.severity === 'hint' ? palette.faint : palette[finding.severity];
    const start = `${GAP}${palette.strong(place)}${pad(place, placeWidth)}${GAP}${colour(severity)}`;
    const beside = columns === undefined || columns - indent >= NARROWEST_MESSAGE;
    const left = beside ? indent : GAP.length * 2;
    const body = paragraph(finding, left, look).join(`\n${' '.repeat(left)}`);
    const between = beside ? pad(severity, severityWidth) + GAP : `\n${' '.repeat(left)}`;
    return [start + between + body, ...relatedLines(finding, source, places, look)];
  });
  const title = isolated(oneLine(titleOf(said, source, messages)));
  return `${[palette.strong(title), ...lines].join('\n')}\n`;
}

/** What people call a file: the title of its agreement, or of the one that it has notes about; else its path. */
function titleOf({ uri, entry, about }: Said, { pathOf }: Source, messages: Messages): string {
  if (about) return sentence('report/notes', { title: about.title }, messages);
  return entry?.title ?? pathOf(uri);
}

/** A finding's sentence and its check, in lines of what is left of the terminal's width. */
function paragraph({ check, args }: Finding, left: number, look: Look): readonly string[] {
  const { columns = Number.POSITIVE_INFINITY, palette, messages = english } = look;
  const lines = wrap(oneLine(sentence(check, args, messages)), Math.max(NARROWEST_MESSAGE, columns - left));
  const last = lines.at(-1)!;
  const whole = lines.map(isolated);
  if (left + widthOf(last) + GAP.length + check.length > columns) return [...whole, palette.faint(check)];
  return [...whole.slice(0, -1), `${isolated(last)}${GAP}${palette.faint(check)}`];
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
export function skippedText({ file, reason, detail = '' }: Skipped, messages: Messages = english): string {
  return `${oneLine(file)}: ${sentence('report/skip', { reason, detail }, messages)}`;
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

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}
