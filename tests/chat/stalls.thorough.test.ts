import { afterEach, expect, it, vi } from 'vitest';
import { startDiscordChat } from '../support/discord-chat.js';
import { createFakeApp } from '../support/fake-app.js';
import { countOf, eventually } from '../support/seen.js';
import { startSlackChat } from '../support/slack-chat.js';

type Seer = Parameters<typeof countOf>[0];
type Line = {
  stall(ms: number): Promise<void>;
  run(text: string): Promise<void>;
  readonly seer: Seer;
  close(): Promise<void>;
};

async function discordLine(): Promise<Line> {
  const chat = await startDiscordChat(createFakeApp().app);
  const ana = chat.discord.person({ name: 'Ana' });
  return {
    stall: (ms) => chat.discord.stall(ms),
    run: (text) => ana.run('whisper', { text }),
    seer: ana,
    close: () => chat.close(),
  };
}

async function slackLine(): Promise<Line> {
  const chat = await startSlackChat(createFakeApp().app, 'socket');
  const ana = chat.slack.person({ name: 'Ana' }, chat.way);
  return {
    stall: (ms) => chat.slack.socket.stall(ms),
    run: (text) => ana.run('whisper', { text }),
    seer: ana,
    close: () => chat.close(),
  };
}

let line: Line | undefined;
afterEach(async () => {
  await line?.close();
  line = undefined;
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long a line stalls, and how long it flows before that; in milliseconds. */
const STALLS = [
  [500, 1_300],
  [1_700, 2_000],
  [1_000, 4_000],
  [500, 1_000],
] as const;

it.each([
  ['Discord', discordLine],
  ['Slack’s socket', slackLine],
])('nothing asked on %s is lost to four stalls in twelve seconds', { timeout: 60_000 }, async (_, open) => {
  line = await open();
  const { stall, run, seer } = line;
  const asked: string[] = [];
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const text = `question ${asked.length} ends`;
      asked.push(text);
      // Whoever is not acknowledged in time is told so by the platform; the answer comes all the same.
      run(text).catch(() => {});
      await sleep(500);
    }
  })();
  for (const [flows, stalls] of STALLS) {
    await sleep(flows);
    await stall(stalls);
  }
  ended = true;
  await asking;
  const shown = () => Promise.all(asked.map((text) => countOf(seer, `whispered: ${text}`)));
  await vi.waitFor(async () => expect(await shown()).toEqual(asked.map(() => 1)), { timeout: 20_000, interval: 100 });
});

it('a line to Slack that is dead is left, and what got lost there comes by the new one', {
  timeout: 60_000,
}, async () => {
  const chat = await startSlackChat(createFakeApp().app, 'socket');
  const ana = chat.slack.person({ name: 'Ana' }, chat.way);
  line = { stall: async () => {}, run: async () => {}, seer: ana, close: () => chat.close() };
  chat.slack.socket.redeliverAfter(300);
  chat.slack.socket.mute();
  await vi.waitFor(() => expect(chat.slack.socket.opened).toBe(2), { timeout: 25_000, interval: 100 });
  await chat.slack.socket.connected();
  await ana.run('whisper', { text: 'heard again' });
  await eventually(ana, 'whispered: heard again');
});
