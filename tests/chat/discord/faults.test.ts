import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDiscordAdapter } from '../../../src/chat/discord/adapter.js';
import type { ChatAdapter, ChatRequest, Place } from '../../../src/chat/port.js';
import { type DiscordChat, startDiscordChat } from '../../support/discord-chat.js';
import { createFakeApp, type FakeApp } from '../../support/fake-app.js';
import {
  badGateway,
  connectionReset,
  type Fault,
  hangUp,
  rateLimited,
  refusal,
  slowly,
  startFakeDiscord,
} from '../../support/fake-discord/index.js';
import { MemoryChatMemory } from '../../support/memory-chat-memory.js';
import { countOf, eventually } from '../../support/seen.js';
import { watchedApp } from '../../support/watched-app.js';

let fake: FakeApp;
let chat: DiscordChat | undefined;

async function start(...more: Parameters<typeof startDiscordChat> extends [unknown, ...infer Rest] ? Rest : never) {
  fake = createFakeApp();
  chat = await startDiscordChat(fake.app, ...more);
  return { ...chat, ana: chat.discord.person({ name: 'Ana' }), ben: chat.discord.person({ name: 'Ben' }) };
}

/** Another process with the same memory. */
function again({ token, apiBase }: { token: string; apiBase: string }, memory: MemoryChatMemory): ChatAdapter {
  return createDiscordAdapter({
    app: fake.app,
    token,
    apiBase,
    memory,
    logger: { warn: () => {}, error: () => {} },
    now: Date.now,
    newRef: () => 'REF9',
    broke: () => {},
    homesOf: async () => [],
    restName: 'rest.txt',
  });
}

afterEach(async () => {
  const closing = chat;
  chat = undefined;
  await closing?.close();
  expect(closing?.discord.violations ?? []).toEqual([]);
});

const CALLBACK = { method: 'POST', path: /^\/interactions\/.*\/callback/ };
const EDIT = { method: 'PATCH', path: /\/messages\/@original$/ };
const MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const note = { body: [{ kind: 'text', markdown: 'a note' }] } as const;

describe('the gateway', () => {
  it('identifies with the intents for servers, messages there and direct messages, and none that is privileged', async () => {
    const { discord } = await start();
    const intents = (1 << 0) | (1 << 9) | (1 << 12);
    expect(discord.gateway.log).toContainEqual(expect.objectContaining({ name: 'identified', intents }));
  });

  it('says that what it asks to hear is refused (4014), and starts nothing', async () => {
    const { adapter, discord } = await start();
    await adapter.stop();
    const refusing = startFakeDiscord({ refusedIntents: 1 << 9 });
    const { apiBase, token } = await refusing;
    const another = again({ apiBase, token }, new MemoryChatMemory());
    await expect(another.start()).rejects.toThrow();
    expect(another.state()).toEqual({ failed: 'gateway 4014' });
    await another.stop();
    await (await refusing).close();
    expect(discord.violations).toEqual([]);
  });

  it('resumes after the cable was pulled, and answers what came in between', async () => {
    const { discord, ana } = await start({}, { deadlineMs: 15_000 });
    discord.gateway.refuse('unavailable');
    discord.gateway.drop();
    await discord.gateway.seen('refused');
    const asked = ana.run('whisper', { text: 'still there' });
    discord.gateway.accept();
    await asked;
    await eventually(ana, 'whispered: still there');
    expect(await discord.gateway.seen('resumed')).toMatchObject({ replayed: 1 });
  });

  it('begins anew where the network itself was away', async () => {
    const { discord, ana } = await start();
    discord.gateway.refuse('reset');
    discord.gateway.drop();
    await discord.gateway.seen('refused');
    discord.gateway.accept();
    await discord.gateway.seen('identified', 2);
    await ana.run('whisper', { text: 'a new line' });
    await eventually(ana, 'whispered: a new line');
  });

  it('reconnects and resumes when it is asked to (op 7)', async () => {
    const { discord, ana, adapter } = await start();
    discord.gateway.reconnect();
    await discord.gateway.seen('resumed');
    await ana.run('whisper', { text: 'after op 7' });
    await eventually(ana, 'whispered: after op 7');
    expect(adapter.state()).toBe('connected');
  });

  it('resumes when the session is called invalid but resumable (op 9, true)', async () => {
    const { discord, ana } = await start();
    discord.gateway.invalidate(true);
    await discord.gateway.seen('resumed');
    await ana.run('whisper', { text: 'after op 9' });
    await eventually(ana, 'whispered: after op 9');
  });

  it('begins a new session when its own is lost (op 9, false)', async () => {
    const { discord, ana } = await start();
    discord.gateway.invalidate(false);
    await discord.gateway.seen('identified', 2);
    await vi.waitFor(() => expect(discord.gateway.isConnected).toBe(true));
    await ana.run('whisper', { text: 'a new session' });
    await eventually(ana, 'whispered: a new session');
  });

  it('answers a call for a heartbeat out of turn (op 1)', async () => {
    const { discord } = await start();
    const before = discord.gateway.log.filter(({ name }) => name === 'heartbeat').length;
    discord.gateway.requestHeartbeat();
    await discord.gateway.seen('heartbeat', before + 1);
  });

  it('leaves a connection that acknowledges no heartbeat, and resumes', async () => {
    const { discord, ana } = await start({}, { heartbeatInterval: 300 });
    await discord.gateway.seen('heartbeat');
    discord.gateway.mute();
    await discord.gateway.seen('resumed');
    await ana.run('whisper', { text: 'back to life' });
    await eventually(ana, 'whispered: back to life');
  });

  it('says why when the connection is closed for good, and ends nothing else', async () => {
    const broke = vi.fn();
    const { discord, adapter } = await start({ broke });
    discord.gateway.close(4014);
    await vi.waitFor(() => expect(adapter.state()).toEqual({ failed: 'gateway 4014' }));
    const told = expect.objectContaining({ code: 4014, message: expect.stringContaining('Developer Portal') });
    expect(broke.mock.calls).toEqual([[told]]);
  });

  it('fails to start with a wrong token, and says so without the token', async () => {
    const fault = start({ token: 'a-wrong-token' });
    await expect(fault).rejects.toThrow();
    const message = await fault.catch((error: unknown) => String(error));
    expect(message).not.toContain('a-wrong-token');
  });

  it('stops in the middle of a reconnect', async () => {
    const { discord, adapter } = await start();
    discord.gateway.refuse('unavailable');
    discord.gateway.drop();
    await discord.gateway.seen('refused');
    await adapter.stop();
    expect(adapter.state()).toBe('stopped');
  });
});

