import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDiscordAdapter } from '../../../src/chat/discord/adapter.js';
import type { ChatAdapter, ChatApp } from '../../../src/chat/port.js';
import { type DiscordChat, startDiscordChat } from '../../support/discord-chat.js';
import { createFakeApp, type FakeApp } from '../../support/fake-app.js';
import { badGateway, connectionReset, hangUp, rateLimited, refusal } from '../../support/fake-discord/index.js';
import { countOf, eventually } from '../../support/seen.js';
import { type WatchedApp, watchedApp } from '../../support/watched-app.js';

let fake: FakeApp;
let chat: DiscordChat | undefined;
let watched: WatchedApp;
const others: ChatAdapter[] = [];

async function start(...more: Parameters<typeof startDiscordChat> extends [unknown, ...infer Rest] ? Rest : never) {
  fake = createFakeApp();
  watched = watchedApp(fake.app);
  chat = await startDiscordChat(watched.app, ...more);
  const { discord } = chat;
  const ana = discord.person({ name: 'Ana', manages: true });
  return { ...chat, ana, ben: discord.person({ name: 'Ben' }) };
}

/** Another process with the same memory, which hears the same. */
async function another({ discord, memory }: Pick<DiscordChat, 'discord' | 'memory'>): Promise<ChatAdapter> {
  const adapter = createDiscordAdapter({
    app: fake.app,
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
  others.push(adapter);
  await adapter.start();
  return adapter;
}

afterEach(async () => {
  const closing = chat;
  chat = undefined;
  await Promise.all(others.splice(0).map((adapter) => adapter.stop()));
  await closing?.close();
  expect(closing?.discord.violations ?? []).toEqual([]);
  expect(closing?.discord.pings ?? []).toEqual([]);
});

const MESSAGE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
/** The server in which everybody is has a number that tests can name. */
const IN_SEVEN = { guilds: [{ id: '7' }] };
const TYPING = { method: 'POST', path: /\/typing$/ };
const QUESTION = 'what is a layer?';
const ANSWER = `answered: ${QUESTION}`;

describe('an answer to a mention', () => {
  it('is a reply that calls nobody, under a nonce of the message’s own', async () => {
    const { discord, ana, ben } = await start();
    const id = ana.say(`<@${discord.applicationId}> ${QUESTION}`);
    await eventually(ben, ANSWER);
    const [request] = discord.requestsTo(MESSAGE);
    expect(request?.path).toBe(`/channels/${discord.guild.channelId}/messages`);
    expect(request?.body).toMatchObject({
      message_reference: { message_id: id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      enforce_nonce: true,
      nonce: expect.stringMatching(/^[\w-]{1,25}$/),
    });
    expect(discord.messagesIn(discord.guild.channelId).at(-1)).toMatchObject({ referenced_message: { id } });
  });

  it.each([
    ['in a thread', (ana: Speaker) => ana.mentionInThread(QUESTION)],
    ['by the role that the server made for it', (ana: Speaker) => ana.mentionRole(QUESTION)],
  ])('comes %s', async (_, ask) => {
    const { ana, ben } = await start();
    await ask(ana);
    // The words beside a role are withheld: what comes is what a call without words gets.
    await eventually(ben, /^answered:/);
  });

  it('comes to a reply that calls the bot, and not to one that does not', async () => {
    const { discord, ana, ben } = await start();
    await ana.mention(QUESTION);
    const { id } = await eventually(ben, ANSWER);
    ben.say('and why?', { replyTo: id });
    await eventually(ana, 'answered: and why?');
    ben.say('thanks', { replyTo: id, ping: false });
    ben.say('by the way, what is an image?');
    ben.say('@everyone what is an image?');
    ben.pin();
    discord.person({ name: 'Hook' }).say(`<@${discord.applicationId}> anyone?`, { webhookId: '77' });
    await ana.mention('the mark');
    await eventually(ben, 'answered: the mark');
    expect(fake.calls).toEqual([ana, ben, ana].map(({ id: asker }) => `question ${asker}`));
  });

  it('belongs to the conversation of its thread, or of its writer in the channel', async () => {
    const { ana, ben } = await start();
    await ana.mentionInThread('one');
    await eventually(ben, 'answered: one');
    await ana.mention('two');
    await eventually(ben, 'answered: two');
    await ben.mention('three');
    await eventually(ben, 'answered: three');
    await ana.directMessage('four');
    await eventually(ana, 'answered: four');
    const conversations = watched.events.map((event) => (event.kind === 'question' ? event.conversation : ''));
    const [thread, ofAna, ofBen, alone] = conversations;
    expect(thread).toMatch(/^\d+$/);
    expect(ofAna).toMatch(new RegExp(`^\\d+/${ana.id}$`));
    expect(ofBen).toMatch(new RegExp(`^\\d+/${ben.id}$`));
    expect(alone).toBeNull();
  });

  it('knows who asks, where, and whether they manage the place', async () => {
    const { discord, ana, ben } = await start();
    await ana.mention(QUESTION);
    await ben.mention('and an image?');
    await eventually(ben, ANSWER);
    await eventually(ben, 'answered: and an image?');
    const place = { workspaceId: `discord:${discord.guild.id}`, lead: '/', channel: discord.channel };
    expect(watched.routed()).toBe(2);
    expect(watched.events).toMatchObject([
      { kind: 'question', aloud: true, text: QUESTION, person: { id: ana.id, name: 'Ana', manages: true }, place },
      { kind: 'question', aloud: true, person: { id: ben.id, name: 'Ben', manages: false }, place },
    ]);
  });

  it.each([
    ['knows the language that a community has chosen', 'es-ES', ['es-ES']],
    ['takes no language for chosen that nobody has chosen', 'en-US', []],
  ])('%s', async (_, preferredLocale, languages) => {
    const { ana } = await start({}, { guilds: [{ preferredLocale }] });
    await ana.mention(QUESTION);
    await eventually(ana, ANSWER);
    expect(watched.events.at(-1)?.person.languages).toEqual(languages);
  });

  it('shows that it is being made when that takes more than a second, and not else', async () => {
    const { discord, ana } = await start();
    await ana.mention(QUESTION);
    await eventually(ana, ANSWER);
    expect(discord.requestsTo(TYPING)).toEqual([]);
    const letGo = fake.hold();
    await ana.mention('wait please');
    await discord.seen(TYPING);
    letGo();
    await eventually(ana, 'worth the wait');
    expect(discord.requestsTo(TYPING)).toHaveLength(1);
  });

  it('is one message that changes while it is made', async () => {
    const { ana, ben } = await start();
    const letGo = fake.hold();
    await ana.mention('grow please');
    const { id } = await eventually(ben, 'half a tree');
    letGo();
    expect((await eventually(ben, 'a whole tree')).id).toBe(id);
    expect(await countOf(ben, 'half a tree')).toBe(0);
  });

  it('comes as a message of its own where its beginning is gone', async () => {
    const { discord, ana, ben } = await start();
    const letGo = fake.hold();
    await ana.mention('grow please');
    const { id } = await eventually(ben, 'half a tree');
    discord.deleteMessage(id);
    letGo();
    await eventually(ben, 'a whole tree');
  });

  it('is taken back where it fails, and the asker alone is told', async () => {
    const { ana, ben } = await start();
    const letGo = fake.hold();
    await ana.mention('wilt please');
    await eventually(ben, 'half a tree');
    letGo();
    await eventually(ana, 'It broke');
    expect(await countOf(ben, 'half a tree')).toBe(0);
    expect(await countOf(ben, 'It broke')).toBe(0);
  });

  it('that is longer than a message comes in several, and none of it is lost', async () => {
    const { discord, ana, ben } = await start();
    await ana.mention('long please');
    await eventually(ben, 'word2999');
    const shown = (await ben.sees()).map(({ text }) => text).join(' ');
    expect(
      Array.from({ length: 3_000 }, (_, n) => n).filter((n) => !new RegExp(`word${n}(?!\\d)`).test(shown)),
    ).toEqual([]);
    const above = discord.requestsTo(MESSAGE).map(({ body }) => JSON.stringify(body).includes('message_reference'));
    expect(above).toEqual([true, ...above.slice(1).map(() => false)]);
    const nonces = discord.requestsTo(MESSAGE).map(({ body }) => JSON.stringify(body).match(/"nonce":"([^"]+)"/)?.[1]);
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});

type Speaker = Awaited<ReturnType<typeof start>>['ana'];

describe('an answer to a direct message', () => {
  it('is no reply: nobody else writes there', async () => {
    const { discord, ana } = await start();
    await ana.directMessage(QUESTION);
    await eventually(ana, ANSWER);
    expect(discord.requestsTo(MESSAGE).at(-1)?.body).not.toHaveProperty('message_reference');
  });

  it.each([
    ['where the person has learned last', ['discord:7', 'discord:8'], 'discord:7'],
    ['in a workspace of the person’s own', [], /^discord:@\d+$/],
    ['where they still are, of where they have learned', ['discord:9', 'discord:7'], 'discord:7'],
  ])('is found %s', async (_, homes, workspace) => {
    const { ana } = await start({ homesOf: async () => homes }, IN_SEVEN);
    await ana.directMessage(QUESTION);
    await eventually(ana, ANSWER);
    expect(watched.events.at(-1)).toMatchObject({ aloud: false, person: { id: ana.id, manages: false } });
    expect(watched.events.at(-1)?.place.workspaceId).toMatch(new RegExp(workspace));
  });

  it('has buttons that know the workspace', async () => {
    const { ana } = await start({ homesOf: async () => ['discord:7'] }, IN_SEVEN);
    await ana.directMessage('card please');
    await ana.press(await eventually(ana, 'side 1'), 'Tell me');
    await eventually(ana, 'told to one');
    expect(watched.events.at(-1)?.place.workspaceId).toBe('discord:7');
  });

  it('says that the place cannot be found, in the app’s words', async () => {
    const homesOf = async () => {
      throw new Error('the database is away');
    };
    const { ana, logged } = await start({ homesOf });
    await ana.directMessage(QUESTION);
    await eventually(ana, 'It broke (ref. REF1)');
    expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', route: 'question' }));
  });

  it('grows in its place too', async () => {
    const { ana } = await start();
    const letGo = fake.hold();
    await ana.directMessage('grow please');
    const { id } = await eventually(ana, 'half a tree');
    letGo();
    expect((await eventually(ana, 'a whole tree')).id).toBe(id);
  });
});

describe('where the bot may not write', () => {
  it('the asker is answered directly, with buttons that know the server', async () => {
    const { discord, ana, ben } = await start();
    discord.setAccess(discord.guild.channelId, 'read-only');
    await ana.mention('card please');
    const card = await eventually(ana, 'side 1');
    expect(await countOf(ben, 'side 1')).toBe(0);
    await ana.press(card, 'Tell me');
    await eventually(ana, 'told to one');
    expect(watched.events.at(-1)?.place.workspaceId).toBe(`discord:${discord.guild.id}`);
  });

  it('and who takes no direct messages either, the log tells of it', async () => {
    const { discord, ana, ben, logged } = await start();
    discord.setAccess(discord.guild.channelId, 'read-only');
    ana.closeDirectMessages();
    await ana.mention(QUESTION);
    await vi.waitFor(() =>
      expect(logged).toContainEqual(
        expect.objectContaining({ level: 'warn', message: 'an answer to a message could not be written' }),
      ),
    );
    discord.setAccess(discord.guild.channelId, 'open');
    await ben.mention('the mark');
    await eventually(ben, 'answered: the mark');
  });

  it('what was written before, the answer stands alone', async () => {
    const { discord, ana, ben } = await start();
    discord.setAccess(discord.guild.channelId, 'no-history');
    await ana.mention('long please');
    await eventually(ben, 'word2999');
    const refused = discord.requestsTo(MESSAGE).filter(({ status }) => status === 403);
    expect(refused).toHaveLength(1);
  });

  it('a failure is told where the asker asked when they take no direct messages', async () => {
    const { ana, ben } = await start();
    ana.closeDirectMessages();
    await ana.mention('break please');
    await eventually(ben, 'It broke');
  });

  it('what is for the asker alone comes to them directly', async () => {
    fake = createFakeApp();
    const route: ChatApp['route'] = () => ({
      answer: 'private',
      handle: async () => ({ body: [{ kind: 'text', markdown: 'for you alone' }] }),
    });
    chat = await startDiscordChat({ ...fake.app, route });
    const [ana, ben] = [chat.discord.person({ name: 'Ana' }), chat.discord.person({ name: 'Ben' })];
    await ana.mention('review docker');
    await eventually(ana, 'for you alone');
    expect(await countOf(ben, 'for you alone')).toBe(0);
  });

  it('a form, it says that something went wrong', async () => {
    fake = createFakeApp();
    const route: ChatApp['route'] = () => ({
      answer: 'form',
      open: async () => ({ title: 'A', action: { action: 'a', args: [] }, submitLabel: 'B', fields: [] }),
    });
    chat = await startDiscordChat({ ...fake.app, route });
    const ana = chat.discord.person({ name: 'Ana' });
    await ana.directMessage('card');
    await eventually(ana, 'It broke');
  });
});

describe('what goes wrong with messages', () => {
  it('the message is gone meanwhile: the answer comes all the same', async () => {
    const { discord, ana, ben } = await start();
    const letGo = fake.hold();
    const id = ana.say(`<@${discord.applicationId}> wait please`);
    await discord.seen(TYPING);
    discord.deleteMessage(id);
    letGo();
    await eventually(ben, 'worth the wait');
  });

  it('the channel is gone meanwhile: the asker is answered directly', async () => {
    const { discord, ana } = await start();
    const letGo = fake.hold();
    await ana.mention('wait please');
    await discord.seen(TYPING);
    discord.setAccess(discord.guild.channelId, 'gone');
    letGo();
    await eventually(ana, 'worth the wait');
  });

  it.each([
    ['a 429 is waited for', rateLimited(0.2)],
    ['a 502 is tried again', badGateway()],
    ['a 502 that took effect writes nothing twice', badGateway({ performed: true })],
    ['a connection that ends without a word is tried again', hangUp()],
    ['one that took effect writes nothing twice', hangUp({ performed: true })],
    ['a reset that took effect writes nothing twice', connectionReset({ performed: true })],
  ])('%s', async (_, fault) => {
    const { discord, ana, ben } = await start();
    discord.failNext(MESSAGE, fault);
    await ana.mention(QUESTION);
    await eventually(ben, ANSWER);
    await ana.mention('the mark');
    await eventually(ben, 'answered: the mark');
    expect(await countOf(ben, ANSWER)).toBe(1);
  });

  it('a limit beyond patience is in the log, and the next question is answered', async () => {
    const { discord, ana, logged } = await start();
    discord.failNext(MESSAGE, rateLimited(120));
    await ana.mention(QUESTION);
    await vi.waitFor(() => expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', ref: 'REF1' })));
    await ana.directMessage('and now?');
    await eventually(ana, 'answered: and now?');
  });

  it('an answer that Discord does not take is told as a failure', async () => {
    const { discord, ana, logged } = await start();
    discord.failNext(MESSAGE, refusal(400, 50_035, 'Invalid Form Body'));
    await ana.mention(QUESTION);
    await eventually(ana, 'It broke (ref. REF1)');
    expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', level: 'error', route: 'question' }));
  });

  it('a message that is told again after a restart is answered once', async () => {
    const { discord, ana, ben, memory, adapter } = await start();
    await ana.mention(QUESTION, { key: 'said-1' });
    await eventually(ben, ANSWER);
    await adapter.stop();
    await another({ discord, memory });
    await ana.mention(QUESTION, { key: 'said-1' });
    await ana.mention('the mark');
    await eventually(ben, 'answered: the mark');
    expect(await countOf(ben, ANSWER)).toBe(1);
  });

  it('two processes that hear the same message answer it once', async () => {
    const { discord, ana, ben, memory } = await start();
    await another({ discord, memory });
    await ana.mention(QUESTION);
    await ana.mention('the mark');
    await eventually(ben, ANSWER);
    await eventually(ben, 'answered: the mark');
    expect([await countOf(ben, ANSWER), await countOf(ben, 'answered: the mark')]).toEqual([1, 1]);
    expect(fake.calls.filter((call) => call.startsWith('question'))).toHaveLength(2);
  });

  it('and where the database is away, Discord takes their answers for one', async () => {
    const { discord, ana, ben, memory } = await start();
    await another({ discord, memory });
    memory.away = true;
    await ana.mention(QUESTION);
    await vi.waitFor(() => expect(discord.requestsTo(MESSAGE)).toHaveLength(2));
    await eventually(ben, ANSWER);
    expect(await countOf(ben, ANSWER)).toBe(1);
  });

  it('a message whose process died before it answered stays without an answer, and the next is heard', async () => {
    const { discord, ana, ben, memory, adapter } = await start();
    await adapter.stop();
    // The process that died had claimed it.
    const id = ana.say(`<@${discord.applicationId}> ${QUESTION}`, { key: 'said-2' });
    await memory.firstTime(id, Date.now());
    await another({ discord, memory });
    await ana.mention(QUESTION, { key: 'said-2' });
    await ana.mention('the mark');
    await eventually(ben, 'answered: the mark');
    expect(await countOf(ben, ANSWER)).toBe(0);
  });

  it('what was said while the cable was out is answered when it is back', async () => {
    const { discord, ana, ben } = await start();
    discord.gateway.refuse('unavailable');
    discord.gateway.drop();
    await discord.gateway.seen('refused');
    await ana.mention(QUESTION);
    discord.gateway.accept();
    await eventually(ben, ANSWER);
  });
});
