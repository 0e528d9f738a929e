import { oddness } from './oddness.js';

/** Accented letters are in words, dashes and quotes between them, which tells Windows-1252 from Mac Roman. */
const IN_WORD = /\p{Ll}[à-öø-ÿœß]\p{Ll}|\p{Ll}{2}[à-öø-ÿ](?!\p{L})|(?<!\p{L})[À-ÖØ-Ýà-öø-ÿ]\p{Ll}{2}/gu;
const CONTRACTION = /(?<!\p{L})\p{L}{1,2}’\p{L}|\p{L}’(?:s|t|d|m|re|ll|ve)(?!\p{L})/gu;
const JOINING_DASH = /\p{L}[–—]\p{L}/gu;
const DASH_BETWEEN = /(?<=\s)[–—](?=\s)|(?<=\d)–(?=\d)/gu;
const QUOTE_AT_WORD = /(?<=^|[\s(])[“‘«„‚¿¡](?=\p{L})|(?<=[\p{L}.,!?])[”’»…](?=$|[\s.,;:)])/gu;
/** Letters that are not words, and so do not stand alone. */
const LONE_LETTER = /(?<![\p{L}\p{M}\d])[ÂÃÄÅÆÇÊËÌÍÎÏÐÑÔÕÖØÙÛÜÝÞßâãäåæçêëìîïðñôõöøùûüýþÿŒœŠšŽžŸı](?![\p{L}\p{M}])/gu;
const MIDDLE_DOT = /(?<=l)·(?=l)|(?<=\s)[·•](?=\s)/gu;
/** Headings and sentences begin with a capital. */
const FIRST_CAPITAL = /^(?:[#>*\s-]|\d+\.)*[À-ÖØ-Þ]\p{Ll}/gu;
const AFTER_NUMBER = /(?<=\d\s?)[°º½¼¾€](?![\p{Ll}])|(?<=\d)[ªº]/gu;
const FEATURE_SCORE = 0.5;
/** For each character that the valid part of the file has as well. */
const KNOWN_CHAR_SCORE = 0.25;
const LONE_LETTER_PENALTY = 0.75;
/** How much of a line is scored. */
const SAMPLE_LENGTH = 4000;
const LONGEST_WORD = 20;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isWord(letters: string): boolean {
  return letters.length > 1 && /[aeiouyà-öø-ÿ]/iu.test(letters);
}

/** Dashes between two words, as in `pre–war` but not in `aplicaci—n`. */
function countJoinedWords(text: string): number {
  return Array.from(text.matchAll(JOINING_DASH)).filter(({ index }) => {
    const left = /\p{L}*$/u.exec(text.slice(Math.max(0, index + 1 - LONGEST_WORD), index + 1))?.[0] ?? '';
    const right = /^\p{L}*/u.exec(text.slice(index + 2, index + 2 + LONGEST_WORD))?.[0] ?? '';
    return isWord(left) && isWord(right);
  }).length;
}

function countOdd(text: string): number {
  return Array.from(text.matchAll(/[^\0-\x7f]+/g)).reduce((sum, { 0: cluster, index }) => {
    const end = index + cluster.length;
    return sum + oddness(text.slice(Math.max(0, index - 3), index), cluster, text.slice(end, end + 3));
  }, 0);
}

const FEATURES = [IN_WORD, CONTRACTION, DASH_BETWEEN, QUOTE_AT_WORD, MIDDLE_DOT, AFTER_NUMBER, FIRST_CAPITAL];

/**
 * How plausible a line is that was decoded by a guess. The score is only for comparing guesses.
 *
 * @param known characters beyond ASCII in the valid part of the file
 */
export function scoreFitness(text: string, known: ReadonlySet<string>): number {
  const line = text.slice(0, SAMPLE_LENGTH);
  const atHome = FEATURES.reduce((sum, pattern) => sum + count(line, pattern), countJoinedWords(line));
  const familiar = count(line, /[^\0-\x7f]/gu) === 0 ? 0 : [...line].filter((char) => known.has(char)).length;
  return (
    FEATURE_SCORE * atHome +
    KNOWN_CHAR_SCORE * familiar -
    LONE_LETTER_PENALTY * count(line, LONE_LETTER) -
    countOdd(line)
  );
}
