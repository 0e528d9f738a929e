const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** East Asian wide and full-width characters (https://www.unicode.org/reports/tr11/) and emoji, in the main. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Columns that a line takes in a font of fixed width. */
export function textWidth(line: string): number {
  return [...graphemes.segment(line)].reduce((total, { segment }) => total + (WIDE.test(segment) ? 2 : 1), 0);
}
