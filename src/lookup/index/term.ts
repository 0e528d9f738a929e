import type { Relatives } from './expand.js';

/** A word of the question with the words of the notes that it can mean. */
export type Term = { readonly word: string; readonly relatives: Relatives };