describe('an acknowledgement', () => {
  it('waits when it is asked to (429), and the answer comes', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, rateLimited(0.2));
    await ana.run('whisper', { text: 'patience' });
    await eventually(ana, 'whispered: patience');
  });

  it('is tried again after a 502', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, badGateway());
    await ana.run('whisper', { text: 'twice asked' });
    await eventually(ana, 'whispered: twice asked');
  });

  it('that arrived although its answer was lost counts, and the command runs once', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, badGateway({ performed: true }));
    await ana.run('whisper', { text: 'lost and found' });
    await eventually(ana, 'whispered: lost and found');
    expect(fake.calls.filter((call) => call.startsWith('whisper'))).toHaveLength(1);
  });

  it('survives a connection that is reset', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, connectionReset());
    await ana.run('whisper', { text: 'reset' });
    await eventually(ana, 'whispered: reset');
  });

  it('survives connections that are closed without a word', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, hangUp(), hangUp(), hangUp());
    await ana.run('whisper', { text: 'other side closed' });
    await eventually(ana, 'whispered: other side closed');
  });

  it('survives four 503 in a row', async () => {
    const { discord, ana } = await start();
    const away = { status: 503, body: 'no' };
    discord.failNext(CALLBACK, away, away, away, away);
    await ana.run('whisper', { text: 'after four' });
    await eventually(ana, 'whispered: after four');
  });

  it('that hangs is given up in time for another', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, slowly(2_900));
    await ana.run('whisper', { text: 'unhung' });
    await eventually(ana, 'whispered: unhung');
  });

  it('that comes too late (10062) has its answer by direct message, for the asker alone, once', async () => {
    const { discord, ana, ben, logged } = await start();
    discord.failNext(CALLBACK, refusal(404, 10_062, 'Unknown interaction'));
    const late = ana.run('shout', { text: 'too late' });
    late.catch(() => {});
    await eventually(ana, 'shouted: too late');
    expect(await countOf(ben, 'too late')).toBe(0);
    const tooLate = expect.objectContaining({ message: expect.stringContaining('too late') });
    await vi.waitFor(() => expect(logged).toContainEqual(tooLate));
    expect(fake.calls).toHaveLength(1);
  });

  it('of a form that comes too late is told by direct message, and nothing was done', async () => {
    const { discord, ana } = await start();
    discord.failNext(CALLBACK, refusal(404, 10_062, 'Unknown interaction'));
    ana.run('ask', {}).catch(() => {});
    await eventually(ana, 'Too late for a form');
  });

  it('of a form that cannot be had in time says so, and changes nothing', async () => {
    const { app } = createFakeApp();
    const slow = { ...app, route: (request: ChatRequest) => slowForm(app.route(request)) };
    chat = await startDiscordChat(slow);
    const ana = chat.discord.person({ name: 'Ana' });
    await ana.run('ask', {});
    await eventually(ana, 'Too late for a form');
    expect(await ana.openForm()).toBeNull();
  });
});

