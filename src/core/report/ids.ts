import type { Entry } from '../portfolio/entry.ts';

/**
 * The ids of a folder's agreements as its reports name them: their own, else the file's name without extension,
 * and where two of those would be equal, the path below the folder without extension.
 *
 * @param pathOf the path of a document below the folder, with `/`
 */
export function idsOf(
  entries: readonly Entry[],
  pathOf: (uri: string) => string,
): ReadonlyMap<Entry, string> {
  const uses = new Map<string, number>();
  for (const { id } of entries) uses.set(id, (uses.get(id) ?? 0) + 1);
  return new Map(
    entries.map((entry) => {
      const { id, ownId, uri } = entry;
      const unique = ownId || uses.get(id) === 1;
      return [entry, unique ? id : pathOf(uri).replace(/\.(?:md|markdown)$/i, '')];
    }),
  );
}
