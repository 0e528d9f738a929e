import { coverageOf } from '../../tutor/ask/notes-coverage.js';
import type { Call } from '../feature.js';
import { type Talk, talkIn } from './courtesy.js';
import { withEmoji } from './emoji.js';
import { areNonsense } from './nonsense.js';
import { phraseTokens } from './tokens.js';

/** Words that ask nothing: small talk, or nonsense. A title of the notes is neither. */
export type Idle = { readonly kind: 'talk'; readonly talk: Talk } | { readonly kind: 'nonsense' };

export async function readIdle({ context, learner }: Call<unknown>, words: string): Promise<Idle | null> {
  const text = withEmoji(words).trim();
  const tokens = phraseTokens(text);
  const talk = talkIn(text);
  const isOdd = words.trim() !== '' && areNonsense(tokens.map(({ word }) => word));
  if (talk === null && !isOdd) return null;
  // A greeting of several words is no title.
  if (tokens.length === 1 && (await coverageOf(context, learner, text)) === 'named') return null;
  return talk === null ? { kind: 'nonsense' } : { kind: 'talk', talk };
}
