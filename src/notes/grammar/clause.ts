import { fold } from '../text.js';

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

export function tokensOf(sentence: string): readonly Token[] {
  return [...sentence.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    word: fold(match[0].replace(/^[^\p{L}\p{N}`]+|[^\p{L}\p{N}`]+$/gu, '')),
    closes: /[,;:]$/u.test(match[0]) || (/[.!?]$/u.test(match[0]) && match.index + match[0].length < sentence.length),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

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
  /** What follows the verb, without the closing stop. */
  readonly rest: string;
};

/** The first words of a text, folded. */
export function firstWords(text: string, count: number): readonly string[] {
  return tokensOf(text)
    .slice(0, count)
    .map((token) => token.word);
}
