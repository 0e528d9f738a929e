import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMembers } from '../../../src/chat/discord/members.js';
import { type DiscordChat, startDiscordChat } from '../../support/discord-chat.js';
import { createFakeApp } from '../../support/fake-app.js';
import { badGateway, startFakeDiscord } from '../../support/fake-discord/index.js';
import { countOf, eventually } from '../../support/seen.js';
import { watchedApp } from '../../support/watched-app.js';

let chat: DiscordChat | undefined;
afterEach(async () => {
  await chat?.close();
  chat = undefined;
});

const MEMBER = { method: 'GET', path: /^\/guilds\/\d+\/members\/\d+$/ };
const note = { body: [{ kind: 'text', markdown: 'a note' }] } as const;
const card = {
  ...note,
  controls: [{ kind: 'button', label: 'Tell me', action: { action: 'tell', args: [] } }],
} as const;

async function start(now = Date.now) {
  const { app, events } = watchedApp(createFakeApp().app);
  let home = '';
  chat = await startDiscordChat(app, { now, homesOf: async () => [home] });
  const { discord } = chat;
  home = `discord:${discord.guild.id}`;
  const placeOfLast = () => events.at(-1)?.place.workspaceId;
  return { ...chat, events, placeOfLast, home, ana: discord.person({ name: 'Ana' }) };
}

describe('somebody who has left a server', () => {
  it('reads its notes by direct message no longer, neither by words nor by an old button', async () => {
    let at = Date.now();
    const { discord, adapter, ana, home, events, placeOfLast } = await start(() => at);
    await adapter.send(ana.direct, card, 'dm-1');
    await ana.directMessage('what is a layer?');
    await eventually(ana, 'answered: what is a layer?');
    expect(placeOfLast()).toBe(home);
    discord.leaveServer(ana);
    at += 16 * 60_000;
    await ana.press(await eventually(ana, 'a note'), 'Tell me').catch(() => {});
    await vi.waitFor(() => expect(placeOfLast()).toBe(`discord:@${ana.id}`));
    const { length } = events;
    await ana.runInDm('whisper', { text: 'who am I' });
    await vi.waitFor(() => expect(events.length).toBe(length + 1));
    expect(placeOfLast()).toBe(`discord:@${ana.id}`);
  });

  it('is sent nothing of it any more, and is asked for only now and then', async () => {
    let at = Date.now();
    const { discord, adapter, ana } = await start(() => at);
    expect(await adapter.send(ana.direct, note, 'n1')).toEqual({ status: 'sent' });
    expect(await adapter.send(ana.direct, note, 'n2')).toEqual({ status: 'sent' });
    expect(discord.requestsTo(MEMBER)).toHaveLength(1);
    discord.leaveServer(ana);
    at += 16 * 60_000;
    expect(await adapter.send(ana.direct, note, 'n3')).toEqual({ status: 'gone' });
    expect(await countOf(ana, 'a note')).toBe(2);
  });

  it('is at home again soon after coming back', async () => {
    let at = Date.now();
    const { discord, adapter, ana } = await start(() => at);
    discord.leaveServer(ana);
    expect(await adapter.send(ana.direct, note, 'n1')).toEqual({ status: 'gone' });
    discord.rejoin(ana);
    at += 61_000;
    expect(await adapter.send(ana.direct, note, 'n2')).toEqual({ status: 'sent' });
  });

  it('is not shut out because Discord does not tell', async () => {
    const { discord, adapter, ana } = await start();
    discord.failNext(MEMBER, ...Array.from({ length: 4 }, () => badGateway()));
    expect(await adapter.send(ana.direct, note, 'n1')).toEqual({ status: 'sent' });
  });
});

it('a workspace of one’s own is nobody else’s', async () => {
  const discord = await startFakeDiscord();
  const { createClient, restOptions } = await import('../../../src/chat/discord/client.js');
  const members = createMembers(createClient(restOptions({ apiBase: discord.apiBase })), Date.now);
  expect(await members.belongs('@1', '1')).toBe(true);
  expect(await members.belongs('@1', '2')).toBe(false);
  expect(discord.requests).toEqual([]);
  await discord.close();
});
