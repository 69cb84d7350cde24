import { TASKS } from './backlog.ts';
import { rows } from './edits.ts';
import { type FolderMeasurements, folders, WORKED_IN } from './folders.ts';
import { sizes } from './generate.ts';
import type { Measurements } from './measure.ts';
import type { Contestant } from './servers.ts';

/** Milliseconds that Parley's p95 may lie above the empty server's. */
function allowance(size: string, row: string): number {
  if (size === '1 MB' && row === 'due day') return 60;
  return { '4 kB': 3, '100 kB': 4, '1 MB': 8 }[size] ?? 0;
}

/** Milliseconds that Parley's median start may lie above the empty server's. */
const startAllowance = 40;

/** The measurements as Markdown. */
export function report(
  measured: Measurements,
  contestants: readonly Contestant[],
  conditions: string,
): string {
  const peers = contestants.filter(({ peer }) => peer).map(({ name }) => name);
  const parts = ['# Benchmark', conditions, refusals(measured)];
  parts.push('## Spawn to `initialized` (ms)', starts(measured, contestants));
  parts.push(
    '## Key to published findings (ms)',
    'Medians of the runs; in brackets the least and the greatest p95 of a run.',
    edits(measured),
  );
  if (peers.length > 0) {
    parts.push(
      '## Peers (ms)',
      'p50 / p95; times = p95 over that of Parley. They do other work (links, a schema), so they are anchors.',
      beside(measured, peers),
      'The Markdown server lets its client parse: `of it client` is the median time of that, part of its p50. ' +
        'The YAML server waits 200 ms before it starts, part of its figures, and reads only the frontmatter.',
    );
  }
  parts.push('## Size of the findings as JSON (kB)', payloads(measured, contestants));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What is aimed at in the folder in which people work: milliseconds or MB. */
const AIMS: readonly (readonly [work: string, kind: 'times' | 'memory', row: string, aim?: number])[] = [
  ['cold: first rows of a tree', 'times', 'cold, first rows', 500],
  ['cold: all commitments and findings', 'times', 'cold', 3_000],
  ['cold: peak memory', 'memory', 'cold', 200],
  ['from the cache: first rows of a tree', 'times', 'warm, first rows', 500],
  ['from the cache: all commitments and findings', 'times', 'warm', 600],
  ['peak memory after that, and an edit at 1 MB', 'memory', 'edit at 1 MB', 200],
  ['on the next day from the cache: all commitments and findings', 'times', 'next day'],
  ['typing while folders are read, p95', 'times', 'typing while reading', 50],
  ['a file is saved: the tree is true again', 'times', 'saved', 100],
  ['a change of branch over 5,000 files', 'times', 'switch', 2_500],
  ['… the longest that a request waits', 'times', 'switch, longest wait', 50],
  ['`parley check`, JSON to a file', 'times', 'check', 4_000],
  ['… writing a cache', 'times', 'check, cache empty', 4_000],
  ['… from the cache', 'times', 'check, cache full', 4_000],
];

/** What was measured of folders, as Markdown. */
export function folderReport(measured: FolderMeasurements): string {
  const floor = measured.times.summary({ server: 'Parley', size: WORKED_IN.name, row: 'floor' });
  const lines = AIMS.map(([work, kind, row, aim]) => {
    const summary = measured[kind].summary({ server: 'Parley', size: WORKED_IN.name, row });
    if (!summary) return [work, '–', '', String(aim ?? ''), ''];
    const value = row === 'typing while reading' ? summary.p95 : summary.p50;
    const unit = kind === 'memory' ? 'MB' : 'ms';
    const above = kind === 'times' && floor ? times(value / floor.p50) : '';
    const judged = aim === undefined ? ['', ''] : [`${aim} ${unit}`, verdict(value, aim)];
    return [work, `${value.toFixed(0)} ${unit}`, above, ...judged];
  });
  const parts = [
    `## ${WORKED_IN.name} agreements`,
    `Medians of the runs; the times are those of reading the bytes alone, ${floor ? ms(floor.p50) : '–'} ms.`,
    table(['work', 'measured', 'times', 'aim', ''], lines),
    '## Growth',
    growth(measured),
    markdownPeer(measured),
    backlogPeer(measured),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function growth({ times: samples, memory }: FolderMeasurements): string {
  const lines = folders.map(({ name: size }) => {
    const [floor, ...taken] = ['floor', 'cold, first rows', 'cold', 'warm, first rows', 'warm'].map((row) => {
      const summary = samples.summary({ server: 'Parley', size, row });
      return summary ? ms(summary.p50) : '–';
    });
    const peaks = ['cold', 'warm'].map(
      (row) => memory.summary({ server: 'Parley', size, row })?.p50.toFixed(0) ?? '–',
    );
    return [size, floor!, ...taken, ...peaks];
  });
  const head = [
    'agreements',
    'bytes (ms)',
    'first rows',
    'all',
    'first rows, cache',
    'all, cache',
    'MB',
    'MB, cache',
  ];
  return table(head, lines);
}

function markdownPeer({ times: samples, memory }: FolderMeasurements): string {
  const key = { server: 'vscode-markdown-languageserver', size: WORKED_IN.name, row: 'first question' };
  const [taken, peak] = [samples.summary(key), memory.summary(key)];
  if (!taken) return '';
  return `\`vscode-markdown-languageserver\` took ${ms(taken.p50)} ms and ${peak?.p50.toFixed(0) ?? '–'} MB for its first question about the same folder.`;
}

function backlogPeer({ times: samples }: FolderMeasurements): string {
  const taken = samples.summary({ server: 'backlog.md', size: WORKED_IN.name, row: 'list' });
  return taken ? `\`backlog.md\` took ${ms(taken.p50)} ms to list ${TASKS} tasks of 1 kB.` : '';
}

function refusals({ refused }: Measurements): string {
  const lines = [...refused].map(([who, why]) => `- ${who}: ${why.replaceAll('\n', ' ')}`);
  return lines.length === 0
    ? ''
    : `**Not timed**, because findings were wrong or missing:\n\n${lines.join('\n')}`;
}

function starts({ startups }: Measurements, contestants: readonly Contestant[]): string {
  const start = (server: string) => startups.summary({ server, size: sizes[0]!.name, row: 'start' });
  const floor = start('empty')!.p50;
  const lines = contestants.map(({ name, peer }) => {
    const { p50, p95 } = start(name)!;
    const aim =
      peer || name === 'empty' ? ['', ''] : [`+${startAllowance}`, verdict(p50 - floor, startAllowance)];
    return [name, ms(p50), ms(p95), signed(p50 - floor), ...aim];
  });
  return table(['server', 'p50', 'p95', 'p50 over empty', 'aim', ''], lines);
}

function edits({ edits: samples }: Measurements): string {
  const lines = everyRow(({ size, row }) => {
    const floor = samples.summary({ server: 'empty', size, row });
    const ours = samples.summary({ server: 'Parley', size, row });
    const range =
      floor && `${ms(floor.p50)} / ${ms(floor.p95)} (${ms(floor.least)} to ${ms(floor.greatest)})`;
    if (!ours || !floor) return [size, row, '–', range ?? '–', '', '', `+${allowance(size, row)}`, ''];
    return [
      size,
      row,
      `${ms(ours.p50)} / ${ms(ours.p95)} (${ms(ours.least)} to ${ms(ours.greatest)})`,
      range!,
      times(ours.p95 / floor.p95),
      signed(ours.p95 - floor.p95),
      `+${allowance(size, row)}`,
      verdict(ours.p95 - floor.p95, allowance(size, row)),
    ];
  });
  const head = [
    'size',
    'edit',
    'Parley p50 / p95',
    'empty p50 / p95',
    'ratio of p95',
    'p95 over empty',
    'aim',
    '',
  ];
  return table(head, lines);
}

function beside({ edits: samples, clientShares }: Measurements, peers: readonly string[]): string {
  const lines = everyRow(({ size, row }) => {
    const ours = samples.summary({ server: 'Parley', size, row });
    const cells = peers.flatMap((server) => {
      const theirs = samples.summary({ server, size, row });
      const share = clientShares.summary({ server, size, row });
      if (!theirs) return ['–', '', ''];
      return [
        `${ms(theirs.p50)} / ${ms(theirs.p95)}`,
        share ? ms(share.p50) : '0',
        ours ? times(theirs.p95 / ours.p95) : '',
      ];
    });
    return [size, row, ...cells];
  });
  return table(['size', 'edit', ...peers.flatMap((peer) => [peer, 'of it client', 'times'])], lines);
}

function payloads({ payloads: sent }: Measurements, contestants: readonly Contestant[]): string {
  const lines = contestants.map(({ name }) => [
    name,
    ...sizes.map((size) => {
      const length = sent.get(`${name}, ${size.name}`);
      return length === undefined ? '–' : (length / 1_000).toFixed(1);
    }),
  ]);
  return table(['server', ...sizes.map(({ name }) => name)], lines);
}

function everyRow(line: (key: { size: string; row: string }) => string[]): string[][] {
  return sizes.flatMap(({ name }) => rows.map((row) => line({ size: name, row })));
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column < 1 ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function ms(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${ms(Math.abs(value))}`;
}

function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;
}

function verdict(difference: number, allowed: number): string {
  return difference <= allowed ? 'met' : '**missed**';
}
