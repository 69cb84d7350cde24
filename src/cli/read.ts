import { dirname, relative } from 'node:path';
import type { Day } from '../core/calendar/day.ts';
import { dayInZone, isTimeZone } from '../core/calendar/zone.ts';
import { KnownFiles } from '../core/portfolio/known-files.ts';
import { configurationFindings, unreadableFinding } from '../core/portfolio/own-findings.ts';
import { type Clock, type Entry, type NotesEntry, Portfolio } from '../core/portfolio/portfolio.ts';
import { type FileRead, isMarkdown, MAX_READ } from '../core/portfolio/workspace.ts';
import { idsOf } from '../core/report/ids.ts';
import { isIncomplete, type Said, type Skipped, type Source } from '../core/report/source.ts';
import { pathOfUri, uriOfPath } from '../node/uri.ts';
import { nodeWorkspace } from '../node/workspace.ts';
import { Configurations, type Governor, governorOf, slashed } from './configurations.ts';
import { filesOf } from './files.ts';

/** What paths on the command line came to. */
export interface Reading extends Source {
  /** Paths of files that some bytes of are no text; they were read all the same. */
  readonly damaged: readonly string[];
  /** Whether something that belongs to the answer could not be read. */
  readonly incomplete: boolean;
  /** What they come to where documents, by URI, have other texts than the files. It replaces this reading. */
  readonly revised: (texts: ReadonlyMap<string, string>) => Reading;
}

/** The agreements of one configuration, or of none. */
interface Folder {
  readonly portfolio: Portfolio;
  readonly files: KnownFiles;
  governor: Governor | undefined;
  /** The folder within which ids are unique. */
  readonly base: string;
}

/**
 * Reads the agreements that paths stand for.
 * @param paths files and folders, relative to the working folder or absolute
 * @param today the day to take for today in every zone; the machine's clock decides where it is absent
 * @throws Failure where a path does not exist or may not be read
 */
export async function read(paths: readonly string[], today?: Day): Promise<Reading> {
  const clock = systemClock(today);
  const configurations = new Configurations();
  const { markdown, named } = await filesOf(paths, configurations);
  const folders = new Map<string, Folder>();
  const others: Said[] = [];
  const damaged: string[] = [];
  const skipped: Skipped[] = [...named]
    .filter((path) => !isMarkdown(path))
    .map((path) => ({ file: shown(path), reason: 'not-markdown' }));

  for (const [path, file] of await readAll(markdown)) {
    const folder = await folderOf(path, configurations, folders, clock);
    const uri = uriOfPath(path);
    if ('text' in file) {
      folder.portfolio.update(uri, file.text);
      const known = folder.portfolio.knows(uri);
      if (known && file.damaged) damaged.push(shown(path));
      if (!known && named.has(path)) skipped.push({ file: shown(path), reason: 'no-agreement' });
    } else if (file.skipped !== 'no-agreement' || named.has(path)) {
      skipped.push({ file: shown(path), reason: file.skipped });
      if (file.skipped === 'too-large')
        others.push({ uri, text: '---', findings: [unreadableFinding(uri, file.skipped)] });
    }
  }
  for (const path of configurations.unreadable) skipped.push({ file: shown(path), reason: 'unreadable' });

  const all = [...folders.values()];
  for (const { portfolio, files } of all)
    for (const uri of await files.ask(nodeWorkspace)) portfolio.reconsider(uri);
  const reading = (): Reading => {
    const zone = zoneOf(all, clock);
    return {
      entries: all.flatMap(({ portfolio }) => [...portfolio.entries]).sort(byUri),
      others: [
        ...others,
        ...all.flatMap(({ portfolio }) => [...portfolio.notes].map(saidOfNotes)),
        ...all.flatMap(({ governor }) => (governor ? [saidOf(governor)] : [])),
      ],
      today: dayOf(clock, zone),
      zone,
      files: markdown.length,
      skipped,
      damaged,
      incomplete: isIncomplete(skipped),
      pathOf: (uri) => shown(pathOfUri(uri) ?? uri),
      idOf: namesIn(all),
      revised: (texts) => {
        for (const folder of all) revise(folder, texts);
        return reading();
      },
    };
  };
  return reading();
}

/** Gives documents of a folder other texts. */
function revise(folder: Folder, texts: ReadonlyMap<string, string>): void {
  const { portfolio, governor } = folder;
  const text = governor && texts.get(governor.uri);
  if (governor && text !== undefined) {
    folder.governor = governorOf(governor.folder, text);
    portfolio.configure(folder.governor.configuration);
  }
  for (const [uri, revision] of texts)
    if (portfolio.get(uri) || portfolio.notesIn(uri)) portfolio.update(uri, revision);
}

/** The clock of this machine, or one that stands still at a day. */
export function systemClock(today: Day | undefined): Clock {
  const now = Date.now();
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { now: () => now, zone: isTimeZone(local) ? local : 'UTC', ...(today !== undefined && { today }) };
}

/** What a clock says is today in a zone. */
export function dayOf(clock: Clock, zone: string): Day {
  return clock.today ?? dayInZone(clock.now(), zone);
}

async function readAll(paths: readonly string[]): Promise<readonly (readonly [string, FileRead])[]> {
  const files: (readonly [string, FileRead])[] = [];
  for (let at = 0; at < paths.length; at += MAX_READ) {
    const slice = paths.slice(at, at + MAX_READ);
    const answers = await nodeWorkspace.readMany(slice.map((path) => uriOfPath(path)));
    slice.forEach((path, index) => {
      files.push([path, answers[index]!]);
    });
  }
  return files;
}

async function folderOf(
  path: string,
  configurations: Configurations,
  folders: Map<string, Folder>,
  clock: Clock,
): Promise<Folder> {
  const rule = await configurations.ruleOf(dirname(path));
  const base = rule.base ?? process.cwd();
  const known = folders.get(base);
  if (known) return known;
  const files = new KnownFiles(uriOfPath(rule.root).replace(/\/$/, ''));
  const portfolio = new Portfolio(clock, undefined, files);
  const governor = rule.nearest;
  if (governor) portfolio.configure(governor.configuration);
  const folder = { portfolio, files, governor, base };
  folders.set(base, folder);
  return folder;
}

/** The zone of all agreements; where they differ, the one that is configured; where that is none, the machine's. */
function zoneOf(folders: readonly Folder[], clock: Clock): string {
  const zones = folders.flatMap(({ portfolio }) => [...portfolio.entries].map(({ zone }) => zone));
  const configured = folders.map(({ governor }) => governor?.configuration.timezone ?? clock.zone);
  return only(zones) ?? only(configured) ?? clock.zone;
}

function only(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function saidOf({ uri, text, problems }: Governor): Said {
  return { uri, text, findings: configurationFindings(problems, text) };
}

function saidOfNotes({ uri, notes, findings, entry }: NotesEntry): Said {
  return { uri, text: notes.text, findings, ...(entry && { about: entry }) };
}

function namesIn(folders: readonly Folder[]): (entry: Entry) => string {
  const ids = new Map(
    folders.flatMap(({ portfolio, base }) => [
      ...idsOf([...portfolio.entries], (uri) => slashed(relative(base, pathOfUri(uri) ?? uri))),
    ]),
  );
  return (entry) => ids.get(entry) ?? entry.agreement.id;
}

function byUri(a: Entry, b: Entry): number {
  return a.uri < b.uri ? -1 : 1;
}

/** A path as reports show it: seen from the working folder. */
function shown(path: string): string {
  return slashed(relative(process.cwd(), path)) || '.';
}
