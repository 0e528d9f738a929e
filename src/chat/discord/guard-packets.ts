import type { Client } from 'discord.js';
import { type DiscordOptions, PLATFORM } from './options.js';

type Deps = Pick<DiscordOptions, 'logger' | 'newRef'>;
type Handle = (packet: unknown, shard: unknown) => unknown;

function isHandle(value: unknown): value is Handle {
  return typeof value === 'function';
}

/** The kind of an event, for the log: nothing that people wrote. */
function kindOf(packet: unknown): string {
  const kind: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 't') : undefined;
  return typeof kind === 'string' ? kind : 'unknown';
}

/**
 * Keeps an event that discord.js (14) cannot take, such as an interaction without `data`, from ending Node: it is left
 * out, and the log says so. The way to the events is internal to discord.js: where it has changed, nothing happens here,
 * and what it throws is for the guard of the whole process.
 */
export function guardPackets(client: Client, { logger, newRef }: Deps): void {
  const handle: unknown = Reflect.get(client.ws, 'handlePacket');
  if (!isHandle(handle)) return;
  const guarded: Handle = (packet, shard) => {
    try {
      return handle.call(client.ws, packet, shard);
    } catch (error) {
      const fields = { ref: newRef(), platform: PLATFORM, kind: kindOf(packet), err: error };
      logger.error(fields, 'Discord sent what its client could not take; it is left out');
      return false;
    }
  };
  Reflect.set(client.ws, 'handlePacket', guarded);
}
