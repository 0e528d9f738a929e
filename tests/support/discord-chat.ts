import { createDiscordAdapter } from '../../src/chat/discord/adapter.js';
import type { DiscordOptions } from '../../src/chat/discord/options.js';
import type { ChatAdapter, ChatApp } from '../../src/chat/port.js';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './fake-discord/index.js';
import { createLog } from './kept-log.js';
import { MemoryChatMemory } from './memory-chat-memory.js';

export type DiscordChat = {
  readonly discord: FakeDiscord;
  readonly adapter: ChatAdapter;
  readonly memory: MemoryChatMemory;
  readonly logged: readonly object[];
  close(): Promise<void>;
};

/** The adapter with discord.js in it, connected to a Discord on this machine. */
export async function startDiscordChat(
  app: ChatApp,
  more: Partial<DiscordOptions> = {},
  platform: FakeDiscordOptions = {},
): Promise<DiscordChat> {
  const discord = await startFakeDiscord(platform);
  const { logger, logged } = createLog();
  const memory = new MemoryChatMemory();
  let refs = 0;
  const adapter = createDiscordAdapter({
    app,
    token: discord.token,
    apiBase: discord.apiBase,
    memory,
    logger,
    now: Date.now,
    newRef: () => {
      refs += 1;
      return `REF${refs}`;
    },
    broke: () => {},
    homesOf: async () => [],
    restName: 'rest.txt',
    ...more,
  });
  await adapter.start();
  return {
    discord,
    adapter,
    memory,
    logged,
    async close() {
      await adapter.stop();
      await discord.close();
    },
  };
}
