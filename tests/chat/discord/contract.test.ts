import { expect } from 'vitest';
import { describeChatAdapter } from '../../contracts/chat-adapter.js';
import { startDiscordChat } from '../../support/discord-chat.js';

describeChatAdapter('Discord, by discord.js', async (app) => {
  const chat = await startDiscordChat(app);
  const { discord } = chat;
  const [ana, ben] = [discord.person({ name: 'Ana' }), discord.person({ name: 'Ben' })];
  return {
    adapter: chat.adapter,
    channel: discord.channel,
    ana,
    ben,
    speech: { ana, ben, program: discord.person({ name: 'Robo', isProgram: true }) },
    withholdFiles: () => discord.withholdFiles(),
    logged: () => chat.logged,
    async close() {
      await chat.close();
      expect(discord.violations).toEqual([]);
      expect(discord.pings).toEqual([]);
    },
  };
});
