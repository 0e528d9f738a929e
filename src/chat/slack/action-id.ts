import { decodeActionRef, encodeActionRef } from '../action-ref.js';
import type { ActionRef } from '../port.js';

const LINK = 'link';

export type ParsedActionId =
  | { readonly kind: 'action'; readonly ref: ActionRef }
  /** Slack tells of a pressed link too; there is nothing to do but to acknowledge. */
  | { readonly kind: 'link' };

/** `<n>:<encoded reference>`; `n` makes it unique among a message's elements, where two may do the same. */
export function actionId(n: number, ref: ActionRef): string {
  return `${n}:${encodeActionRef(ref)}`;
}

export function linkId(n: number): string {
  return `${n}:${LINK}`;
}

/** What a pressed element means, or `null` for anything that this program never wrote. */
export function parseActionId(id: string): ParsedActionId | null {
  const match = /^\d{1,4}:([\s\S]+)$/.exec(id);
  if (match === null) return null;
  const [, encoded = ''] = match;
  if (encoded === LINK) return { kind: 'link' };
  const ref = decodeActionRef(encoded);
  return ref === null ? null : { kind: 'action', ref };
}
