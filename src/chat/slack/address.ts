import type { Destination } from '../port.js';
import { PLATFORM } from './options.js';

/** Somebody or some channel of a team, or a thread in one. */
export type Address = { readonly teamId: string; readonly id: string; readonly threadTs: string | null };

export function workspaceOf(teamId: string): string {
  return `${PLATFORM}:${teamId}`;
}

export function directTo(teamId: string, userId: string): Destination {
  return { platform: PLATFORM, kind: 'direct', id: `${teamId}/${userId}` };
}

/** A channel, or a thread of it, where others read along; `null` for the bot's own conversation with a person. */
export function channelOf(teamId: string, channelId: string | null, threadTs: string | null): Destination | null {
  if (channelId === null || channelId.startsWith('D')) return null;
  const thread = threadTs === null ? '' : `/${threadTs}`;
  return { platform: PLATFORM, kind: 'channel', id: `${teamId}/${channelId}${thread}` };
}

/** `null` for an id that this program never made. */
export function parseAddress(id: string): Address | null {
  const parts = /^([A-Z0-9]{1,40})\/([A-Z0-9]{1,40})(?:\/(\d{1,20}\.\d{1,10}))?$/.exec(id);
  const [, teamId = '', of = '', threadTs = null] = parts ?? [];
  return teamId === '' ? null : { teamId, id: of, threadTs };
}
