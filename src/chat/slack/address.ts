import type { Destination } from '../port.js';
import { PLATFORM } from './options.js';

/** Somebody or some channel of a team. */
export type Address = { readonly teamId: string; readonly id: string };

export function workspaceOf(teamId: string): string {
  return `${PLATFORM}:${teamId}`;
}

export function directTo(teamId: string, userId: string): Destination {
  return { platform: PLATFORM, kind: 'direct', id: `${teamId}/${userId}` };
}

/** `null` for an id that this program never made. */
export function parseAddress(id: string): Address | null {
  const [, teamId = '', of = ''] = /^([A-Z0-9]{1,40})\/([A-Z0-9]{1,40})$/.exec(id) ?? [];
  return teamId === '' ? null : { teamId, id: of };
}
