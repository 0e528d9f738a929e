import type { Clash } from './clashes.js';

export type Verdict = 'correct' | 'partial' | 'wrong';

/** Why an answer has its verdict. */
export type Reason =
  /** Word for word, case and accents aside. */
  | { readonly kind: 'same' }
  | { readonly kind: 'all-said' }
  | { readonly kind: 'slip'; readonly noted: string; readonly given: string }
  | { readonly kind: 'points'; readonly said: number; readonly of: number }
  | { readonly kind: 'part' }
  | { readonly kind: 'close' }
  | { readonly kind: 'exact' }
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'contrary' }
  | { readonly kind: 'gave-up' }
  | { readonly kind: 'repeats-question' }
  | { readonly kind: 'unlike' };
