import { findFrontmatter, looksLikeAgreement, looksLikeNotes } from './frontmatter/fence.ts';

/** How many bytes of a file decide, for nearly all Markdown, that it is no agreement. */
export const HEAD = 4096;

/**
 * Whether the beginning of a file, at most `HEAD` bytes, shows already that the file is neither an agreement nor private
 * notes about one.
 */
export function isNoAgreement(head: string): boolean {
  const frontmatter = findFrontmatter(head);
  if (!frontmatter) return head.replace(/^\uFEFF/, '').trimEnd() !== '---';
  if (frontmatter.close === undefined) return false;
  return !looksLikeAgreement(head, frontmatter) && !looksLikeNotes(head, frontmatter);
}
