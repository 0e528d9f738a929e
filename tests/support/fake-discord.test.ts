import {
  type APIModalInteractionResponseCallbackData,
  type Client,
  Events,
  type Interaction,
  type InteractionEditReplyOptions,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  badGateway,
  connectionReset,
  type FakeDiscord,
  type FakeDiscordPerson,
  rateLimited,
  slowly,
  startFakeDiscord,
} from './fake-discord/index.js';
import { connectClient, createClient } from './fake-discord/real-client.js';

function card(words: string) {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: `### ${words}\n\\*as it is\\*` },
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: 'Turn', custom_id: 'turn' },
              { type: 2, style: 5, label: 'Read', url: 'https://example.org' },
            ],
          },
          {
            type: 1,
            components: [
              { type: 3, custom_id: 'colour', placeholder: 'Colour', options: [{ label: 'Red', value: 'r' }] },
            ],
          },
        ],
      },
    ],
  } as const satisfies InteractionEditReplyOptions;
}

const LABELS: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'A card',
  components: [
    { type: 10, content: 'Read this first' },
    { type: 18, label: 'Front', component: { type: 4, custom_id: 'front', style: 1, value: 'filled', max_length: 20 } },
    { type: 18, label: 'Back', component: { type: 4, custom_id: 'back', style: 2, required: false } },
  ],
};
const ROWS: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'A card',
  components: [{ type: 1, components: [{ type: 4, custom_id: 'front', style: 1, label: 'Front' }] }],
};

