import {
  type APIModalInteractionResponseCallbackData,
  type Client,
  Events,
  type ModalSubmitInteraction,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeDiscord, type FakeDiscordPerson, startFakeDiscord } from './index.js';
import { connectClient } from './real-client.js';

function modal(more: object = {}): APIModalInteractionResponseCallbackData {
  return {
    custom_id: 'form',
    title: 'Notes',
    components: [
      { type: 18, label: 'Deck', component: { type: 4, custom_id: 'deck', style: 1, required: false } },
      { type: 18, label: 'Notes', component: { type: 19, custom_id: 'notes', ...more } },
    ],
  };
}

const file = (name: string, size = 3) => ({ notes: { name, bytes: new Uint8Array(size).fill(7) } });

describe('files of a form, by the real client', () => {
  let fake: FakeDiscord;
  let client: Client;
  let ana: FakeDiscordPerson;
  let submitted: ModalSubmitInteraction[];

  beforeEach(async () => {
    fake = await startFakeDiscord({ deadlineMs: 500 });
    client = await connectClient(fake);
    ana = fake.person({ name: 'Ana' });
    submitted = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isModalSubmit()) return;
      submitted.push(interaction);
      void interaction.reply('thanks');
    });
  });
  afterEach(async () => {
    await client.destroy();
    await fake.close();
  });

  async function open(more: object = {}): Promise<void> {
    client.once(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) interaction.showModal(modal(more)).catch(() => {});
    });
    await ana.run('import', {});
  }
  function attached() {
    return submitted[0]?.fields.getUploadedFiles('notes')?.first();
  }

  it('are told by name, size and an address that hands them out', async () => {
    await open();
    await ana.submit({ deck: 'D' }, undefined, file('Día 1.md'));
    const attachment = attached();
    expect(attachment).toMatchObject({ name: 'Dia_1.md', size: 3, ephemeral: true });
    const answer = await fetch(attachment?.url ?? '');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([7, 7, 7]);
    expect(fake.violations).toEqual([]);
  });

  it('are not handed out without the signature of their address, nor when they are withheld', async () => {
    await open();
    await ana.submit({}, undefined, file('a.md'));
    const url = attached()?.url ?? '';
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(404);
    fake.withholdFiles();
    expect((await fetch(url)).status).toBe(404);
  });

  it('are none where nobody chose one and none is asked for', async () => {
    await open({ required: false, min_values: 0 });
    await ana.submit({ deck: 'D' });
    expect(submitted[0]?.fields.getField('notes')).toMatchObject({ type: 19, values: [] });
    expect(attached()).toBeUndefined();
  });

  it.each([
    ['without a file that is asked for', {}, {}, 'without a file in notes'],
    ['with a file of more than 10 MB', {}, file('a.md', 10 * 1024 * 1024 + 1), 'uploads no 10485761 bytes'],
    ['with an empty file', {}, file('a.md', 0), 'no empty file'],
    ['with text in a field for files', { notes: 'x' }, file('a.md'), 'no field notes'],
    ['with a file in a field for text', {}, { deck: file('a.md').notes, ...file('a.md') }, 'no field deck'],
  ])('are not sent %s', async (_, values, files, words) => {
    await open();
    await expect(ana.submit(values, undefined, files)).rejects.toThrow(words);
    expect(submitted).toEqual([]);
  });

  it.each([
    ['more files than can be sent', { min_values: 3, max_values: 2 }],
    ['11 files', { max_values: 11 }],
  ])('cannot be asked for: %s', async (_, more) => {
    await expect(open(more)).rejects.toThrow('did not respond');
    expect(fake.violations).toHaveLength(1);
  });
});
