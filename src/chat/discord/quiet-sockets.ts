import { EventEmitter } from 'node:events';
import type { Client } from 'discord.js';

function within(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}

/**
 * Gives the gateway's sockets an ear for errors. When discord.js (14) is destroyed while it reconnects, it takes the
 * only one away from a socket that is still connecting, and the refusal of that connection would end Node. The way to
 * the sockets is internal to discord.js: where it has changed, nothing happens here.
 */
export function quietSockets(client: Client): void {
  const shards = within(client.ws, '_ws', 'strategy', 'shards');
  if (!(shards instanceof Map)) return;
  for (const shard of shards.values()) {
    const connection = within(shard, 'connection');
    if (connection instanceof EventEmitter) connection.on('error', () => {});
  }
}
