import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import type { FakeDiscord } from './fake-discord.js';

/** discord.js pointed at the fake, not yet connected. Identifies as often as it likes, which Discord allows once in 5 s. */
export function createClient(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: fake.apiBase, version: '10' },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
}

/** Resolves when the client knows its servers. */
export async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}

/** discord.js, connected to the fake. */
export async function connectClient(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = createClient(fake, options);
  await connect(client, fake.token);
  return client;
}