describe('the fake of Discord, by the real client', () => {
  let fake: FakeDiscord;
  let client: Client;
  let ana: FakeDiscordPerson;
  let ben: FakeDiscordPerson;

  beforeEach(async () => {
    fake = await startFakeDiscord({ deadlineMs: 500 });
    client = await connectClient(fake);
    ana = fake.person({ name: 'Ana', locale: 'es-ES' });
    ben = fake.person({ name: 'Ben' });
  });
  afterEach(async () => {
    await client.destroy();
    await fake.close();
  });

  function on(answer: (interaction: Interaction) => Promise<unknown>): void {
    client.removeAllListeners(Events.InteractionCreate);
    client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  }
  async function textsOf(person: FakeDiscordPerson): Promise<readonly string[]> {
    return (await person.sees()).map(({ text }) => text);
  }
  function eventually(person: FakeDiscordPerson, words: string) {
    return vi.waitFor(async () => {
      const found = (await person.sees()).findLast(({ text }) => text.includes(words));
      if (found === undefined) throw new Error(`nobody sees ${words}`);
      return found;
    });
  }
  /** What the platform answered to the last request of the client that it did not like. */
  function codeOf(request: Promise<unknown>): Promise<unknown> {
    return request.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  }

  it('lets a client in, and tells it where it is', () => {
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['A server']);
    expect(client.guilds.cache.get(fake.guild.id)?.systemChannel?.name).toBe('welcome');
    expect(fake.gateway.log.map(({ name }) => name)).toEqual(['connected', 'identified']);
  });

  it('lets no client in with another token', async () => {
    await expect(createClient(fake).login('another')).rejects.toThrow(/invalid token/i);
  });

  it('shows a deferred answer to the asker alone, first as a promise, then filled', async () => {
    on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      expect(await textsOf(ana)).toEqual(['Repaso is thinking…']);
      await interaction.editReply(card(`${interaction.locale} ${interaction.options.getString('what')}`));
    });
    await ana.run('explain', { what: 'layers' });
    expect(await eventually(ana, 'layers')).toMatchObject({
      text: 'es-ES layers\n*as it is*',
      buttons: ['Turn'],
      selects: ['Colour'],
      links: [{ label: 'Read', url: 'https://example.org' }],
      ephemeral: true,
    });
    expect(await ben.sees()).toEqual([]);
    expect(fake.callbackKinds).toEqual([5]);
    expect(fake.violations).toEqual([]);
  });

  it('fills a public promise by the first follow-up, which cannot become private', async () => {
    on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp({ content: 'first', flags: MessageFlags.Ephemeral });
      await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
    });
    await ana.run('explain', {});
    await eventually(ana, 'second');
    expect(await textsOf(ana)).toEqual(['first', 'second']);
    expect(await textsOf(ben)).toEqual(['first']);
  });

  it('takes a public promise away again', async () => {
    on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.deleteReply();
      await interaction.followUp({ content: 'alone', flags: MessageFlags.Ephemeral });
    });
    await ana.run('explain', {});
    await eventually(ana, 'alone');
    expect(await textsOf(ben)).toEqual([]);
  });

  it.each(['later', 'at once'])('changes a private message that was pressed, %s', async (when) => {
    on(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ ...card('side 1'), flags: ['Ephemeral', 'IsComponentsV2'] });
      if (!interaction.isButton()) return;
      if (when === 'at once') return interaction.update(card('side 2'));
      await interaction.deferUpdate();
      return interaction.editReply(card('side 2'));
    });
    await ana.run('card', {});
    const before = await eventually(ana, 'side 1');
    await ana.press(before, 'Turn');
    expect(await eventually(ana, 'side 2')).toMatchObject({ id: before.id, ephemeral: true });
    expect(await ana.sees()).toHaveLength(1);
    expect(fake.violations).toEqual([]);
  });

  it('hands over what was chosen', async () => {
    on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('choose'));
      if (interaction.isStringSelectMenu()) await interaction.reply(`chose ${interaction.values}`);
    });
    await ana.run('card', {});
    await ben.choose(await eventually(ben, 'choose'), 'Colour', 'Red');
    await eventually(ana, 'chose r');
    await expect(ben.choose(await eventually(ben, 'choose'), 'Colour', 'Green')).rejects.toThrow('has no "Green"');
  });

  it.each([
    ['labels', LABELS, ['Front', 'Back'], 'filled'],
    ['rows', ROWS, ['Front'], 'written'],
  ] as const)('opens a form of %s from a command, and sends what was written', async (_, modal, labels, front) => {
    on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      if (interaction.isModalSubmit()) await interaction.reply(`got ${interaction.fields.getTextInputValue('front')}`);
    });
    await ana.run('ask', {});
    expect(await ana.openForm()).toEqual(labels);
    await ana.submit(front === 'filled' ? {} : { front });
    expect(await ana.openForm()).toBeNull();
    await eventually(ana, `got ${front}`);
  });

  it('changes the message whose button opened the form', async () => {
    on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('side 1'));
      if (interaction.isButton()) await interaction.showModal(LABELS);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) await interaction.update(card('side 2'));
    });
    await ana.run('card', {});
    await ana.press(await eventually(ana, 'side 1'), 'Turn');
    await expect(ana.submit({ front: 'x'.repeat(21) })).rejects.toThrow('21 characters');
    await ana.submit({ front: 'short' });
    await eventually(ben, 'side 2');
    expect(await ben.sees()).toHaveLength(1);
  });

  it('sends options by the type with which they were registered, and only such', async () => {
    const count = { type: 4, name: 'count', description: 'How many', required: true } as const;
    await client.application?.commands.set([{ name: 'quiz', description: 'Asks', options: [count] }]);
    on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`asks ${interaction.options.getInteger('count')}`);
    });
    await ana.run('quiz', { count: '3' });
    await eventually(ana, 'asks 3');
    await expect(ana.run('quiz', { count: 'three' })).rejects.toThrow('no "three"');
    await expect(ana.run('quiz', {})).rejects.toThrow('only with count');
  });

  it('asks for suggestions, and shows them in the language of the asker', async () => {
    const what = { type: 3, name: 'what', description: 'What', autocomplete: true } as const;
    await client.application?.commands.set([{ name: 'explain', description: 'Explains', options: [what] }]);
    on(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${value}ers`, nameLocalizations: { 'es-ES': 'capas' }, value: 'layers' }]);
    });
    expect(await ana.autocomplete('explain', 'what', 'lay')).toEqual([{ name: 'capas', value: 'layers' }]);
    expect(await ben.autocomplete('explain', 'what', 'lay')).toEqual([{ name: 'layers', value: 'layers' }]);
  });

  it('hands over the message on which a menu was opened', async () => {
    await client.application?.commands.set([{ type: 3, name: 'Make a card' }]);
    on(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      const { author, content } = interaction.targetMessage;
      await interaction.reply(`${author.username}: ${content}`);
    });
    await ana.useMessage('Make a card', 'a layer is a diff', ben);
    await eventually(ana, 'ben: a layer is a diff');
  });

  it('carries direct messages, with buttons that know no server', async () => {
    on(async (interaction) => {
      if (interaction.isButton())
        await interaction.update(card(`guild ${interaction.guildId}, ${interaction.context}`));
    });
    const channel = await client.users.createDM(ana.id);
    await channel.send(card('good morning'));
    await ana.press(await eventually(ana, 'good morning'), 'Turn');
    await eventually(ana, 'guild null, 1');
    expect(await ben.sees()).toEqual([]);
    ana.closeDirectMessages();
    expect(await codeOf(channel.send('again'))).toBe(50_007);
  });

  it('takes commands in direct messages and in threads', async () => {
    on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.commandName} ${interaction.context} ${interaction.channel?.type}`);
    });
    await ana.runInDm('here', {});
    await ana.runInThread('there', {});
    expect(await textsOf(ana)).toEqual(['here 1 undefined', 'there 0 11']);
    expect(await textsOf(ben)).toEqual(['there 0 11']);
  });

  it('writes a message with the same nonce once', async () => {
    const channel = await client.channels.fetch(fake.guild.channelId);
    if (!channel?.isSendable()) throw new Error('no channel');
    const message = { content: 'board', nonce: 'board-47', enforceNonce: true };
    expect((await channel.send(message)).id).toBe((await channel.send(message)).id);
    expect(await textsOf(ben)).toEqual(['board']);
  });

  it('shows a file where a component shows it, and nowhere else', async () => {
    const files = [{ attachment: Buffer.from('the rest **of it**'), name: 'rest-of-it.txt' }];
    const components = [
      { type: 10, content: 'the beginning' },
      { type: 13, file: { url: 'attachment://rest-of-it.txt' } },
    ] as const;
    const channel = await client.users.createDM(ana.id);
    await channel.send({ flags: MessageFlags.IsComponentsV2, components, files });
    await channel.send({ flags: MessageFlags.IsComponentsV2, components: [components[0]], files });
    expect(await textsOf(ana)).toEqual(['the beginning\nthe rest **of it**', 'the beginning']);
  });

  it('delivers an interaction twice under one id, and takes one answer', async () => {
    const answers: Promise<unknown>[] = [];
    const ids: string[] = [];
    on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      ids.push(interaction.id);
      answers.push(codeOf(interaction.reply('once')));
    });
    await Promise.all([ana.run('explain', {}, 'k'), ana.run('explain', {}, 'k')]);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect((await Promise.all(answers)).toSorted()).toEqual([40_060, 'done']);
    expect(new Set(ids).size).toBe(1);
    expect(await textsOf(ana)).toEqual(['once']);
  });

  it('takes no answer after the deadline', async () => {
    const answered = new Promise((resolve) => {
      on(async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await new Promise((later) => setTimeout(later, 600));
        resolve(await codeOf(interaction.reply('late')));
      });
    });
    await expect(ana.run('explain', {})).rejects.toThrow('did not respond');
    expect(await answered).toBe(10_062);
  });

  it.each([
    ['429', [rateLimited(0.05), rateLimited(0.05)]],
    ['502', [badGateway()]],
    ['502 though it was done', [badGateway({ performed: true })]],
    ['a connection that is reset', [connectionReset()]],
    ['an answer that is late', [slowly(50)]],
  ])('survives %s as a client does that tries again', async (_, faults) => {
    const path = /^\/channels\/\d+\/messages$/;
    fake.failNext({ method: 'POST', path }, ...faults);
    const channel = await client.users.createDM(ana.id);
    await channel.send({ content: 'hello', nonce: 'n-1', enforceNonce: true });
    expect(await textsOf(ana)).toEqual(['hello']);
    expect(fake.faultsLeft).toBe(0);
    expect(await fake.seen({ method: 'POST', path })).toMatchObject({ body: { content: 'hello' } });
  });

  it.each([
    ['gone', 10_003],
    ['hidden', 50_001],
    ['read-only', 50_013],
  ] as const)('refuses to write into a channel that is %s', async (access, code) => {
    const channel = await client.channels.fetch(fake.guild.channelId);
    if (!channel?.isSendable()) throw new Error('no channel');
    fake.setAccess(channel.id, access);
    expect(await codeOf(channel.send('hello'))).toBe(code);
  });

  it('sees who would be called by a message', async () => {
    const channel = await client.users.createDM(ana.id);
    const content = `@everyone <@${ana.id}>`;
    await channel.send({ content, allowedMentions: { parse: [] } });
    expect(fake.pings).toEqual([]);
    const { id } = await channel.send({ content, allowedMentions: { parse: ['users'] } });
    expect(fake.pings).toEqual([{ messageId: id, everyone: false, roles: [], users: [ana.id] }]);
  });

  it('refuses what is malformed, and remembers it', async () => {
    on(async (interaction) => {
      if (interaction.isChatInputCommand()) await codeOf(interaction.reply({ content: 'x'.repeat(2_001) }));
    });
    await expect(ana.run('explain', {})).rejects.toThrow('did not respond');
    expect(fake.violations).toMatchObject([{ method: 'POST', problems: [{ path: ['data', 'content'] }] }]);
  });
});
