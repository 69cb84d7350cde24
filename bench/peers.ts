import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { objectives, people } from './generate.ts';
import { type Contestant, findingsOf } from './servers.ts';

const home = fileURLToPath(new URL('./peers/', import.meta.url));

/** Installs the peers from their own lockfile where they are missing. False where that fails. */
export function installPeers(): boolean {
  if (existsSync(join(home, 'node_modules', '.package-lock.json'))) return true;
  const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return install.status === 0;
}

interface Markdown {
  use(plugin: unknown, callback: () => void): Markdown;
  parse(text: string, env: object): unknown[];
}

/**
 * The server behind VS Code's own Markdown support. It checks links, so every link of the agreement is broken for
 * it; it lets the client parse Markdown, which is done as VS Code does it, once per version, and counted apart.
 * @param files the URIs of the Markdown files of its workspace; the one that is open where absent
 */
export function markdownPeer(files?: readonly string[]): Contestant {
  const load = createRequire(join(home, 'package.json'));
  const MarkdownIt: new (options: object) => Markdown = load('markdown-it');
  const engine = new MarkdownIt({ html: true }).use(load('markdown-it-front-matter'), () => undefined);
  let share = 0;
  let parsed: { uri: string; version: number; tokens: unknown[] } | undefined;

  function tokens(document: TextDocument): unknown[] {
    const { uri, version } = document;
    if (parsed?.uri === uri && parsed.version === version) return parsed.tokens;
    const begin = performance.now();
    parsed = { uri, version, tokens: engine.parse(document.getText(), {}) };
    share += performance.now() - begin;
    return parsed.tokens;
  }

  function serve(connection: MessageConnection, open: () => TextDocument | undefined): void {
    connection.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) => {
      if (text !== undefined) return engine.parse(text, {});
      const document = open();
      return document?.uri === uri ? tokens(document) : [];
    });
    connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => files ?? [open()?.uri ?? []].flat());
    connection.onRequest('markdown/fs/readFile', async ({ uri }: { uri: string }) => [
      ...(await readFile(fileURLToPath(uri))),
    ]);
    connection.onRequest('markdown/fs/stat', async ({ uri }: { uri: string }) => {
      const found = await stat(fileURLToPath(uri)).catch(() => undefined);
      return found && { isDirectory: found.isDirectory() };
    });
    connection.onRequest('markdown/fs/readDirectory', async ({ uri }: { uri: string }) =>
      (await readdir(fileURLToPath(uri), { withFileTypes: true })).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    );
  }

  return {
    name: 'vscode-markdown-languageserver',
    peer: true,
    launch: async ({ uri }) => ({
      name: 'vscode-markdown-languageserver',
      args: [
        join(home, 'node_modules', 'vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js'),
        '--stdio',
      ],
      folder: uri,
      delivery: 'pull',
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: { markdown: markdownSettings },
      serve,
    }),
    // Renamed, not removed, so that the text keeps its size.
    view: ({ text }) => ({
      extension: '.md',
      languageId: 'markdown',
      text: text.replace('\n## Annex\n', '\n## Attic\n'),
    }),
    // It takes a list in brackets in the frontmatter for a link as well.
    accepts: (count, { annexLinks, text }) => count === annexLinks + frontmatter(text).split('[').length - 1,
    clientShare: () => {
      const taken = share;
      share = 0;
      return taken;
    },
  };
}

const markdownSettings = {
  server: { log: 'off' },
  preferredMdPathExtensionStyle: 'auto',
  occurrencesHighlight: { enabled: false },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

/**
 * Red Hat's YAML server. It gets the frontmatter alone, and a schema by which every flaw but lateness is an error.
 * It publishes 200 ms after the last edit, without naming a version.
 */
export function yamlPeer(): Contestant {
  return {
    name: 'yaml-language-server',
    peer: true,
    launch: async ({ path, uri }) => {
      const schema = join(path, 'agreement.schema.json');
      await writeFile(schema, JSON.stringify(agreementSchema));
      return {
        name: 'yaml-language-server',
        args: [join(home, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'],
        folder: uri,
        delivery: 'next',
        settings: {
          yaml: {
            validate: true,
            schemas: { [pathToFileURL(schema).href]: '*.yaml' },
            schemaStore: { enable: false },
            kubernetesCRDStore: { enable: false },
          },
        },
      };
    },
    view: ({ text }) => ({
      extension: '.yaml',
      languageId: 'yaml',
      text: frontmatter(text),
    }),
    // How many errors one open quote makes is the parser's own affair.
    accepts: (count, agreement, expect) =>
      expect === 'quote open' ? count > 0 : count === findingsOf(agreement) - agreement.flaws.overdue,
  };
}

function frontmatter(text: string): string {
  return text.slice('---\n'.length, text.indexOf('\n---\n') + 1);
}

const words = { type: 'string' };

const agreementSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['agreement'],
  properties: {
    agreement: words,
    milestones: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'owner', 'due', 'indicator'],
        properties: {
          id: words,
          title: words,
          owner: { enum: people },
          due: words,
          indicator: words,
          objective: { enum: objectives },
          status: { enum: ['planned', 'in-progress', 'blocked', 'done', 'cancelled'] },
          done: words,
          priority: { enum: ['low', 'medium', 'high', 'critical'] },
        },
      },
    },
  },
};
