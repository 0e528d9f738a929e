import type { Client } from 'discord.js';
import type { Destination, SendResult, View } from '../port.js';
import { type DirectAddress, parseDirect } from './address.js';
import { isGone, sendResultOf } from './errors.js';
import type { Members } from './members.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { renderView, withoutFiles } from './render-view.js';
import { editMessage, nonceOf, openDirect, postMessage } from './rest.js';

type Deps = Pick<DiscordOptions, 'memory' | 'logger' | 'now' | 'restName'> & {
  readonly client: Client;
  /** Where it is left out, nobody is asked whether the person is still there. */
  readonly members?: Members;
};

/**
 * Writes to a channel or a person. What was sent under a key is remembered in the database; a try that died on the
 * way is repeated under the same nonces.
 */
export async function send(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  if (destination.platform !== PLATFORM) return { status: 'gone' };
  const direct = destination.kind === 'direct' ? parseDirect(destination.id) : null;
  if (destination.kind === 'direct' && direct === null) return { status: 'gone' };
  // What a server learns is for its members: a bot in another server of theirs may still write to them.
  if (direct !== null && !(await belongs(deps, direct))) return { status: 'gone' };
  if ((await deps.memory.beginSend(key, deps.now())) === 'sent') return { status: 'sent' };
  let first: string | undefined;
  try {
    const channelId = direct === null ? destination.id : await openDirect(deps.client, direct.userId);
    const messages = renderView(view, { scope: direct?.tenant ?? null, restName: deps.restName });
    for (const [page, message] of messages.entries()) {
      const id = await postMessage(deps.client, channelId, message, { nonce: nonceOf(key, page) });
      first ??= nameOf(channelId, id);
    }
  } catch (error) {
    return refusalOf(deps, destination, error);
  }
  await deps.memory.endSend(key, deps.now(), first);
  return { status: 'sent' };
}

/** Changes what was sent under a key. */
export async function update(deps: Deps, destination: Destination, view: View, key: string): Promise<SendResult> {
  if (destination.platform !== PLATFORM) return { status: 'gone' };
  const [, channelId, id] = /^(\d+)\/(\d+)$/.exec((await deps.memory.sentAs(key)) ?? '') ?? [];
  if (channelId === undefined || id === undefined) return send(deps, destination, view, key);
  const scope = destination.kind === 'direct' ? (parseDirect(destination.id)?.tenant ?? null) : null;
  const [message] = renderView(view, { scope, restName: deps.restName });
  if (message === undefined) return { status: 'sent' };
  try {
    await editMessage(deps.client, channelId, id, withoutFiles(message));
  } catch (error) {
    return isGone(error) ? { status: 'gone' } : refusalOf(deps, destination, error);
  }
  return { status: 'sent' };
}

function nameOf(channelId: string, id: string): string {
  return `${channelId}/${id}`;
}

/** What a refusal means; rethrows what is a fault of ours. */
function refusalOf({ logger }: Deps, { kind }: Destination, error: unknown): SendResult {
  const result = sendResultOf(error);
  if (result === null) throw error;
  logger.warn({ platform: PLATFORM, kind, status: result.status, err: error }, 'not sent');
  return result;
}

async function belongs({ members }: Deps, { tenant, userId }: DirectAddress): Promise<boolean> {
  return members === undefined || members.belongs(tenant, userId);
}
