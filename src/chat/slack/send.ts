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
    z.object({ metadata: z.object({ event_payload: z.object({ key: z.string().optional() }).optional() }).optional() }),
  ),
});

/**
 * Writes to a channel or a person. What was sent under a key is remembered in the database. Slack itself takes the
 * same message twice: where a try died on the way, the conversation is looked through for it before it is repeated.
 */
export async function send(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  const address = destination.platform === PLATFORM ? parseAddress(destination.id) : null;
  if (address === null) return { status: 'gone' };
  const before = await deps.memory.beginSend(key, deps.now());
  if (before === 'sent') return { status: 'sent' };
  try {
    const bot = await deps.bots.of(address.teamId);
    if (bot === null) return { status: 'gone' };
    const channel = destination.kind === 'direct' ? await openDirect(bot.api, address.id) : address.id;
    const arrived = before === 'begun' ? await keysIn(bot.api, channel) : new Set<string>();
    for (const [page, message] of renderView(view).messages.entries()) {
      const pageKey = page === 0 ? key : `${key}#${page}`;
      if (arrived.has(pageKey)) continue;
      const metadata = { event_type: EVENT_TYPE, event_payload: { key: pageKey } };
      await bot.api.call('chat.postMessage', {
        channel,
        ...message,
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      });
    }
  } catch (error) {
    const result = sendResultOf(error);
    if (result === null) throw error;
    deps.logger.warn({ platform: PLATFORM, kind: destination.kind, status: result.status, err: error }, 'not sent');
    return result;
  }
  await deps.memory.endSend(key, deps.now());
  return { status: 'sent' };
}

/** Keys of the latest messages; none where the bot may not read back, as in channels. */
async function keysIn(api: SlackApi, channel: string): Promise<ReadonlySet<string>> {
  try {
    const found = await api.call('conversations.history', { channel, limit: 30, include_all_metadata: true });
    const keys = history.parse(found).messages.map(({ metadata }) => metadata?.event_payload?.key);
    return new Set(keys.filter((key) => key !== undefined));
  } catch {
    return new Set();
  }
}
