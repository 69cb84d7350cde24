import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Launch } from './client.ts';
import type { Expectation } from './edits.ts';
import { type GeneratedAgreement, today } from './generate.ts';

/** What a server is given of an agreement. */
export interface View {
  readonly extension: string;
  readonly languageId: string;
  readonly text: string;
}

/** Where the documents of one size lie, and how many findings each holds. */
export interface Workspace {
  readonly path: string;
  readonly uri: string;
  /** URI of the Markdown document → number of findings. */
  readonly findings: Readonly<Record<string, number>>;
}

/** A language server that takes part in the benchmark. */
export interface Contestant {
  readonly name: string;
  readonly peer: boolean;
  launch(workspace: Workspace): Promise<Launch>;
  view(agreement: GeneratedAgreement): View;
  /** Whether `count` findings are what the server has to publish. */
  accepts(count: number, agreement: GeneratedAgreement, expect: Expectation): boolean;
  /** Milliseconds the client itself has worked for the server since it was last asked, where it has to. */
  clientShare?(): number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const parleyServer = join(root, 'dist', 'server.js');

/** Every finding of the agreement as it was generated. */
export function findingsOf(agreement: GeneratedAgreement): number {
  return Object.values(agreement.flaws).reduce((sum, count) => sum + count, 0);
}

/** Parley's own server, as it is built, or undefined where it has not been built. */
export function parley(): Contestant | undefined {
  if (!existsSync(parleyServer)) return undefined;
  return {
    name: 'Parley',
    peer: false,
    launch: async ({ uri }) => ({
      name: 'Parley',
      args: [parleyServer, '--stdio'],
      folder: uri,
      delivery: 'versioned',
      initializationOptions: { today },
    }),
    view: markdown,
    accepts: (count, agreement, expect) =>
      count === findingsOf(agreement) + (expect === 'as generated' ? 0 : 1),
  };
}

/** The empty server, bundled into `directory` as Parley's is, so that loading modules costs both the same. */
export async function empty(directory: string): Promise<Contestant> {
  const outfile = join(directory, 'empty.js');
  await build({
    entryPoints: [join(root, 'bench', 'servers', 'empty.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  return {
    name: 'empty',
    peer: false,
    launch: async ({ uri, findings }) => ({
      name: 'empty',
      args: [outfile, '--stdio'],
      folder: uri,
      delivery: 'versioned',
      initializationOptions: { findings },
    }),
    view: markdown,
    accepts: (count, agreement, expect) =>
      count === findingsOf(agreement) + (expect === 'quote open' ? 1 : 0),
  };
}

/** Writes the document where the server expects it; the URI that it then has. */
export async function place(directory: string, name: string, view: View): Promise<string> {
  const path = join(directory, name + view.extension);
  await writeFile(path, view.text);
  return pathToFileURL(path).href;
}

function markdown({ text }: GeneratedAgreement): View {
  return { extension: '.md', languageId: 'markdown', text };
}
