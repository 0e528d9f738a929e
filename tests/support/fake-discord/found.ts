import type { GuildOptions } from './options.js';
import type { Channel, Guild } from './places.js';
import type { Platform } from './platform.js';
import { localeOf } from './users.js';

function addChannel(platform: Platform, facts: Omit<Channel, 'id'>): Channel {
  const channel = { id: platform.nextId(), ...facts };
  platform.channels.set(channel.id, channel);
  return channel;
}

/** A server with its channels, put on the platform. */
export function foundGuild(platform: Platform, options: GuildOptions): Guild {
  const id = options.id ?? platform.nextId();
  const within = { kind: 'text', guildId: id, parentId: null, recipientId: null } as const;
  const system = options.systemChannel === false ? null : addChannel(platform, { ...within, name: 'welcome' });
  const guild: Guild = {
    id,
    name: options.name ?? 'A server',
    locale: localeOf(options.preferredLocale ?? 'en-US'),
    ownerId: platform.nextId(),
    channelId: addChannel(platform, { ...within, name: 'general' }).id,
    systemChannelId: system?.id ?? null,
    joinedAt: platform.settings.now(),
  };
  platform.guilds.set(id, guild);
  return guild;
}

/** A thread in the guild's channel. */
export function foundThread(platform: Platform, { id, channelId }: Guild, name: string): Channel {
  return addChannel(platform, { kind: 'thread', name, guildId: id, parentId: channelId, recipientId: null });
}

/** The direct channel of the bot with somebody; the same one each time. */
export function directChannel(platform: Platform, recipientId: string): Channel {
  const existing = [...platform.channels.values()].find((channel) => channel.recipientId === recipientId);
  if (existing !== undefined) return existing;
  return addChannel(platform, { kind: 'direct', name: '', guildId: null, parentId: null, recipientId });
}
