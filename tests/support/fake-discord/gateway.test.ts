import {
  ChannelType,
  type Client,
  Events,
  type GatewayIntentBits,
  type Interaction,
  type Message,
  MessageType,
  Partials,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeDiscord, type FakeDiscordPerson, startFakeDiscord } from './index.js';
import { connect, connectClient, createClient } from './real-client.js';

describe('the gateway of the fake, by the real client', () => {
  let fake: FakeDiscord;
  let client: Client;
  let ana: FakeDiscordPerson;

  async function start(heartbeatInterval = 41_250): Promise<void> {
    fake = await startFakeDiscord({ heartbeatInterval });
    client = await connectClient(fake);
    client.on(Events.InteractionCreate, (interaction: Interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply(`did ${interaction.commandName}`);
    });
    client.on(Events.Error, () => {});
    ana = fake.person({ name: 'Ana' });
  }
  function steps(): readonly string[] {
    return fake.gateway.log.map(({ name }) => name).filter((name) => name !== 'heartbeat');
  }
  async function didOnce(command: string): Promise<void> {
    await ana.run(command, {});
    expect((await ana.sees()).map(({ text }) => text).filter((text) => text === `did ${command}`)).toHaveLength(1);
  }

  afterEach(async () => {
    await client.destroy();
    await fake.close();
  });

  describe.each([
    ['asks to reconnect (op 7)', () => fake.gateway.reconnect()],
    ['invalidates a session that can be resumed (op 9)', () => fake.gateway.invalidate(true)],
    ['closes with 4000', () => fake.gateway.close(4000)],
    ['hangs up', () => fake.gateway.drop()],
  ])('%s', (_, disturb) => {
    beforeEach(() => start());

    it('is resumed, and what happened meanwhile is replayed', async () => {
      disturb();
      await didOnce('meanwhile');
      await fake.gateway.seen('resumed');
      await didOnce('afterwards');
      expect(steps().filter((step) => step === 'identified')).toHaveLength(1);
    });
  });

  it.each([
    ['invalidates the session (op 9)', () => fake.gateway.invalidate(false)],
    [
      'has forgotten the session that is resumed',
      () => {
        fake.gateway.forget();
        fake.gateway.reconnect();
      },
    ],
  ])('%s: the client identifies anew', async (_, disturb) => {
    await start();
    disturb();
    await fake.gateway.seen('identified', 2);
    await didOnce('afterwards');
  });

  it('answers heartbeats, and asks for one', async () => {
    await start(50);
    expect(await fake.gateway.seen('heartbeat', 2)).toMatchObject({ sequence: 2 });
    fake.gateway.requestHeartbeat();
    await fake.gateway.seen('heartbeat', 3);
    expect(steps()).toEqual(['connected', 'identified']);
  });

  it('goes silent: the client notices by the heartbeat that is not answered, and resumes', async () => {
    await start(100);
    fake.gateway.mute();
    const done = didOnce('meanwhile');
    await fake.gateway.seen('resumed');
    await done;
  });

  it.each(['unavailable', 'reset'] as const)('turns connections away (%s) until it takes them again', async (how) => {
    await start();
    fake.gateway.refuse(how);
    fake.gateway.close(4000);
    await fake.gateway.seen('refused', 2);
    fake.gateway.accept();
    await Promise.race([fake.gateway.seen('resumed'), fake.gateway.seen('identified', 2)]);
    await didOnce('afterwards');
  });

  it('says HELLO late', async () => {
    await start();
    const greet = fake.gateway.holdHello();
    fake.gateway.close(4000);
    await fake.gateway.seen('connected', 2);
    greet();
    await fake.gateway.seen('resumed');
    expect(steps()).toEqual(['connected', 'identified', 'closed', 'connected', 'resumed']);
  });

  it('drops the session of a client that says goodbye', async () => {
    await start();
    await client.destroy();
    expect(await fake.gateway.seen('closed')).toMatchObject({ code: 1000 });
    expect(fake.gateway.isConnected).toBe(false);
    client = createClient(fake);
    await connect(client, fake.token);
    expect(steps()).toEqual(['connected', 'identified', 'closed', 'connected', 'identified']);
  });

  it('refuses intents that nobody granted', async () => {
    await start();
    const greedy = createClient(fake, { intents: ['Guilds', 'MessageContent'] });
    await expect(greedy.login(fake.token)).rejects.toThrow(/disallowed intents/i);
    await greedy.destroy();
  });

  it('refuses intents that the application may not have', async () => {
    await start();
    const refusing = await startFakeDiscord({ refusedIntents: 1 << 9 });
    const hopeful = createClient(refusing, { intents: ['Guilds', 'GuildMessages'] });
    await expect(hopeful.login(refusing.token)).rejects.toThrow(/disallowed intents/i);
    await hopeful.destroy();
    await refusing.close();
  });

  it('tells of servers that come and go', async () => {
    await start();
    const joined = new Promise((resolve) => client.once(Events.GuildCreate, ({ name }) => resolve(name)));
    const guild = fake.join({ name: 'Another', preferredLocale: 'es-ES' });
    expect(await joined).toBe('Another');
    const left = new Promise((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
    fake.leave(guild);
    expect(await left).toBe(guild.id);
  });
});

describe('messages of the fake, by the real client', () => {
  let fake: FakeDiscord;
  const clients: Client[] = [];

  async function hears(...intents: readonly (keyof typeof GatewayIntentBits)[]) {
    const client = await connectClient(fake, { intents: ['Guilds', ...intents], partials: [Partials.Channel] });
    clients.push(client);
    const heard: Message[] = [];
    client.on(Events.MessageCreate, (message) => heard.push(message));
    return heard;
  }
  beforeEach(async () => {
    fake = await startFakeDiscord();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.destroy()));
    await fake.close();
  });

  it('come only with the intents for them', async () => {
    const [none, guild, direct] = [await hears(), await hears('GuildMessages'), await hears('DirectMessages')];
    const ana = fake.person({ name: 'Ana' });
    await ana.mention('in the server');
    await ana.directMessage('alone');
    await vi.waitFor(() => expect([guild.length, direct.length]).toEqual([1, 1]));
    expect(none).toEqual([]);
    expect(guild[0]).toMatchObject({ content: `<@${fake.applicationId}> in the server`, guildId: fake.guild.id });
    expect(direct[0]).toMatchObject({ content: 'alone', guildId: null });
  });

  it('have words and files only where the bot is called, answered with a call, or alone with somebody', async () => {
    const heard = await hears('GuildMessages', 'DirectMessages');
    const ana = fake.person({ name: 'Ana' });
    const files = [{ name: 'notes.md', bytes: Uint8Array.of(1) }];
    ana.say('nobody is called', { files });
    await ana.mention('called', { files });
    await ana.mentionRole('by the role');
    await ana.directMessage('alone', { files });
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    const seen = heard.map(({ content, attachments }) => [content.replace(/<.*> /, ''), attachments.size]);
    expect(seen).toEqual([
      ['', 0],
      ['called', 1],
      ['', 0],
      ['alone', 1],
    ]);
    expect(heard[2]?.mentions.roles.size).toBe(1);
  });

  it('tell what they answer, and whom they call by it', async () => {
    const heard = await hears('GuildMessages');
    const ana = fake.person({ name: 'Ana' });
    await ana.mention('first');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    const channel = heard[0]?.channel;
    if (channel?.type !== ChannelType.GuildText) throw new Error('no channel');
    const own = await channel.send({
      content: 'mine',
      reply: { messageReference: heard[0]?.id ?? '' },
      allowedMentions: { parse: [] },
    });
    expect(fake.pings).toEqual([]);
    ana.say('with a call', { replyTo: own.id });
    ana.say('without one', { replyTo: own.id, ping: false });
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    const [, , called, quiet] = heard;
    expect(called).toMatchObject({ content: 'with a call', type: MessageType.Reply, reference: { messageId: own.id } });
    expect(quiet).toMatchObject({ content: '', type: MessageType.Reply, reference: { messageId: own.id } });
    await channel.send({ content: 'loud', reply: { messageReference: heard[0]?.id ?? '' } });
    expect(fake.pings).toMatchObject([{ users: [ana.id] }]);
  });

  it('come from channels that the bot may see', async () => {
    const heard = await hears('GuildMessages');
    const ana = fake.person({ name: 'Ana' });
    fake.setAccess(fake.guild.channelId, 'hidden');
    await ana.mention('behind a door');
    fake.setAccess(fake.guild.channelId, 'read-only');
    await ana.mention('behind glass');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]?.content).toContain('behind glass');
  });

  it('are told under their own types, as of webhooks, of Discord and of other bots', async () => {
    const heard = await hears('GuildMessages');
    fake.person({ name: 'Robo', isProgram: true }).say('a program');
    fake.person({ name: 'Hook' }).say('a hook', { webhookId: '77' });
    fake.person({ name: 'Ana' }).pin();
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.map(({ author, webhookId, system }) => [author.bot, webhookId, system])).toEqual([
      [true, null, false],
      [false, '77', false],
      [false, null, true],
    ]);
  });
});
