import type { Config } from './config.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i;

/** Whether others than this machine reach the web chat, in which everybody manages the notes. */
export function isRoomOpen({ web, host }: Pick<Config, 'web' | 'host'>): boolean {
  return web && !LOOPBACK.test(host);
}
