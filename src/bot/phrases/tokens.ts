import { fold } from '../../core/text.js';

/** A word or an emoji of a text, with its position. */
export type PhraseToken = { readonly word: string; readonly from: number; readonly to: number };

const WORD = /\p{Extended_Pictographic}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’`´][\p{L}\p{M}]+)*/gu;

/** The words of a text, folded and without apostrophes: "What’s" is `whats`. Punctuation gives no token. */
export function phraseTokens(text: string): readonly PhraseToken[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    return { word: fold(word).replace(/['’`´]/gu, ''), from: match.index, to: match.index + word.length };
  });
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Parses phrases separated by commas. */
export function phrasesIn(...texts: readonly string[]): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of texts.flatMap((text) => text.split(','))) {
    const words = phraseTokens(phrase).map(({ word }) => word);
    const first = words[0] === undefined ? undefined : squeezed(words[0]);
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  for (const [first, all] of phrases)
    phrases.set(
      first,
      all.toSorted((one, other) => other.length - one.length),
    );
  return phrases;
}

/** "holaaa" as "hola": repeated letters count once. */
function squeezed(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

function isStretched(word: string): boolean {
  return /(\p{L})\1\1/u.test(word);
}

function isSame(said: string | undefined, word: string): boolean {
  if (said === undefined) return false;
  return said === word || (isStretched(said) && squeezed(said) === squeezed(word));
}

/** How many tokens from `at` on form one of the phrases; 0 for none. */
export function phraseAt(tokens: readonly PhraseToken[], at: number, phrases: Phrases): number {
  const first = tokens[at];
  if (first === undefined) return 0;
  const found = phrases
    .get(squeezed(first.word))
    ?.find((words) => words.every((word, offset) => isSame(tokens[at + offset]?.word, word)));
  return found?.length ?? 0;
}

/** How many tokens before `end` form one of the phrases. */
export function phraseBefore(tokens: readonly PhraseToken[], end: number, phrases: Phrases): number {
  for (let from = Math.max(0, end - 5); from < end; from += 1) {
    if (phraseAt(tokens.slice(0, end), from, phrases) === end - from) return end - from;
  }
  return 0;
}

/** Whether a text is one of the phrases, apart from punctuation. */
export function isPhrase(text: string, phrases: Phrases): boolean {
  const tokens = phraseTokens(text);
  return tokens.length > 0 && phraseAt(tokens, 0, phrases) === tokens.length;
}
