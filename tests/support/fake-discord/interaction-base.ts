import { randomBytes } from 'node:crypto';
import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { channelPayload } from './place-payload.js';
import { type Account, type Channel, type Guild, rolesOf } from './places.js';
import type { Platform } from './platform.js';
import { UPLOAD_LIMIT } from './uploads.js';
import { memberOf, ORDINARY_PERMISSIONS } from './users.js';

/** Who acts and where. */
export type Scene = { readonly account: Account; readonly channel: Channel };

function inGuild({ account }: Scene, guild: Guild) {
  return {
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_id: guild.id,
    guild_locale: guild.locale,
    member: memberOf(account.user, guild.joinedAt, { manages: account.manages, roles: rolesOf(account, guild) }),
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
  };
}

function inDirect({ account }: Scene) {
  return {
    user: account.user,
    context: InteractionContextType.BotDM,
    /** Discord's word for a direct channel with the bot itself. */
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
  };
}

/** What every interaction has, whatever was done. */
export function interactionBase(platform: Platform, scene: Scene) {
  const guild = platform.guilds.get(scene.channel.guildId ?? '');
  const id = platform.nextId();
  return {
    id,
    application_id: platform.bot.id,
    channel: channelPayload(platform, scene.channel),
    channel_id: scene.channel.id,
    token: `${Buffer.from(`interaction:${id}`).toString('base64url')}${randomBytes(48).toString('base64url')}`,
    version: 1 as const,
    app_permissions: ORDINARY_PERMISSIONS,
    locale: scene.account.locale,
    entitlements: [],
    attachment_size_limit: UPLOAD_LIMIT,
    ...(guild === undefined ? inDirect(scene) : inGuild(scene, guild)),
  };
}
