/** Has no width anywhere: soft hyphens, direction marks, invisible breaks, the byte order mark. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Joins the characters around it in emoji and in scripts that need it; between other signs it joins nothing. */
const STRAY_JOINER = /(?<![^\s!-\u02af])[\u200c\u200d]|[\u200c\u200d](?![^\s!-\u02af])/g;
/** Looks like a space and is called a letter or a sign. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/g;
/** Control characters but tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

/**
 * Text without what nobody sees: it comes along when people copy, and keeps words from being found. Spaces of every
 * kind become one, lines stay.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(UNSEEN, '')
    .replaceAll(STRAY_JOINER, '')
    .replaceAll(BLANK, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim();
}
