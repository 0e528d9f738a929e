import { createHash } from 'node:crypto';
import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { Destination, SendResult, View } from '../port.js';
import { parseDirect } from './address.js';
import { sendResultOf } from './errors.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { renderView } from './render-view.js';
import { postMessage } from './rest.js';

type Deps = Pick<DiscordOptions, 'memory' | 'logger' | 'now' | 'restName'> & { readonly client: Client };

const channel = z.object({ id: z.string() });

/** Discord takes at most 25 characters. */
const NONCE_LENGTH = 25;

/** The same for the same message of the same key, so that a repeat within minutes is known to Discord too. */
function nonceOf(key: string, page: number): string {
  return createHash('sha256').update(`${key}\0${page}`).digest('base64url').slice(0, NONCE_LENGTH);
}

/**
 * Writes to a channel or a person. What was sent under a key is remembered in the database; a try that died on the
 * way is repeated under the same nonces.
 */
export async function send(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  if (destination.platform !== PLATFORM) return { status: 'gone' };
  const direct = destination.kind === 'direct' ? parseDirect(destination.id) : null;
  if (destination.kind === 'direct' && direct === null) return { status: 'gone' };
  if ((await deps.memory.beginSend(key, deps.now())) === 'sent') return { status: 'sent' };
  try {
    const channelId = direct === null ? destination.id : await openDirect(deps.client, direct.userId);
    const messages = renderView(view, { scope: direct?.tenant ?? null, restName: deps.restName });
    for (const [page, message] of messages.entries())
      await postMessage(deps.client, channelId, message, nonceOf(key, page));
  } catch (error) {
    const result = sendResultOf(error);
    if (result === null) throw error;
    deps.logger.warn({ platform: PLATFORM, kind: destination.kind, status: result.status, err: error }, 'not sent');
    return result;
  }
  await deps.memory.endSend(key, deps.now());
  return { status: 'sent' };
}

/** Discord gives the same channel for the same person each time. */
async function openDirect(client: Client, userId: string): Promise<string> {
  return channel.parse(await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })).id;
}
