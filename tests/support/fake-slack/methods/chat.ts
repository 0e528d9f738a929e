import { z } from 'zod';
import { type Content, flag, readContent } from '../content.js';
import { ApiError, InvalidRequest } from '../errors.js';
import { messagePayload } from '../message-payload.js';
import type { Channel, Message } from '../state.js';
import { type BotCall, bot, type Methods, memberOf, needPresent, read, writableChannel } from './call.js';

const ts = z.string().regex(/^\d+\.\d{6}$/, 'must be a timestamp');
const writing = {
  channel: z.string().min(1),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
};
const postArgs = z.object({
  ...writing,
  thread_ts: ts.optional(),
  reply_broadcast: flag.optional(),
  mrkdwn: flag.optional(),
});
const ephemeralArgs = z.object({ ...writing, user: z.string().min(1), thread_ts: ts.optional() });
const updateArgs = z.object({
  channel: z.string().min(1),
  ts,
  text: z.string().optional(),
  blocks: z.unknown().optional(),
});
const deleteArgs = z.object({ channel: z.string().min(1), ts });

function contentOf({ platform, args }: BotCall, method: string): Content {
  const { content, pings } = readContent(args);
  const size = JSON.stringify(content.blocks).length;
  if (size > platform.maxBlocksJson) {
    throw new InvalidRequest('msg_blocks_too_long', [`[ERROR] ${size} characters of JSON in blocks`]);
  }
  platform.pings.push(...pings.map((ping) => ({ method, ...ping })));
  return content;
}

function threadOf(channel: Channel, threadTs: string | undefined): string | null {
  if (threadTs === undefined) return null;
  if (!channel.messages.some((message) => message.ts === threadTs)) throw new ApiError('thread_not_found');
  return threadTs;
}

function postMessage(call: BotCall) {
  const { platform, team } = call;
  const args = read(postArgs, call.args);
  const content = contentOf(call, 'chat.postMessage');
  const channel = writableChannel(call, args.channel);
  const threadTs = threadOf(channel, args.thread_ts);
  const message = platform.state.post(channel, { author: team.botUserId, content, threadTs });
  return { channel: channel.id, ts: message.ts, message: messagePayload(platform, team, message) };
}

function postEphemeral(call: BotCall) {
  const { platform, team } = call;
  const args = read(ephemeralArgs, call.args);
  const content = contentOf(call, 'chat.postEphemeral');
  const channel = writableChannel(call, args.channel);
  const member = memberOf(call, args.user);
  if (channel.owner !== null && channel.owner !== member.id) throw new ApiError('user_not_in_channel');
  needPresent(member);
  const threadTs = threadOf(channel, args.thread_ts);
  const message = platform.state.post(channel, { author: team.botUserId, content, threadTs, onlyFor: member.id });
  return { message_ts: message.ts };
}

/** Ephemeral messages cannot be found this way: only a `response_url` reaches them. */
function ownMessage(call: BotCall, channelId: string, timestamp: string, refusal: string): Message {
  const channel = writableChannel(call, channelId);
  const message = channel.messages.find((each) => each.ts === timestamp && each.onlyFor === null);
  if (message === undefined) throw new ApiError('message_not_found');
  if (message.author !== call.team.botUserId) throw new ApiError(refusal);
  return message;
}

function update(call: BotCall) {
  const { platform, team } = call;
  const args = read(updateArgs, call.args);
  if (/^[UW]/.test(args.channel)) throw new ApiError('channel_not_found');
  const content = contentOf(call, 'chat.update');
  const message = ownMessage(call, args.channel, args.ts, 'cant_update_message');
  // A text without blocks takes the old blocks away; metadata stays unless there is new.
  message.content = { ...content, metadata: content.metadata ?? message.content.metadata };
  return {
    channel: message.channelId,
    ts: message.ts,
    text: content.text,
    message: messagePayload(platform, team, message),
  };
}

function remove(call: BotCall) {
  const args = read(deleteArgs, call.args);
  const message = ownMessage(call, args.channel, args.ts, 'cant_delete_message');
  call.platform.state.remove(message);
  return { channel: message.channelId, ts: message.ts };
}

export const chatMethods: Methods = {
  'chat.postMessage': bot('chat:write', postMessage),
  'chat.postEphemeral': bot('chat:write', postEphemeral),
  'chat.update': bot('chat:write', update),
  'chat.delete': bot('chat:write', remove),
};
