import { namesDeck } from '../tutor/decks/find-deck.js';
import type { Call, Options } from './feature.js';
import { DECK_WORDS } from './phrases/phrases.js';
import { isPhrase, phraseAt, phraseBefore, phrasesIn, phraseTokens } from './phrases/tokens.js';

const before = phrasesIn(DECK_WORDS.before);
const after = phrasesIn(DECK_WORDS.after);
const all = phrasesIn(DECK_WORDS.all);

/** Whether the words mean all decks. */
export function meansAllDecks(words: string): boolean {
  return isPhrase(words, all);
}

/** The deck's name in "my Docker deck", "el mazo de Docker". */
function withoutDeckWords(words: string): string {
  if (meansAllDecks(words)) return '';
  let rest = words.trim();
  for (let seen = ''; seen !== rest; ) {
    seen = rest;
    const tokens = phraseTokens(rest);
    const from = tokens[phraseAt(tokens, 0, before)]?.from ?? rest.length;
    const end = tokens.length - phraseBefore(tokens, tokens.length, after);
    const to = end === tokens.length ? rest.length : (tokens[end - 1]?.to ?? 0);
    rest = rest.slice(from, Math.max(from, to)).trim();
  }
  return rest;
}

/** The options for plain words that name an existing deck or all decks; otherwise `null`. */
export async function understandDeck({ context, learner }: Call<unknown>, options: Options): Promise<Options | null> {
  const { deck, ...others } = options;
  if (deck === undefined) return options;
  if (await namesDeck(context, learner, deck)) return options;
  const name = withoutDeckWords(deck);
  if (name === '') return others;
  return (await namesDeck(context, learner, name)) ? { ...others, deck: name } : null;
}
