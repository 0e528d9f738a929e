import { z } from 'zod';
import type { Destination, SendResult, View } from '../port.js';
import { parseAddress } from './address.js';
import { openDirect, type SlackApi } from './api.js';
import type { Bots } from './bots.js';
import { sendResultOf } from './errors.js';
import { PLATFORM, type SlackOptions } from './options.js';
import { renderView } from './render-view.js';

type Deps = Pick<SlackOptions, 'memory' | 'logger' | 'now'> & { readonly bots: Bots };

/** Marks a message as ours, with the key under which it was sent. */
const EVENT_TYPE = 'repaso_message';

const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_payload: z.object({ key: z.string().optional() }).optional() }).optional(),
    }),
  ),
});
const posted = z.object({ ts: z.string() });

/**
 * Writes to a channel or a person. What was sent under a key is remembered in the database. Slack itself takes the
 * same message twice: where a try died on the way, the conversation is looked through for it before it is repeated.
 */
export async function send(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  const address = destination.platform === PLATFORM ? parseAddress(destination.id) : null;
  if (address === null) return { status: 'gone' };
  const before = await deps.memory.beginSend(key, deps.now());
  if (before === 'sent') return { status: 'sent' };
  let first: string | undefined;
  try {
    const bot = await deps.bots.of(address.teamId);
    if (bot === null) return { status: 'gone' };
    const channel = destination.kind === 'direct' ? await openDirect(bot.api, address.id) : address.id;
    const arrived = before === 'begun' ? await keysIn(bot.api, channel) : new Map<string, string>();
    const thread = address.threadTs === null ? {} : { thread_ts: address.threadTs };
    for (const [page, message] of renderView(view).messages.entries()) {
      const pageKey = page === 0 ? key : `${key}#${page}`;
      const known = arrived.get(pageKey);
      if (known !== undefined) {
        first ??= nameOf(channel, known);
        continue;
      }
      const metadata = { event_type: EVENT_TYPE, event_payload: { key: pageKey } };
      const made = await bot.api.call('chat.postMessage', {
        channel,
        ...message,
        ...thread,
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      });
      first ??= nameOf(channel, posted.parse(made).ts);
    }
  } catch (error) {
    return refusalOf(deps, destination, error);
  }
  await deps.memory.endSend(key, deps.now(), first);
  return { status: 'sent' };
}

/** Changes what was sent under a key. */
export async function update(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  const address = destination.platform === PLATFORM ? parseAddress(destination.id) : null;
  if (address === null) return { status: 'gone' };
  const [, channel, ts] = /^([A-Z0-9]+)\/([\d.]+)$/.exec((await deps.memory.sentAs(key)) ?? '') ?? [];
  if (channel === undefined || ts === undefined) return send(deps, destination, view, key);
  const [message] = renderView(view).messages;
  try {
    const bot = await deps.bots.of(address.teamId);
    if (bot === null) return { status: 'gone' };
    await bot.api.call('chat.update', { channel, ts, ...message });
  } catch (error) {
    return refusalOf(deps, destination, error);
  }
  return { status: 'sent' };
}

function nameOf(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

/** What a refusal means; rethrows what is a fault of ours. */
function refusalOf({ logger }: Deps, { kind }: Destination, error: unknown): SendResult {
  const result = sendResultOf(error);
  if (result === null) throw error;
  logger.warn({ platform: PLATFORM, kind, status: result.status, err: error }, 'not sent');
  return result;
}

/** The latest messages by their keys; none where the bot may not read back, as in channels. */
async function keysIn(api: SlackApi, channel: string): Promise<ReadonlyMap<string, string>> {
  try {
    const found = await api.call('conversations.history', { channel, limit: 30, include_all_metadata: true });
    const keys = history.parse(found).messages.flatMap(({ ts, metadata }) => {
      const key = metadata?.event_payload?.key;
      return key === undefined ? [] : [[key, ts] as const];
    });
    return new Map(keys);
  } catch {
    return new Map();
  }
}
