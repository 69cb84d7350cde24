import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Finding } from '../core/checks/check.ts';
import { type Configuration, readConfiguration } from '../core/document/configuration.ts';
import { excluder } from '../core/portfolio/exclude.ts';
import { configurationFindings } from '../core/portfolio/own-findings.ts';
import { CONFIGURATION_FILE, type FileRead } from '../core/portfolio/workspace.ts';
import { uriOfPath } from '../node/uri.ts';
import { nodeWorkspace } from '../node/workspace.ts';

/** A `.parley.yaml` as it was read. */
export interface Governor {
  readonly folder: string;
  readonly uri: string;
  readonly text: string;
  readonly configuration: Configuration;
  readonly findings: readonly Finding[];
  readonly leavesOut: (path: string) => boolean;
}

/** Who governs the files of a folder. */
export interface Rule {
  /** The nearest configuration, if there is one up to the root of the repository. */
  readonly nearest: Governor | undefined;
  /** All of them, the nearest first: what any of them leaves out is left out. */
  readonly chain: readonly Governor[];
  /** The folders within which ids are unique: those of the configurations and the repository's root, the nearest first. */
  readonly bases: readonly string[];
  /** The root of the repository; that of the disk where there is none. */
  readonly root: string;
}

/** Finds the configurations above files, and reads each of them once. */
export class Configurations {
  readonly #rules = new Map<string, Promise<Rule>>();
  /** Folders that were looked into, as far as their repository or the outermost configuration reaches. */
  readonly folders = new Set<string>();
  /** Configurations that are there and could not be read. */
  readonly unreadable: string[] = [];

  /** Who governs the files of a folder, given by its absolute path. */
  ruleOf(folder: string): Promise<Rule> {
    const known = this.#rules.get(folder);
    if (known) return known;
    const rule = this.#find(folder);
    this.#rules.set(folder, rule);
    return rule;
  }

  async #find(folder: string): Promise<Rule> {
    const own = await this.#read(folder);
    const isRoot = existsSync(join(folder, '.git'));
    const parent = dirname(folder);
    const above = isRoot || parent === folder ? undefined : await this.ruleOf(parent);
    if (own || isRoot || above?.bases[0] !== undefined) this.folders.add(folder);
    return {
      nearest: own ?? above?.nearest,
      chain: [...(own ? [own] : []), ...(above?.chain ?? [])],
      bases: [...(own || isRoot ? [folder] : []), ...(above?.bases ?? [])],
      root: above?.root ?? folder,
    };
  }

  async #read(folder: string): Promise<Governor | undefined> {
    const path = join(folder, CONFIGURATION_FILE);
    const [file] = (await nodeWorkspace.readMany([uriOfPath(path)])) as [FileRead];
    if (!('text' in file)) {
      if (file.skipped !== 'gone') this.unreadable.push(path);
      return undefined;
    }
    return governorOf(folder, file.text);
  }
}

/** The configuration of a folder, by its text. */
export function governorOf(folder: string, text: string): Governor {
  const uri = uriOfPath(join(folder, CONFIGURATION_FILE));
  const read = readConfiguration(text, uri);
  const { configuration } = read;
  const findings = configurationFindings(read, text);
  return { folder, uri, text, configuration, findings, leavesOut: excluder(configuration.exclude) };
}

/** Whether any configuration of a chain leaves out a file, given by its absolute path. */
export function isLeftOut(path: string, { chain }: Rule): boolean {
  return chain.some(({ folder, leavesOut }) => leavesOut(slashed(relative(folder, path))));
}

/** A path of this machine with `/`. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
