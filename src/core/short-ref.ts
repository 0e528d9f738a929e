import { shortHash } from './hash.js';

/** Characters that an id may take in what a button means, where many a letter takes six. */
const ROOM = 24;
const HALF_A_LETTER = /\p{Cs}/u;

/** An id as a button names it: itself, or a short name that only it has. `x === refOf(id)` tells whether it is meant. */
export function refOf(id: string): string {
  const isShort = !HALF_A_LETTER.test(id) && encodeURIComponent(id).length <= ROOM;
  return isShort ? id : `.${shortHash([id])}`;
}

/** Whether a reference is the id itself. */
export function isId(ref: string): boolean {
  return !ref.startsWith('.');
}
