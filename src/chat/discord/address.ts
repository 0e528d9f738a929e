import type { Destination } from '../port.js';
import { PLATFORM } from './options.js';

/** Somebody of a guild who can be written to directly. Where there is no guild, the tenant is the person. */
export type DirectAddress = { readonly tenant: string; readonly userId: string };

/** Guilds have workspaces; somebody who uses the bot without any has one of their own. */
export function workspaceOf(tenant: string): string {
  return `${PLATFORM}:${tenant}`;
}

/** The guild of a workspace's id, or the id of one person's own, `@` before the user's. */
export function tenantOf(workspaceId: string): string {
  return workspaceId.slice(PLATFORM.length + 1);
}

export function ownTenant(userId: string): string {
  return `@${userId}`;
}

export function directTo({ tenant, userId }: DirectAddress): Destination {
  return { platform: PLATFORM, kind: 'direct', id: `${tenant}/${userId}` };
}

/** `null` for an id that this program never made. */
export function parseDirect(id: string): DirectAddress | null {
  const [, tenant = '', userId = ''] = /^(@?\d{1,20})\/(\d{1,20})$/.exec(id) ?? [];
  return tenant === '' ? null : { tenant, userId };
}
