import type {
  APIDMChannel,
  APIOverwrite,
  APIPublicThreadChannel,
  APITextChannel,
  APIThreadMetadata,
  GatewayGuildCreateDispatchData,
} from 'discord.js';
import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildFeature,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
  PermissionsBitField,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Access, Channel, Guild } from './places.js';
import { accessTo, type Platform } from './platform.js';
import { MANAGER_PERMISSIONS, memberOf, NO_FLAGS, ORDINARY_PERMISSIONS } from './users.js';

/** What everybody may not do in a channel, the bot among them. */
function overwritesFor({ guildId }: Channel, access: Access): APIOverwrite[] {
  const denied = { 'read-only': 'SendMessages', 'no-history': 'ReadMessageHistory' } as const;
  if (access !== 'read-only' && access !== 'no-history') return [];
  const deny = String(PermissionsBitField.resolve(denied[access]));
  return [{ id: guildId ?? '', type: OverwriteType.Role, allow: '0', deny }];
}

function textChannel(channel: Channel, access: Access): APITextChannel {
  const { id, name, guildId, position } = channel;
  return {
    id,
    type: ChannelType.GuildText,
    name,
    guild_id: guildId ?? '',
    position,
    permission_overwrites: overwritesFor(channel, access),
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: NO_FLAGS,
  };
}

const METADATA: APIThreadMetadata = {
  archived: false,
  auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
  archive_timestamp: '2026-01-01T00:00:00.000Z',
  locked: false,
};

function thread({ id, name, guildId, parentId }: Channel, ownerId: string): APIPublicThreadChannel {
  return {
    id,
    type: ChannelType.PublicThread,
    name,
    guild_id: guildId ?? '',
    parent_id: parentId ?? '',
    owner_id: ownerId,
    last_message_id: null,
    rate_limit_per_user: 0,
    thread_metadata: METADATA,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    applied_tags: [],
    flags: NO_FLAGS,
  };
}

function direct(platform: Platform, { id, recipientId }: Channel): APIDMChannel {
  const recipient = platform.accounts.get(recipientId ?? '');
  const recipients = recipient === undefined ? [] : [recipient.user];
  return { id, type: ChannelType.DM, name: null, last_message_id: null, recipients, flags: NO_FLAGS };
}

/** A channel as the platform writes it. */
export function channelPayload(
  platform: Platform,
  channel: Channel,
): APITextChannel | APIPublicThreadChannel | APIDMChannel {
  if (channel.kind === 'direct') return direct(platform, channel);
  if (channel.kind === 'text') return textChannel(channel, accessTo(platform, channel.id));
  return thread(channel, platform.guilds.get(channel.guildId ?? '')?.ownerId ?? '');
}

function role(id: string, name: string, permissions: string) {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions,
    managed: false,
    mentionable: false,
    flags: NO_FLAGS,
  };
}

/** Of everybody, which has the server's id; of those who manage it; and the one that is the bot's own. */
function rolesIn(platform: Platform, { id, botRoleId, managerRoleId }: Guild) {
  return [
    role(id, '@everyone', ORDINARY_PERMISSIONS),
    role(managerRoleId, 'Managers', MANAGER_PERMISSIONS),
    { ...role(botRoleId, platform.settings.name, '0'), managed: true, tags: { bot_id: platform.bot.id } },
  ];
}

/** Only a community chooses a language; of all others Discord says en-US. */
function isCommunity({ locale }: Guild): boolean {
  return locale !== Locale.EnglishUS;
}

/** A server as it is described to a bot with the Guilds intent alone: nobody is in `members` but the bot. */
export function guildPayload(platform: Platform, guild: Guild): GatewayGuildCreateDispatchData {
  const own = [...platform.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const visible = own.filter(({ id }) => !['hidden', 'gone'].includes(platform.access.get(id) ?? 'open'));
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: rolesIn(platform, guild),
    emojis: [],
    features: isCommunity(guild) ? [GuildFeature.Community] : [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    stickers: [],
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
    joined_at: new Date(guild.joinedAt).toISOString(),
    large: false,
    member_count: platform.accounts.size + 1,
    voice_states: [],
    members: [memberOf(platform.bot, guild.joinedAt, { roles: [guild.botRoleId] })],
    channels: visible
      .filter(({ kind }) => kind === 'text')
      .map((channel) => textChannel(channel, accessTo(platform, channel.id))),
    threads: visible.filter(({ kind }) => kind === 'thread').map((channel) => thread(channel, guild.ownerId)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
