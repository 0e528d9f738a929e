import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slackWords } from '../../src/bot/slack-words.js';
import type { ChatAdapter, ChatApp } from '../../src/chat/port.js';
import { createSlackAdapter } from '../../src/chat/slack/adapter.js';
import type { SlackOptions } from '../../src/chat/slack/options.js';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack, type Way } from './fake-slack/index.js';
import { createLog } from './kept-log.js';
import { MemoryChatMemory } from './memory-chat-memory.js';

export type SlackChat = {
  readonly slack: FakeSlack;
  readonly adapter: ChatAdapter;
  readonly memory: MemoryChatMemory;
  readonly logged: readonly object[];
  /** Where the app itself can be reached. */
  readonly url: string;
  /** How people reach the app. */
  readonly way: Way;
  close(): Promise<void>;
};

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The adapter with Bolt in it, connected to a Slack on this machine. */
export async function startSlackChat(
  app: ChatApp,
  mode: 'socket' | 'http',
  more: (slack: FakeSlack, url: string) => Partial<SlackOptions> = () => ({}),
  platform: FakeSlackOptions = {},
): Promise<SlackChat> {
  const slack = await startFakeSlack(platform);
  const server = createServer((request, response) => listener(request, response));
  const url = await listen(server);
  const { logger, logged } = createLog();
  const memory = new MemoryChatMemory();
  let refs = 0;
  const { adapter, listener } = createSlackAdapter({
    app,
    access: { kind: 'token', botToken: slack.botToken },
    connection:
      mode === 'socket'
        ? { kind: 'socket', appToken: slack.appToken }
        : { kind: 'http', signingSecret: slack.signingSecret },
    apiUrl: slack.apiUrl,
    prefix: '',
    memory,
    logger,
    words: slackWords,
    homeCommand: 'card',
    restName: 'rest.txt',
    now: Date.now,
    newRef: () => {
      refs += 1;
      return `REF${refs}`;
    },
    ...more(slack, url),
  });
  await adapter.start();
  return {
    slack,
    adapter,
    memory,
    logged,
    url,
    way: mode === 'socket' ? 'socket' : { http: url },
    async close() {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.close();
    },
  };
}
