import { Client, Events, GatewayCloseCodes } from 'discord.js';
import { baseUrl } from '../base-url.js';
import type { DiscordAccess } from './check.js';
import { INTENTS } from './intents.js';
import { quietSockets } from './quiet-sockets.js';

/** In milliseconds. */
const PATIENCE_MS = 8_000;

export type GatewayCheck =
  /** Discord sends the bot the events it asks for. */
  | { readonly status: 'open' }
  /** Discord refuses some of the events that the bot asks for. */
  | { readonly status: 'intents'; readonly code: number }
  /** Closed for good, with Discord's own number. */
  | { readonly status: 'closed'; readonly code: number }
  /** It could not be found out. */
  | { readonly status: 'unknown' };

const INTENT_CODES: readonly number[] = [GatewayCloseCodes.InvalidIntents, GatewayCloseCodes.DisallowedIntents];

/** Connects as the adapter does, and leaves at once. Never rejects, and tells nothing of the token. */
export async function checkGateway({ token, apiBase }: DiscordAccess): Promise<GatewayCheck> {
  const rest = { ...(apiBase === null ? {} : { api: baseUrl(apiBase) }), version: '10', retries: 0 };
  const client = new Client({ intents: INTENTS, rest });
  client.on(Events.Error, () => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<GatewayCheck>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, { status: 'unknown' });
  });
  try {
    return await Promise.race([opened(client, token), late]);
  } finally {
    clearTimeout(timer);
    quietSockets(client);
    await client.destroy();
  }
}

async function opened(client: Client, token: string): Promise<GatewayCheck> {
  let closed: GatewayCheck | null = null;
  client.once(Events.ShardDisconnect, ({ code }) => {
    closed = { status: INTENT_CODES.includes(code) ? 'intents' : 'closed', code };
  });
  try {
    await client.login(token);
    return closed ?? { status: 'open' };
  } catch {
    return closed ?? { status: 'unknown' };
  }
}
