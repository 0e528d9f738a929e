import { expect } from 'vitest';
import { describeChatAdapter } from '../../contracts/chat-adapter.js';
import { startSlackChat } from '../../support/slack-chat.js';

for (const mode of ['socket', 'http'] as const) {
  describeChatAdapter(
    `Slack, by Bolt, ${mode} mode`,
    async (app) => {
      const chat = await startSlackChat(app, mode);
      const { slack } = chat;
      const [ana, ben] = [slack.person({ name: 'Ana' }, chat.way), slack.person({ name: 'Ben' }, chat.way)];
      const program = slack.person({ name: 'Robo', isProgram: true }, chat.way);
      return {
        adapter: chat.adapter,
        channel: slack.channel,
        ana,
        ben,
        speech: { ana, ben, program },
        withholdFiles: () => slack.withholdFiles(),
        logged: () => chat.logged,
        async close() {
          await chat.close();
          expect(slack.violations).toEqual([]);
          expect(slack.pings).toEqual([]);
        },
      };
    },
    { progress: 'a response URL takes five answers and changes none that only the asker sees' },
  );
}
