import type { z } from 'zod';
import { ApiError, InvalidRequest } from '../errors.js';
import type { Json } from '../json.js';
import type { Platform } from '../platform.js';
import { check } from '../schema/problems.js';
import type { Channel, Member, Team } from '../state.js';

/** A call of a method with a workspace's bot token. */
export type BotCall = { readonly platform: Platform; readonly args: Json; readonly team: Team };
/** A call without a bot token: with the app's own, or with none. */
export type PlainCall = Omit<BotCall, 'team'>;

export type Method =
  | { readonly auth: 'bot'; readonly scopes: readonly string[]; readonly run: (call: BotCall) => Json }
  | { readonly auth: 'app' | 'none'; readonly run: (call: PlainCall) => Json };

export type Methods = Readonly<Record<string, Method>>;

export function bot(scope: string | null, run: (call: BotCall) => Json): Method {
  return { auth: 'bot', scopes: scope === null ? [] : [scope], run };
}

/** The arguments by the schema. Throws `InvalidRequest` when they are not. */
export function read<S extends z.ZodType>(schema: S, args: Json): z.infer<S> {
  const checked = check(schema, args, []);
  if (!checked.ok) throw new InvalidRequest('invalid_arguments', checked.problems);
  return checked.value;
}

/** Throws when the workspace has not granted the scope. */
export function needScope(team: Team, scope: string): void {
  if (team.scopes.has(scope)) return;
  throw new ApiError('missing_scope', { needed: scope, provided: [...team.scopes].join(',') });
}

/** Somebody of the workspace, or a guest in one of its channels. */
export function memberOf({ platform, team }: BotCall, id: string): Member {
  const member = platform.state.members.get(id);
  if (member === undefined || !platform.state.isKnownIn(team.id, member)) throw new ApiError('user_not_found');
  return member;
}

function lookUp(call: BotCall, id: string): Channel | undefined {
  const { state } = call.platform;
  const member = state.members.get(id);
  if (member?.teamId === call.team.id) return state.directOf(member);
  return state.channels.get(id) ?? [...state.channels.values()].find(({ name }) => `#${name}` === id);
}

/** The conversation of that id, name or person. Throws what is set for it or for the person in it. */
export function channelOf(call: BotCall, id: string): Channel {
  const channel = lookUp(call, id);
  if (channel === undefined || channel.teamId !== call.team.id) throw new ApiError('channel_not_found');
  const owner = channel.owner === null ? undefined : call.platform.state.members.get(channel.owner);
  const problem = channel.problem ?? owner?.problem ?? null;
  if (problem !== null) throw new ApiError(problem);
  return channel;
}

/** The same, where the bot may write. */
export function writableChannel(call: BotCall, id: string): Channel {
  const channel = channelOf(call, id);
  const allowed = channel.botIsMember || call.team.scopes.has('chat:write.public');
  if (!allowed) throw new ApiError('not_in_channel');
  return channel;
}

/** Throws when the person is not there any more; closed direct messages do not count. */
export function needPresent(member: Member): void {
  if (member.problem !== null && member.problem !== 'cannot_dm_bot') throw new ApiError(member.problem);
}
