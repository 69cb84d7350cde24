/** The pages of docs/checks, as the build found them. */
declare const CHECK_PAGES: Readonly<Record<string, string>>;

/**
 * The page of a check, in Markdown.
 * @param id a check of the registry: each has a page
 */
export function pageOf(id: string): string {
  return CHECK_PAGES[id] ?? '';
}
