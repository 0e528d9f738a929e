import type { Context } from 'hono';
import type { View } from '../port.js';
import type { WebRoomOptions } from './options.js';
import type { Outcome } from './outcome.js';
import { fleetingHtml } from './render-entry.js';
import { formHtml } from './render-form.js';
import type { Visitor } from './visitor.js';

/** What the page gets back. What was kept comes by the stream. */
type Reply = { readonly kind: 'kept' } | { readonly kind: 'form' | 'unkept' | 'refused'; readonly html: string };

export type ReplyDeps = Pick<WebRoomOptions, 'log' | 'roomId' | 'now'>;

export async function replyTo(deps: ReplyDeps, visitor: Visitor, outcome: Outcome): Promise<Reply> {
  switch (outcome.kind) {
    case 'kept':
      return { kind: 'kept' };
    case 'form':
      return { kind: 'form', html: await formHtml(outcome.form, outcome.entry, visitor.words) };
    case 'unkept':
      return { kind: 'unkept', html: await fleeting(deps, visitor, outcome.view, visitor.words.unkept) };
    case 'refused':
      return { kind: 'refused', html: await fleeting(deps, visitor, outcome.view, null) };
  }
}

/**
 * A word that stands until something newer is said to the visitor: what they wrote before it may reach the page after
 * it.
 */
async function fleeting(deps: ReplyDeps, reader: Visitor, view: View, note: string | null): Promise<string> {
  return fleetingHtml({ view, reader, at: deps.now(), note, after: await latestRevision(deps) });
}

/** `null` where the log cannot tell. */
async function latestRevision({ log, roomId }: ReplyDeps): Promise<number | null> {
  try {
    return await log.revision(roomId);
  } catch {
    return null;
  }
}

/** A request that is not taken, with a sentence that says why. */
export async function refuse(
  { now }: ReplyDeps,
  context: Context,
  visitor: Visitor,
  status: 400 | 413 | 429 | 503,
  text: string,
): Promise<Response> {
  const view: View = { tone: 'warning', body: [{ kind: 'text', markdown: text }] };
  const html = await fleetingHtml({ view, reader: visitor, at: now(), note: null, after: null });
  return context.json({ kind: 'refused', html } satisfies Reply, status);
}

/** A request without a visitor's cookie. */
export function unknownVisitor(context: Context): Response {
  return context.text('401\n', 401);
}
