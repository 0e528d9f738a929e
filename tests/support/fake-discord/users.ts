import type { APIInteractionGuildMember, APIUser } from 'discord.js';
import { Locale, PermissionsBitField } from 'discord.js';

/** Bit fields in which nothing is set; a plain number fits each of their types. */
export const NO_FLAGS: number = 0;

/** An account without a picture. */
export function userOf(id: string, name: string, bot = false): APIUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9._]/g, ''),
    discriminator: '0',
    global_name: bot ? null : name,
    avatar: null,
    ...(bot ? { bot } : {}),
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

const ORDINARY = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalEmojis',
] as const;

/** What people and the bot may do in a channel, as the decimal number that Discord writes. */
export const ORDINARY_PERMISSIONS = String(PermissionsBitField.resolve([...ORDINARY]));

/** The same for who manages a server. */
export const MANAGER_PERMISSIONS = String(PermissionsBitField.resolve([...ORDINARY, 'ManageGuild']));

/** @param roles ids of the roles that the server has given to somebody, besides that of everybody */
export function memberOf(
  user: APIUser,
  joinedAt: number,
  { manages = false, roles = [] }: { readonly manages?: boolean; readonly roles?: readonly string[] } = {},
): APIInteractionGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: new Date(joinedAt).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
    permissions: manages ? MANAGER_PERMISSIONS : ORDINARY_PERMISSIONS,
  };
}

/** The locale that Discord writes so. Throws a `RangeError` for any other word. */
export function localeOf(tag: string): Locale {
  const found = Object.values(Locale).find((locale) => locale === tag);
  if (found === undefined) throw new RangeError(`Discord has no locale ${tag}`);
  return found;
}
