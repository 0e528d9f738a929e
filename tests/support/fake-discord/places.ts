import type { APIUser, Locale } from 'discord.js';

/**
 * What the bot may do in a channel: everything, all but read what was written before, write nothing, not even see it;
 * or the channel is no more.
 */
export type Access = 'open' | 'no-history' | 'read-only' | 'hidden' | 'gone';

export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly ownerId: string;
  /** The channel where people are, unless said otherwise. */
  readonly channelId: string;
  readonly systemChannelId: string | null;
  /** The role that the server has made for the bot. */
  readonly botRoleId: string;
  /** The role of those who may manage the server. */
  readonly managerRoleId: string;
  readonly joinedAt: number;
};

export type Channel = {
  readonly id: string;
  readonly kind: 'text' | 'thread' | 'direct';
  readonly name: string;
  readonly position: number;
  readonly guildId: string | null;
  /** Of a thread. */
  readonly parentId: string | null;
  /** Of a direct channel: who is in it with the bot. */
  readonly recipientId: string | null;
};

/** What the platform knows of somebody. */
export type Account = {
  readonly user: APIUser;
  readonly locale: Locale;
  readonly guildId: string;
  /** Whether they may manage the server. */
  readonly manages: boolean;
};

/** The roles that somebody has in a server, besides that of everybody. */
export function rolesOf({ manages }: Account, { managerRoleId }: Guild): readonly string[] {
  return manages ? [managerRoleId] : [];
}
