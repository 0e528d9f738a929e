import type { ChannelOptions, GuildOptions } from './options.js';
import type { Channel, Guild } from './places.js';
import type { Platform } from './platform.js';
import { localeOf, userOf } from './users.js';

type ChannelFacts = Omit<Channel, 'id' | 'position'> & { readonly position?: number };

function addChannel(platform: Platform, facts: ChannelFacts): Channel {
  const channel = { id: platform.nextId(), position: 0, ...facts };
  platform.channels.set(channel.id, channel);
  return channel;
}

/** Where people are stands below what a test puts above it. */
const GENERAL = 10;

/** A text channel of a server, with what the bot may do in it. */
function addText(platform: Platform, guildId: string, { name, position, access = 'open' }: ChannelOptions): Channel {
  const facts = { kind: 'text', name, guildId, parentId: null, recipientId: null } as const;
  const channel = addChannel(platform, { ...facts, ...(position === undefined ? {} : { position }) });
  if (access !== 'open') platform.access.set(channel.id, access);
  return channel;
}

/** A server with its channels and its owner, put on the platform. */
export function foundGuild(platform: Platform, options: GuildOptions): Guild {
  const { id = platform.nextId(), systemChannel = true, access = 'open', channels = [] } = options;
  const welcome = { name: 'welcome', access: systemChannel === true ? 'open' : systemChannel || 'gone' } as const;
  const system = systemChannel === false ? null : addText(platform, id, welcome);
  const locale = localeOf(options.preferredLocale ?? 'en-US');
  const guild: Guild = {
    id,
    name: options.name ?? 'A server',
    locale,
    ownerId: platform.nextId(),
    channelId: addText(platform, id, { name: 'general', position: GENERAL, access }).id,
    systemChannelId: system?.id ?? null,
    botRoleId: platform.nextId(),
    managerRoleId: platform.nextId(),
    joinedAt: options.joinedAt ?? platform.settings.now(),
  };
  for (const channel of channels) addText(platform, id, channel);
  const owner = { user: userOf(guild.ownerId, 'Owner'), locale, guildId: id, manages: true };
  platform.accounts.set(guild.ownerId, owner);
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
