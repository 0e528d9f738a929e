import { remembering } from '../core/remembering.js';
import { fold } from '../core/text.js';

export { fold };

const EMOJI =
  /(?![©®™])[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\u{20E3}]|[\u{FE0E}\u{FE0F}\u{200D}]/gu;

/** Most texts have single spaces already. */
const UNEVEN = /\s{2}|[^\S ]/u;

/** Runs of white space become one space. */
export function singleSpaced(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/gu, ' ') : text;
}

/** Runs of white space become one space; none at the ends. */
export function tidy(text: string): string {
  return singleSpaced(text).trim();
}

export function withoutEmoji(text: string): string {
  return tidy(text.replace(EMOJI, ''));
}

/**
 * Words of a text, folded, for cards: letters and digits, with inner apostrophes, hyphens, dots and underscores, because
 * "docker-compose.yml" is one name there. Looking up takes them apart: `search-words.ts`.
 */
export const wholeWords = remembering(
  (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*/gu) ?? [],
);

/** Words of Markdown that can be read: pictures and their addresses have none. */
export function countReadable(markdown: string): number {
  return countWords(plainMarkdown(markdown.replace(/!\[[^\]]*\]\([^)\s]*\)/gu, '')));
}

/** Letters and digits of ASCII, by their code: most of what is counted needs no table of letters. */
const IS_WORD = Array.from({ length: 128 }, (_, code) => /[a-z\d]/iu.test(String.fromCharCode(code)));

export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isWord = IS_WORD[text.charCodeAt(at)];
    if (isWord === undefined) return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (isWord && !isInside) count += 1;
    isInside = isWord;
  }
  return count;
}

/** A word that a sentence can begin with: small letters with a vowel among them, and nothing that makes it a name. */
const ORDINARY =
  /^(?:\p{Ll}{2,}|\p{Ll}(?=['’]\p{Ll})|[aoyéàè](?=\s\p{L}))(?:['’-]\p{Ll}{2,})*(?=\s|$|[,.;:!?…)»”"]+(?:\s|$))/u;
/** Commands and units: `ls`, `kg`. */
const NO_VOWEL = /^[bcdfghj-np-tv-xz]+(?![\p{L}])/u;
/** "a is the acceleration": a letter that stands for something. */
const SYMBOL = /^\p{Ll}\s(?:is|are|es|son|and|or|y|o)\s/u;

/** Raises the first letter of ordinary words; symbols, code and names that are written small stay: σ, pH, mRNA, iPhone. */
export function upperFirst(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined || !ORDINARY.test(text) || NO_VOWEL.test(text) || SYMBOL.test(text)) return text;
  const head = String.fromCodePoint(first);
  return head.toUpperCase() + text.slice(head.length);
}

/** Lowers the first letter of ordinary words; names, acronyms and code stay as they are. */
export function lowerFirst(text: string): string {
  return /^(?:\p{Lu}\p{Ll}|[AOY]\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Plain text made safe to stand in Markdown. Characters inside words stay bare: `FETCH_HEAD`. */
export function escapeCardText(text: string): string {
  return text
    .replace(/[\\`*]|[[\]](?!…)(?<!…\])|<(?=[\p{L}/!?])/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** Keeps the start of a line from being read as a heading, a quote or a list. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(/^(#{1,6}|[-+>])(?=\s)/u, '\\$1').replace(/^(\d+)([.)])(?=\s)/u, '$1\\$2');
}

/** Markdown of one of our own card sides back to plain text. */
export function plainMarkdown(markdown: string): string {
  return markdown.replace(/\*\*|(?<!\\)`/gu, '').replace(/\\([\p{P}\p{S}])/gu, '$1');
}