function slowForm(route: ReturnType<FakeApp['app']['route']>): typeof route {
  if (route?.answer !== 'form') return route;
  const open = async (place: Place) => {
    await new Promise((resolve) => setTimeout(resolve, 2_700));
    return route.open(place);
  };
  return { answer: 'form', open };
}

describe('an answer', () => {
  it.each([
    ['a 429 is waited for', rateLimited(0.2)],
    ['a 502 is tried again', badGateway()],
    ['a reset connection is tried again', connectionReset()],
    ['a connection closed without a word is tried again', hangUp()],
    ['four 503 are outlived', badGateway(), badGateway(), badGateway(), badGateway()],
    ['a token that Discord does not know yet (10015) is tried again', refusal(404, 10_015, 'Unknown Webhook')],
  ] satisfies [string, ...Fault[]][])('%s', async (_, ...faults: Fault[]) => {
    const { discord, ana } = await start();
    discord.failNext(EDIT, ...faults);
    await ana.run('whisper', { text: 'in the end' });
    await eventually(ana, 'whispered: in the end');
  });

  it('whose token has run out goes by direct message, and a press is no different', async () => {
    const { discord, ana, ben } = await start();
    const lost = refusal(401, 50_027, 'Invalid Webhook Token');
    discord.failNext(EDIT, lost, lost, lost, lost, lost);
    await ana.run('whisper', { text: 'by another way' });
    await eventually(ana, 'whispered: by another way');
    await ana.run('card', {});
    const card = await eventually(ana, 'side 1');
    discord.failNext(EDIT, lost, lost, lost, lost, lost);
    await ana.press(card, 'Turn');
    await eventually(ana, 'side 2');
    expect(await countOf(ben, 'side 2')).toBe(0);
  }, 30_000);

  it('that Discord takes from nobody is in the log under an id, and the next one comes', async () => {
    const { discord, ana, logged } = await start();
    discord.failNext(EDIT, refusal(404, 10_008, 'Unknown Message'));
    await ana.run('whisper', { text: 'gone' });
    await vi.waitFor(() => expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', level: 'error' })));
    await ana.run('whisper', { text: 'the next' });
    await eventually(ana, 'whispered: the next');
  });

  it('has words in the place of a file that Discord does not take', async () => {
    const { discord, ana } = await start();
    discord.failNext(EDIT, refusal(400, 40_005, 'Request entity too large'));
    await ana.run('gift', { text: 'Ana' });
    await eventually(ana, 'no gift for Ana');
    expect(await countOf(ana, 'a gift for Ana')).toBe(1);
    expect(await countOf(ana, 'gift.csv')).toBe(0);
  });

  it('is whole although Discord takes no file', async () => {
    const { app } = createFakeApp();
    const words = Array.from({ length: 9_000 }, (_, n) => `word${n}${n % 60 === 59 ? '\n\n' : ''}`).join(' ');
    const endless = { body: [{ kind: 'text', markdown: words }] } as const;
    const handle = async () => endless;
    chat = await startDiscordChat({ ...app, route: () => ({ answer: 'private', handle }) });
    const ana = chat.discord.person({ name: 'Ana' });
    const follow = { method: 'POST', path: /^\/webhooks\// };
    // The file is on the last page, which is the second that follows the first.
    chat.discord.failNext(follow, slowly(0), refusal(400, 40_005, 'Request entity too large'));
    await ana.run('long', {});
    await eventually(ana, 'word8999');
    const shown = (await ana.sees()).map(({ text }) => text).join(' ');
    const lost = Array.from({ length: 9_000 }, (_, n) => n).filter((n) => !new RegExp(`word${n}(?!\\d)`).test(shown));
    expect(lost).toEqual([]);
    expect(chat.discord.requestsTo(follow)[1]?.uploads).toHaveLength(1);
  });

  it('is given once when an interaction is delivered again after a restart', async () => {
    const first = await start();
    const { discord, ana, memory } = first;
    await ana.run('shout', { text: 'once' }, 'again-0001');
    await eventually(ana, 'shouted: once');
    await first.adapter.stop();
    const second = again(discord, memory);
    await second.start();
    await ana.run('shout', { text: 'once' }, 'again-0001').catch(() => {});
    await ana.run('shout', { text: 'the mark' });
    await eventually(ana, 'shouted: the mark');
    expect(await countOf(ana, 'shouted: once')).toBe(1);
    await second.stop();
  });

  it('comes although the database cannot remember the interaction', async () => {
    const { ana, memory } = await start();
    memory.away = true;
    await ana.run('whisper', { text: 'without a memory' });
    await eventually(ana, 'whispered: without a memory');
  });
});

describe('a file of a form', () => {
  const NOTES = { notes: { name: 'notes.md', bytes: new TextEncoder().encode('# Layers') } };
  const FILE = { method: 'GET', path: /^\/ephemeral-attachments\// };

  it.each([
    ['is not there any more (404)', { status: 404, body: 'This content is no longer available.' }, 'refused'],
    ['is kept back (403)', { status: 403, body: 'no' }, 'refused'],
    ['lies behind a broken server (502)', badGateway(), 'refused'],
    ['lies at another place (302)', { status: 302, headers: { location: '/elsewhere' } }, 'refused'],
    ['is cut off', connectionReset(), 'refused'],
    ['is larger than it was said to be', { status: 200, body: '# Layers and more' }, 'too-large'],
  ])('that %s is told, and the next one is read', async (_, fault, code) => {
    const { discord, ana, logged } = await start();
    discord.failNext(FILE, fault);
    await ana.run('upload', {});
    await ana.submit({}, undefined, NOTES);
    await eventually(ana, 'It broke (ref. REF1)');
    const err = expect.objectContaining({ name: 'FileUnreadable', code });
    expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', err }));
    expect(fake.received).toEqual([]);
    await ana.run('upload', {});
    await ana.submit({}, undefined, NOTES);
    await eventually(ana, 'got u1: notes.md of 8 bytes');
  });
});

describe('one connection that is closed, at any call', () => {
  const ANY = { path: /./ };

  it.each([0, 1, 2])('costs a command, its answer and its next page nothing (call %i)', async (at) => {
    const { discord, ana } = await start();
    discord.failNext(ANY, ...Array.from({ length: at }, () => slowly(0)), hangUp());
    await ana.run('whisper', { text: 'other side closed' });
    await eventually(ana, 'whispered: other side closed');
    await ana.run('shout', { text: 'and again' });
    await eventually(ana, 'shouted: and again');
    expect(discord.faultsLeft).toBe(0);
  });

  it('costs the answer to a mention nothing, and it is written once', async () => {
    const { discord, ana } = await start();
    discord.failNext(MESSAGE, hangUp({ performed: true }), hangUp());
    await ana.mention('what is a layer?');
    await eventually(ana, 'answered: what is a layer?');
    await ana.run('shout', { text: 'the mark' });
    await eventually(ana, 'shouted: the mark');
    expect(await countOf(ana, 'answered: what is a layer?')).toBe(1);
  });

  it('costs an answer for one alone nothing', async () => {
    const { discord, ana } = await start();
    discord.failNext({ method: 'POST', path: /^\/users\/@me\/channels$/ }, hangUp());
    discord.failNext(CALLBACK, refusal(404, 10_062, 'Unknown interaction'));
    ana.run('whisper', { text: 'directly' }).catch(() => {});
    await eventually(ana, 'whispered: directly');
  });
});

describe('a message of the bot’s own', () => {
  it.each([
    ['direct messages are closed (50007)', refusal(403, 50_007, 'Cannot send messages to this user'), 'forbidden'],
    ['there is no server in common any more (50278)', refusal(403, 50_278, 'no mutual guilds'), 'gone'],
    ['the person cannot be written to at all (50033)', refusal(400, 50_033, 'Invalid Recipient(s)'), 'gone'],
    ['the person is unknown (10013)', refusal(404, 10_013, 'Unknown User'), 'gone'],
    ['the channel is gone (10003)', refusal(404, 10_003, 'Unknown Channel'), 'gone'],
    ['the bot may not see the channel (50001)', refusal(403, 50_001, 'Missing Access'), 'forbidden'],
    ['the bot may not write there (50013)', refusal(403, 50_013, 'Missing Permissions'), 'forbidden'],
  ])('is told to whoever sends when %s', async (_, fault, status) => {
    const { discord, adapter, ana } = await start();
    discord.failNext(MESSAGE, fault);
    expect(await adapter.send(ana.direct, note, 'n1')).toEqual({ status });
  });

  it('waits for a short limit, and tells of a long one', async () => {
    const { discord, adapter } = await start();
    discord.failNext(MESSAGE, rateLimited(0.2));
    expect(await adapter.send(discord.channel, note, 'n2')).toEqual({ status: 'sent' });
    discord.failNext(MESSAGE, rateLimited(120));
    expect(await adapter.send(discord.channel, note, 'n3')).toMatchObject({ status: 'rate-limited' });
  });

  it('that arrived although its answer was lost is not written a second time', async () => {
    const { discord, adapter, ana } = await start();
    discord.failNext(MESSAGE, hangUp({ performed: true }));
    expect(await adapter.send(discord.channel, note, 'n4')).toMatchObject({ status: 'rate-limited' });
    expect(await adapter.send(discord.channel, note, 'n4')).toEqual({ status: 'sent' });
    expect(await countOf(ana, 'a note')).toBe(1);
  });

  it('carries a nonce made of its key, at most 25 characters long', async () => {
    const { discord, adapter } = await start();
    await adapter.send(discord.channel, note, 'a key that is much longer than twenty-five characters');
    const [request] = discord.requestsTo(MESSAGE);
    expect(request?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    expect(JSON.stringify(request?.body)).toMatch(/"nonce":"[\w-]{1,25}"/);
  });
});

describe('direct messages, threads and guilds', () => {
  it('answers in a thread', async () => {
    const { ana } = await start();
    await ana.runInThread('shout', { text: 'in the thread' });
    await eventually(ana, 'shouted: in the thread');
  });

  it('hides nothing in direct messages, where nobody else is', async () => {
    const { discord, ana } = await start({ homesOf: async () => ['discord:7'] });
    await ana.runInDm('whisper', { text: 'alone' });
    await eventually(ana, 'whispered: alone');
    expect(discord.requestsTo(CALLBACK).at(-1)?.body).not.toMatchObject({ data: { flags: 64 } });
  });

  it('knows in direct messages which guild a button belongs to', async () => {
    const { app, events } = watchedApp(createFakeApp().app);
    chat = await startDiscordChat(app);
    const ana = chat.discord.person({ name: 'Ana' });
    const card = {
      ...note,
      controls: [{ kind: 'button', label: 'Tell me', action: { action: 'tell', args: [] } }],
    } as const;
    await chat.adapter.send(ana.direct, card, 'dm-1');
    await ana.press(await eventually(ana, 'a note'), 'Tell me');
    await eventually(ana, 'told to one');
    expect(events.at(-1)?.place.workspaceId).toBe(`discord:${chat.discord.guild.id}`);
  });

  it('makes a card from somebody’s message, by the menu', async () => {
    const { ana, ben } = await start();
    await ana.useMessage('Keep this', 'An image has layers.', ben);
    expect(ana.formContents()).toEqual({ title: 'A question', values: { city: '', why: 'An image has layers.' } });
    await ana.submit({ city: 'Layers', why: 'An image has layers.' });
    await eventually(ana, 'got f1: Layers, An image has layers.');
  });

  it('keeps of a message what people see of it', async () => {
    const { discord, ana, ben } = await start();
    const { guild } = discord;
    const words = `ask <@${ben.id}> in <#${guild.channelId}> <:docker:123456789012345678>, <@&${guild.managerRoleId}>: \`<@1>\``;
    await ana.useMessage('Keep this', words);
    expect(ana.formContents()?.values).toMatchObject({ why: 'ask @Ben in #general :docker:, @Managers: `<@1>`' });
  });

  it.each([
    ['layers <:docker:123456789012345678>', 'whispered: layers'],
    ['<@123456789012345678> layers', 'whispered: layers'],
    ['“layers”', 'whispered: layers'],
  ])('looks %j up as words alone', async (typed, words) => {
    const { ana } = await start();
    await ana.run('whisper', { text: typed });
    expect((await eventually(ana, words)).text.trim()).toBe(words);
  });

  it('proposes values while somebody types', async () => {
    const { ana } = await start();
    expect(await ana.autocomplete('shout', 'text', 'im')).toEqual([
      { name: 'images', value: 'images' },
      { name: 'image names', value: 'image names' },
    ]);
  });

  it('registers every command with its names in Spanish', async () => {
    const { discord } = await start();
    const shout = discord.commands.find(({ name }) => name === 'shout');
    expect(shout).toMatchObject({ name_localizations: { 'es-ES': 'shout-es' } });
    expect(discord.commands.find(({ name }) => name === 'Keep this')).toMatchObject({ type: 3 });
  });
});
