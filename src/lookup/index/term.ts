import type { Expansions } from './expand.js';

/** A word of the question with the words of the notes that match it. */
export type Term = { readonly word: string; readonly expansions: Expansions };
