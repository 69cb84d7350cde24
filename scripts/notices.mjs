import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The package folder a bundled module came from, or nothing for our own source. */
const packageOf = (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

/**
 * Writes the licences of every package that the bundles hold, as those licences ask.
 * @throws when a bundled package says nothing about its licence.
 */
export async function writeNotices(metafiles, root, target) {
  const folders = new Set(metafiles.flatMap((file) => Object.keys(file.inputs)).map(packageOf));
  folders.delete(undefined);
  const notices = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file && !license) throw new Error(`${name} ${version} comes without a licence.`);
    const text = file ? await readFile(join(root, folder, file), 'utf8') : `Licence: ${license}`;
    notices.push(`${name} ${version}\n\n${text.trim()}\n`);
  }
  await writeFile(target, notices.join(`\n${'-'.repeat(72)}\n\n`));
}
