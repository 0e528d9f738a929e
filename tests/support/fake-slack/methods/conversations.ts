import { z } from 'zod';
import { flag } from '../content.js';
import { ApiError } from '../errors.js';
import { present } from '../json.js';
import { messagePayload } from '../message-payload.js';
import type { Channel, Message } from '../state.js';
import { type BotCall, bot, channelOf, type Methods, memberOf, needScope, read } from './call.js';

const openArgs = z.object({
  users: z.string().optional(),
  channel: z.string().optional(),
  return_im: flag.default(false),
});
const infoArgs = z.object({ channel: z.string().min(1), include_locale: flag.optional() });
const historyArgs = z.object({
  channel: z.string().min(1),
  cursor: z.string().default(''),
  limit: z.coerce.number().int().min(1).max(999).default(100),
  oldest: z.string().default('0'),
  latest: z.string().default('9999999999.999999'),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
});
const repliesArgs = historyArgs.extend({ ts: z.string().min(1) });

function channelPayload(channel: Channel) {
  const { id, name, owner, botIsMember, problem } = channel;
  const common = { id, context_team_id: channel.teamId, is_archived: problem === 'is_archived' };
  if (owner !== null) return { ...common, is_im: true, is_channel: false, user: owner };
  return {
    ...common,
    name,
    name_normalized: name,
    is_im: false,
    is_channel: true,
    is_private: false,
    is_member: botIsMember,
  };
}

function open(call: BotCall) {
  const { users, channel: known, return_im } = read(openArgs, call.args);
  if ((users === undefined) === (known === undefined)) throw new ApiError('users_list_not_supplied');
  if (known !== undefined) return { channel: { id: channelOf(call, known).id } };
  const [id = '', ...others] = (users ?? '').split(',');
  if (others.length > 0) throw new ApiError('method_not_supported_for_channel_type');
  const member = memberOf(call, id);
  // Whether a bot may write to people of other workspaces is theirs to say; here they do not.
  if (member.teamId !== call.team.id) throw new ApiError('user_not_visible');
  if (member.problem !== null) throw new ApiError(member.problem);
  const channel = call.platform.state.directOf(member);
  return { channel: return_im ? channelPayload(channel) : { id: channel.id } };
}

function info(call: BotCall) {
  const { channel } = read(infoArgs, call.args);
  const found = call.platform.state.channels.get(channel);
  if (found?.problem === 'is_archived' && found.teamId === call.team.id) return { channel: channelPayload(found) };
  return { channel: channelPayload(channelOf(call, channel)) };
}

type Range = z.infer<typeof historyArgs>;

function within({ ts }: Message, { oldest, latest, inclusive }: Range): boolean {
  const [at, from, to] = [Number(ts), Number(oldest), Number(latest)];
  return inclusive ? at >= from && at <= to : at > from && at < to;
}

function page(call: BotCall, all: readonly Message[], range: Range) {
  const from = Number(range.cursor === '' ? 0 : range.cursor);
  const shown = all.slice(from, from + range.limit);
  const more = from + range.limit < all.length;
  return {
    messages: shown.map((message) => messagePayload(call.platform, call.team, message, range.include_all_metadata)),
    has_more: more,
    response_metadata: present({ next_cursor: more ? `${from + range.limit}` : '' }),
  };
}

function readable(call: BotCall, id: string): Channel {
  const channel = channelOf(call, id);
  needScope(call.team, channel.owner === null ? 'channels:history' : 'im:history');
  if (!channel.botIsMember) throw new ApiError('not_in_channel');
  return channel;
}

function history(call: BotCall) {
  const range = read(historyArgs, call.args);
  const shown = readable(call, range.channel).messages.filter(
    (message) => message.onlyFor === null && message.threadTs === null && within(message, range),
  );
  return page(call, shown.toReversed(), range);
}

function replies(call: BotCall) {
  const range = read(repliesArgs, call.args);
  const channel = readable(call, range.channel);
  if (!channel.messages.some(({ ts }) => ts === range.ts)) throw new ApiError('thread_not_found');
  const thread = channel.messages.filter(
    ({ ts, threadTs, onlyFor }) => onlyFor === null && (ts === range.ts || threadTs === range.ts),
  );
  return page(
    call,
    thread.filter((message) => within(message, range)),
    range,
  );
}

export const conversationMethods: Methods = {
  'conversations.open': bot('im:write', open),
  'conversations.info': bot('channels:read', info),
  'conversations.history': bot(null, history),
  'conversations.replies': bot(null, replies),
};
