import { PermissionFlagsBits } from 'discord.js';

/** What is known of a server: who owns it, and what each role may do. */
export type Ranks = { readonly ownerId: string; readonly permissionsOf: (roleId: string) => bigint | null };

const MANAGING = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

/**
 * Whether somebody may manage a server, by their roles: a message does not say it, as an interaction does. The role of
 * everybody has the server's own id.
 */
export function mayManage(
  { ownerId, permissionsOf }: Ranks,
  guildId: string,
  userId: string,
  roleIds: readonly string[],
) {
  if (userId === ownerId) return true;
  return [guildId, ...roleIds].some((id) => ((permissionsOf(id) ?? 0n) & MANAGING) !== 0n);
}
