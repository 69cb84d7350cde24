import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.ts';
import { cache } from './places.ts';
import { type Lock, prepare } from './prepare.ts';

const inProgress = new Map<Lock, Promise<string>>();

/**
 * The folder of what a lockfile pins, installed on the first call and kept for later runs.
 * It is filled under another name and renamed whole, so an interrupted installation leaves nothing behind
 * that looks finished.
 * @throws when the packages cannot be had.
 */
export function installed(lock: Lock): Promise<string> {
  const started = inProgress.get(lock) ?? install(lock);
  inProgress.set(lock, started);
  return started;
}

async function install(lock: Lock): Promise<string> {
  const source = join(import.meta.dirname, 'locks', lock);
  const target = join(cache, `hosts-${lock}-${await fingerprint(source)}`);
  if (existsSync(target)) return target;
  console.log(`Installing what the "${lock}" lockfile pins, once, into ${target}`);
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  const discard = () => rmSync(draft, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    await cp(source, draft, { recursive: true });
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft });
    await prepare(lock, draft);
    await rename(draft, target);
  } catch (error) {
    // Another run may have finished the same folder in the meantime.
    if (!existsSync(target)) throw error;
  } finally {
    discard();
    process.off('exit', discard);
  }
  return target;
}

/** Changes with the lockfile and with what is done to the packages after they are installed. */
async function fingerprint(source: string): Promise<string> {
  const hash = createHash('sha256');
  const recipe = ['prepare.ts', 'stand-ins/spdlog.cjs', 'stand-ins/watchdog.cjs'];
  for (const file of [
    join(source, 'package-lock.json'),
    ...recipe.map((name) => join(import.meta.dirname, name)),
  ]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}
