import { decodeActionRef, encodeActionRef } from '../action-ref.js';
import type { ActionRef } from '../port.js';
import { LIMITS } from './limits.js';

/** Parts a custom id. Never part of an encoded reference, which is percent-encoded. */
const SEPARATOR = '|';
/** `[scope|]reference[|copy]`. The reference is the part with a `~`. */
const SHAPE = /^(?:([^|~]+)\|)?([^|~]+~[^|]+)(?:\|\d+)?$/;

export type ScopedId = { readonly scope: string | null; readonly ref: ActionRef };

/**
 * The custom id of a button, select or form: the action, and in direct messages before it the scope (a guild's id),
 * which the platform does not tell there. A scope that would make it longer than 100 characters is left out.
 */
export function scopedId(ref: ActionRef, scope: string | null): string {
  const encoded = encodeActionRef(ref);
  const scoped = scope === null ? encoded : `${scope}${SEPARATOR}${encoded}`;
  return scoped.length <= LIMITS.customId ? scoped : encoded;
}

/**
 * The same custom id for its second, third … place in a message, where each may stand only once. `null` where there is
 * no room for the number.
 */
export function repeatedId(id: string, copy: number): string | null {
  const repeated = `${id}${SEPARATOR}${copy}`;
  return repeated.length <= LIMITS.customId ? repeated : null;
}

/** What a custom id means, or `null` for one that this program never wrote. */
export function parseScopedId(customId: string): ScopedId | null {
  const [, scope, encoded] = SHAPE.exec(customId) ?? [];
  const ref = encoded === undefined ? null : decodeActionRef(encoded);
  return ref === null ? null : { scope: scope ?? null, ref };
}
