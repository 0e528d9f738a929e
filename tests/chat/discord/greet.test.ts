import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDiscordAdapter } from '../../../src/chat/discord/adapter.js';
import { type DiscordChat, startDiscordChat } from '../../support/discord-chat.js';
import { createFakeApp } from '../../support/fake-app.js';
import type { FakeDiscordOptions, Guild, GuildOptions } from '../../support/fake-discord/index.js';
import { eventually } from '../../support/seen.js';

const DAY = 24 * 3_600_000;
let chat: DiscordChat | undefined;

async function start(platform: FakeDiscordOptions = {}) {
  chat = await startDiscordChat(createFakeApp().app, {}, platform);
  return chat;
}
afterEach(async () => {
  const closing = chat;
  chat = undefined;
  await closing?.close();
  expect([closing?.discord.violations, closing?.discord.pings]).toEqual([[], []]);
});

/** How often first words stand in the server's channels, by their names. */
function greeted({ discord }: DiscordChat, guild: Guild): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, name } of discord.channelsOf(guild)) {
    const own = discord.messagesIn(id).filter(({ author }) => author.id === discord.applicationId);
    if (own.length > 0) counts.set(name, (counts.get(name) ?? 0) + own.length);
  }
  return Object.fromEntries(counts);
}

describe('first words in a server that invites the bot', () => {
  it.each<[string, GuildOptions, Readonly<Record<string, number>>]>([
    ['where its system speaks', {}, { welcome: 1 }],
    [
      'in the first channel of people where the system may not be answered',
      { systemChannel: 'read-only' },
      { general: 1 },
    ],
    ['in the first channel of people where there is none for the system', { systemChannel: false }, { general: 1 }],
    [
      'in the topmost channel in which the bot may speak',
      {
        systemChannel: 'hidden',
        channels: [
          { name: 'below', position: 30 },
          { name: 'rules', position: 1, access: 'read-only' },
          { name: 'lobby', position: 2 },
        ],
      },
      { lobby: 1 },
    ],
  ])('stand %s', async (_, options, places) => {
    const started = await start();
    const guild = started.discord.join({ name: 'Infra', ...options });
    await vi.waitFor(() => expect(greeted(started, guild)).toEqual(places));
  });

  it('go to the owner where the bot may speak nowhere', async () => {
    const { discord } = await start();
    const guild = discord.join({ systemChannel: 'read-only', access: 'hidden' });
    await eventually(discord.owner(guild), `welcome ${guild.ownerId}`);
  });

  it('go on to the next place where Discord says no', async () => {
    const started = await start();
    const { discord } = started;
    discord.failNext(
      { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
      { status: 403, body: { code: 50_013, message: 'Missing Permissions' } },
    );
    const guild = discord.join();
    await vi.waitFor(() => expect(greeted(started, guild)).toEqual({ general: 1 }));
  });

  it('are said again after a second invitation', async () => {
    const started = await start();
    const { discord } = started;
    const guild = discord.join({ joinedAt: Date.now() - DAY });
    await vi.waitFor(() => expect(greeted(started, guild)).toEqual({ welcome: 1 }));
    discord.leave(guild);
    const back = discord.join({ id: guild.id, joinedAt: Date.now() });
    await vi.waitFor(() => expect(greeted(started, back)).toEqual({ welcome: 2 }));
  });

  it('come when the program is started after the invitation, and once however often it is started', async () => {
    const started = await start({ guilds: [{ joinedAt: Date.now() - DAY }, { joinedAt: Date.now() - 2 * DAY }] });
    const { discord, memory, adapter } = started;
    const guilds = discord.guilds;
    for (const guild of guilds) await vi.waitFor(() => expect(greeted(started, guild)).toEqual({ welcome: 1 }));
    await adapter.stop();
    const second = createDiscordAdapter({
      app: createFakeApp().app,
      token: discord.token,
      apiBase: discord.apiBase,
      memory,
      logger: { warn: () => {}, error: () => {} },
      now: Date.now,
      newRef: () => 'REF9',
      broke: () => {},
      homesOf: async () => [],
      restName: 'rest.txt',
    });
    await second.start();
    const ana = discord.person({ name: 'Ana' });
    await ana.run('shout', { text: 'the mark' });
    await eventually(ana, 'shouted: the mark');
    await second.stop();
    for (const guild of guilds) expect(greeted(started, guild).welcome).toBe(1);
  });

  it('are not said in a server that invited it long ago', async () => {
    const started = await start({ guilds: [{ joinedAt: Date.now() - 8 * DAY }] });
    const { discord } = started;
    const ana = discord.person({ name: 'Ana' });
    await ana.run('whisper', { text: 'the mark' });
    await eventually(ana, 'whispered: the mark');
    expect(greeted(started, discord.guild).welcome).toBeUndefined();
  });

  it('are in the log where they could not be said at all, and the rest goes on', async () => {
    const app = { ...createFakeApp().app, welcome: async () => Promise.reject(new Error('no words')) };
    chat = await startDiscordChat(app);
    const { discord, logged } = chat;
    const guild = discord.join();
    await vi.waitFor(() =>
      expect(logged).toContainEqual(expect.objectContaining({ guild: guild.id, err: new Error('no words') })),
    );
  });
});
