import { afterEach, expect, it, vi } from 'vitest';
import type { ChatApp, Route } from '../../src/chat/port.js';
import { startDiscordChat } from '../support/discord-chat.js';
import { createFakeApp } from '../support/fake-app.js';
import { startSlackChat } from '../support/slack-chat.js';

const MANY = 500;
/** Ten times what the platforms give: here they run in one process with what they talk to. `npm run bench` keeps time. */
const DEADLINE_MS = 30_000;

/** Answers that take their time, as from a database. */
function slow(app: ChatApp): ChatApp {
  const later = (route: Route | null): Route | null => {
    if (route === null || route.answer === 'form') return route;
    const handle: typeof route.handle = async (place, show) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return route.handle(place, show);
    };
    return { ...route, handle };
  };
  return { ...app, route: (request) => later(app.route(request)) };
}

type Asked = { readonly acks: number; readonly answered: () => number };
type World = { ask(): Promise<Asked>; close(): Promise<void> };

async function slackWorld(mode: 'socket' | 'http'): Promise<World> {
  const app = slow(createFakeApp().app);
  const chat = await startSlackChat(app, mode, undefined, { ackTimeoutMs: DEADLINE_MS });
  const people = Array.from({ length: MANY }, (_, at) => chat.slack.person({ name: `P${at}` }, chat.way));
  const isAnswer = (message: object) => JSON.stringify(message).includes('whispered: number');
  return {
    async ask() {
      await Promise.all(people.map((person, at) => person.run('whisper', { text: `number ${at} ends` })));
      const acks = (mode === 'socket' ? chat.slack.socket.acks : chat.slack.http.acks).length;
      return { acks, answered: () => chat.slack.messages().filter(isAnswer).length };
    },
    close: () => chat.close(),
  };
}

async function discordWorld(): Promise<World> {
  const app = slow(createFakeApp().app);
  const chat = await startDiscordChat(app, {}, { deadlineMs: DEADLINE_MS });
  const people = Array.from({ length: MANY }, (_, at) => chat.discord.person({ name: `P${at}` }));
  const isAnswer = (message: object) => JSON.stringify(message).includes('whispered: number');
  return {
    async ask() {
      await Promise.all(people.map((person, at) => person.run('whisper', { text: `number ${at} ends` })));
      const { channelId } = chat.discord.guild;
      const acks = chat.discord.callbackKinds.filter((kind) => kind === 5).length;
      return { acks, answered: () => chat.discord.messagesIn(channelId).filter(isAnswer).length };
    },
    close: () => chat.close(),
  };
}

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

it.each([
  ['Discord', discordWorld],
  ['Slack by its socket', () => slackWorld('socket')],
  ['Slack by HTTP', () => slackWorld('http')],
])(
  '500 people at once on %s are all acknowledged, and all answered where they asked',
  { timeout: 120_000 },
  async (_, open) => {
    world = await open();
    const { acks, answered } = await world.ask();
    expect(acks).toBe(MANY);
    await vi.waitFor(() => expect(answered()).toBe(MANY), { timeout: 60_000, interval: 500 });
  },
);
