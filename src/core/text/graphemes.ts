let segmenter: Intl.Segmenter | undefined;

/**
 * A text's characters as people count them (Unicode Standard Annex 29). What knows them takes a few milliseconds to
 * load, so nothing is loaded before somebody asks.
 */
export function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
