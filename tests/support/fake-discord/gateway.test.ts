import { type Client, Events, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
