import { z } from 'zod';
import { acceptMessage, refuse } from './accept.js';
import { ApiError } from './api-error.js';
import type { Call } from './call.js';
import { directChannel } from './found.js';
import { messagePayload } from './message-payload.js';
import { officialProblems } from './official.js';
import { channelPayload, guildPayload } from './place-payload.js';
import type { Channel } from './places.js';
import { accessTo, type Platform } from './platform.js';
import { type Answer, NO_CONTENT, ok, type Params, type Route, route } from './route.js';
import type { StoredMessage } from './store.js';
import { memberOf } from './users.js';
import { createMessage, type Draft, editMessage } from './write-message.js';

/** How long a nonce is remembered; Discord says "the past few minutes". */
const NONCE_MS = 5 * 60_000;

/** A channel that the bot can see. Throws an `ApiError` otherwise. */
function visible(platform: Platform, { channel: id }: Params): Channel {
  const channel = platform.channels.get(id ?? '');
  if (channel === undefined || accessTo(platform, channel.id) === 'gone') throw new ApiError('unknownChannel');
  const left = channel.guildId !== null && !platform.guilds.has(channel.guildId);
  if (left || accessTo(platform, channel.id) === 'hidden') throw new ApiError('missingAccess');
  return channel;
}

function writable(platform: Platform, params: Params): Channel {
  const channel = visible(platform, params);
  if (accessTo(platform, channel.id) === 'read-only') throw new ApiError('missingPermissions');
  if (platform.departed.has(channel.recipientId ?? '')) throw new ApiError('nothingInCommon');
  if (platform.closed.has(channel.recipientId ?? '')) throw new ApiError('closedToMessages');
  return channel;
}

/** Everybody's messages of a channel: those for one alone cannot be had here. */
function publicMessages(platform: Platform, { id }: Channel): readonly StoredMessage[] {
  return platform.messages.in(id).filter(({ visibleTo }) => visibleTo === null);
}

function found(platform: Platform, params: Params): StoredMessage {
  const channel = visible(platform, params);
  const message = publicMessages(platform, channel).find(({ id }) => id === params.message);
  if (message === undefined) throw new ApiError('unknownMessage');
  return message;
}

function sameBefore(platform: Platform, channel: Channel, { body }: Draft): StoredMessage | undefined {
  if (!body.enforce_nonce || body.nonce === undefined || body.nonce === null) return undefined;
  const since = platform.settings.now() - NONCE_MS;
  return publicMessages(platform, channel).find(
    ({ nonce, author, createdAt }) =>
      String(nonce) === String(body.nonce) && author.id === platform.bot.id && createdAt >= since,
  );
}

/** A message may answer one of its own channel that somebody wrote. Throws an `ApiError` otherwise. */
function checkReference(platform: Platform, channel: Channel, { body }: Draft): void {
  const reference = body.message_reference ?? null;
  if (reference === null) return;
  if (accessTo(platform, channel.id) === 'no-history') throw new ApiError('noHistory');
  const answered = publicMessages(platform, channel).find(({ id }) => id === reference.message_id);
  const path = ['message_reference'];
  if (answered === undefined && reference.fail_if_not_exists !== false) {
    throw new ApiError('invalidBody', [
      { path, code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  }
  if (answered !== undefined && answered.systemType !== null) {
    const message = 'Cannot reply to a system message';
    throw new ApiError('invalidBody', [{ path, code: 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', message }]);
  }
}

function post(platform: Platform, call: Call, params: Params): Answer {
  const channel = writable(platform, params);
  const draft = acceptMessage('createMessage', call.body, call.uploads);
  checkReference(platform, channel, draft);
  const envelope = { channelId: channel.id, author: platform.bot, visibleTo: null, origin: null };
  const message = sameBefore(platform, channel, draft) ?? createMessage(platform, envelope, draft);
  return ok(messagePayload(platform, message));
}

function edit(platform: Platform, call: Call, params: Params): Answer {
  const before = found(platform, params);
  if (before.author.id !== platform.bot.id) throw new ApiError('notYours');
  const draft = acceptMessage('editMessage', call.body, call.uploads, before);
  return ok(messagePayload(platform, editMessage(platform, before, draft)));
}

function remove(platform: Platform, _: Call, params: Params): Answer {
  const message = found(platform, params);
  if (message.author.id !== platform.bot.id) throw new ApiError('missingPermissions');
  platform.messages.remove(message.id);
  return NO_CONTENT;
}

function list(platform: Platform, { query }: Call, params: Params): Answer {
  const newest = [...publicMessages(platform, visible(platform, params))].reverse();
  const wanted = newest.slice(0, Number(query.get('limit') ?? 50));
  return ok(wanted.map((message) => messagePayload(platform, message)));
}

function openDirect(platform: Platform, { body }: Call): Answer {
  refuse(officialProblems('createDirect', body));
  const { recipient_id: id } = z.object({ recipient_id: z.string() }).parse(body);
  if (!platform.accounts.has(id)) throw new ApiError('invalidRecipient');
  return ok(channelPayload(platform, directChannel(platform, id)));
}

function guild(platform: Platform, _: Call, params: Params): Answer {
  const existing = platform.guilds.get(params.guild ?? '');
  if (existing === undefined) throw new ApiError('unknownGuild');
  const { channels, threads, members, presences, voice_states, ...payload } = guildPayload(platform, existing);
  return ok(payload);
}

function account(platform: Platform, { user }: Params) {
  const known = platform.accounts.get(user ?? '');
  if (known === undefined) throw new ApiError('unknownUser');
  return known;
}

/** Channels, what is written in them, and who is there. */
export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', (platform, _, params) => ok(channelPayload(platform, visible(platform, params)))),
  route('GET', '/channels/:channel/messages', list),
  route('POST', '/channels/:channel/messages', post),
  route('GET', '/channels/:channel/messages/:message', (platform, _, params) =>
    ok(messagePayload(platform, found(platform, params))),
  ),
  route('PATCH', '/channels/:channel/messages/:message', edit),
  route('DELETE', '/channels/:channel/messages/:message', remove),
  route('POST', '/channels/:channel/typing', (platform, _, params) => {
    writable(platform, params);
    return NO_CONTENT;
  }),
  route('POST', '/users/@me/channels', openDirect),
  route('GET', '/users/:user', (platform, _, params) => ok(account(platform, params).user)),
  route('GET', '/guilds/:guild', guild),
  route('GET', '/guilds/:guild/members/:user', (platform, _, params) => {
    if (!platform.guilds.has(params.guild ?? '')) throw new ApiError('missingAccess');
    const { user, guildId } = account(platform, params);
    if (guildId !== params.guild || platform.departed.has(user.id)) throw new ApiError('unknownMember');
    const { permissions, ...member } = memberOf(user, platform.settings.now());
    return ok(member);
  }),
];
