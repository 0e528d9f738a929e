import type { ActionRef } from './port.js';

/** Discord's limit for `custom_id`, the smallest among the platforms. */
export const MAX_ENCODED_LENGTH = 100;

/** Leads every encoded reference, so that a button sent today is still read after the encoding changes. */
const VERSION = '1';
const SEPARATOR = '~';
const NAME = /^[a-z][a-z0-9.-]*$/;

/**
 * `1~name~arg~arg`, each argument percent-encoded. Throws a `RangeError` for a name that is no name or a result of
 * over 100 characters: both are mistakes in our own code, found when the view is made.
 */
export function encodeActionRef(ref: ActionRef): string {
  if (!NAME.test(ref.action)) throw new RangeError(`not an action name: ${ref.action}`);
  const escaped = ref.args.map((arg) => encodeURIComponent(arg).replaceAll(SEPARATOR, '%7E'));
  const encoded = [VERSION, ref.action, ...escaped].join(SEPARATOR);
  if (encoded.length > MAX_ENCODED_LENGTH) {
    throw new RangeError(`action ${ref.action} needs ${encoded.length} characters, ${MAX_ENCODED_LENGTH} are allowed`);
  }
  return encoded;
}

/** Whether a reference is short enough to be a button's. */
export function fitsButton(ref: ActionRef): boolean {
  try {
    return encodeActionRef(ref) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The reference in `encoded`, or `null` for anything that this program never wrote. */
export function decodeActionRef(encoded: string): ActionRef | null {
  if (encoded.length > MAX_ENCODED_LENGTH) return null;
  const [version, action, ...args] = encoded.split(SEPARATOR);
  if (version !== VERSION || action === undefined || !NAME.test(action)) return null;
  try {
    return { action, args: args.map(decodeURIComponent) };
  } catch {
    return null;
  }
}
