import { rows } from './edits.ts';
import { FOLDER_ROW, type FolderMeasurements, folders } from './folders.ts';
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

/** What reading folders took, as Markdown. */
export function folderReport({ reading, memory }: FolderMeasurements): string {
  const lines = folders.map(({ name }) => {
    const key = { server: 'Parley', size: name, row: FOLDER_ROW };
    const taken = reading.summary(key);
    const peak = memory.summary(key);
    return [name, taken ? ms(taken.p50) : '–', peak ? peak.p50.toFixed(0) : '–'];
  });
  const head = ['folder', '`initialized` to the last finding (ms)', 'peak memory (MB)'];
  return `# Reading folders\n\n${table(head, lines)}\n`;
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
