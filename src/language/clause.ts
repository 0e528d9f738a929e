import { remembering } from '../core/remembering.js';
import { pattern } from '../core/word-pattern.js';
import { anyList } from './lists.js';
import { fold } from './text.js';

/** A word with what surrounds it in a sentence. */
export type Token = {
  readonly text: string;
  /** Folded, without punctuation. */
  readonly word: string;
  /** Ends in a mark that closes a clause. */
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
};

/** Most words, which need no look at what surrounds their letters. */
const BARE = /^[a-z]+$/iu;

function tokenAt(text: string, start: number, length: number): Token {
  const end = start + text.length;
  if (BARE.test(text)) return { text, word: text.toLowerCase(), closes: false, start, end };
  const word = fold(text.replace(/^[^\p{L}\p{N}`]+|[^\p{L}\p{N}`]+$/gu, ''));
  return { text, word, closes: /[,;:]$/u.test(text) || (/[.!?]$/u.test(text) && end < length), start, end };
}

export const tokensOf = remembering((sentence: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of sentence.matchAll(/\S+/gu)) tokens.push(tokenAt(match[0], match.index, sentence.length));
  return tokens;
});

/** A sentence taken apart at its verb. Texts are slices of the sentence. */
export type Clause = {
  /** What stands before the verb; `null` where the sentence names no subject. */
  readonly subject: string | null;
  /** The pronoun that stands for a subject: "it", "they"; `''` for any other. */
  readonly pronoun: string;
  /** Adverbs before the verb, such as "siempre", "also". */
  readonly filler: string;
  /** "no", "NO", or `''`. */
  readonly negation: string;
  /** "se", "nos" …, or `''`. */
  readonly clitic: string;
  /** The verb as written, lower case. */
  readonly verb: string;
  /** Folded. */
  readonly verbWord: string;
  /** The first of several verbs: "selects, prepares and sends". */
  readonly isSeries?: boolean;
  /** What follows the verb, without the closing stop. */
  readonly rest: string;
};

/** The first words of a text, folded. */
export function firstWords(text: string, count: number): readonly string[] {
  return tokensOf(text)
    .slice(0, count)
    .map((token) => token.word);
}

const LONGEST_OPENING_WORDS = 9;

/** The start of what follows a verb, up to the first mark that closes a clause; `''` where that is too much to repeat. */
export function openingOf(rest: string): string {
  const opening = rest.split(/[,;:(]\s?|\.\s/u)[0]?.trim() ?? '';
  return tokensOf(opening).length <= LONGEST_OPENING_WORDS ? opening : '';
}

/** "El SLA, un contrato entre dos, es …": what is said beside the subject. */
const ASIDE = pattern('iu')`^([^,;:.]{2,60}),\s(?:${anyList('aside openers')})\s[^,;:.]{2,80},\s`;
/** "El SLA, Acuerdo de Nivel de Servicio, es …": what its letters stand for. */
const SPELT_OUT = /^((?:\p{L}+\s)?\p{Lu}{2,}),\s\p{Lu}[^,;:.]{2,80},\s/u;

/** A sentence taken apart as it stands, or else without what is said beside its subject. */
export function clauseBy(parse: (sentence: string) => Clause | null, sentence: string): Clause | null {
  const clause = parse(sentence);
  if (clause) return clause;
  const bare = sentence.replace(ASIDE(), '$1 ').replace(SPELT_OUT, '$1 ');
  return bare === sentence ? null : parse(bare);
}
