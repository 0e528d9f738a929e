import { shortHash } from './hash.js';

/** Characters that an id may take in a button's encoded arguments, where a letter may take six. */
const MAX_ENCODED_LENGTH = 24;
const LONE_SURROGATE = /\p{Cs}/u;

/** An id as a button's argument: itself, or its short hash. Compare with `ref === refOf(id)`. */
export function refOf(id: string): string {
  const isShort = !LONE_SURROGATE.test(id) && encodeURIComponent(id).length <= MAX_ENCODED_LENGTH;
  return isShort ? id : `.${shortHash([id])}`;
}

/** Whether a reference is the id itself. */
export function isId(ref: string): boolean {
  return !ref.startsWith('.');
}
