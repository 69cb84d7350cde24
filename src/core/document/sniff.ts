import { findFrontmatter, looksLikeAgreement } from './frontmatter/fence.ts';

/** How many bytes of a file decide, for nearly all notes, that it is no agreement. */
export const HEAD = 4096;

/** Whether the beginning of a file, at most `HEAD` bytes, shows already that the file is no agreement. */
export function isNoAgreement(head: string): boolean {
  const frontmatter = findFrontmatter(head);
  if (!frontmatter) return head.replace(/^\uFEFF/, '').trimEnd() !== '---';
  return frontmatter.close !== undefined && !looksLikeAgreement(head, frontmatter);
}
