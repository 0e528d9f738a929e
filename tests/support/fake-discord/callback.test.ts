import { type Client, Events, type Interaction, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeDiscord, type FakeDiscordPerson, startFakeDiscord } from './index.js';
import { connectClient } from './real-client.js';

const input = (more: object = {}) => ({ type: 4, custom_id: 'a', style: 1, ...more });
const label = (more: object = {}, inside: object = {}) => ({ type: 18, label: 'A', component: input(inside), ...more });
const row = (more: object = {}) => ({ type: 1, components: [input({ label: 'A', ...more })] });
const form = (...components: readonly object[]) => ({ type: 9, data: { custom_id: 'f', title: 'T', components } });
const formAs = (more: object) => ({ type: 9, data: { custom_id: 'f', title: 'T', components: [label()], ...more } });
const choices = (all: readonly object[]) => ({ type: 8, data: { choices: all } });
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

describe('callbacks that Discord refuses', () => {
  let fake: FakeDiscord;
  let client: Client;
  let ana: FakeDiscordPerson;
  /** By how much the platform's clock is ahead, in milliseconds. */
  let late: number;

  beforeEach(async () => {
    late = 0;
    fake = await startFakeDiscord({ deadlineMs: 200, now: () => Date.now() + late });
    client = await connectClient(fake);
    ana = fake.person({ name: 'Ana' });
    const what = { type: 3, name: 'what', description: 'What', autocomplete: true } as const;
    await client.application?.commands.set([{ name: 'explain', description: 'Explains', options: [what] }]);
  });
  afterEach(async () => {
    await client.destroy();
    await fake.close();
  });

  /** Answers the next interaction with `body`; what comes back for it. */
  function answered(body: object): Promise<unknown> {
    return new Promise((resolve) => {
      client.once(Events.InteractionCreate, ({ id, token }: Interaction) => {
        client.rest.post(Routes.interactionCallback(id, token), { body, auth: false }).then(resolve, resolve);
      });
    });
  }

  it.each([
    ['an unknown type', { type: 99 }],
    ['an update of nothing', { type: 7, data: { content: 'x' } }],
    ['a deferred update of nothing', { type: 6 }],
    ['choices for a command', choices([])],
    ['a promise with the flag of components', { type: 5, data: { flags: 1 << 15 } }],
    ['a form without fields', form()],
    ['a form without a name', formAs({ custom_id: '' })],
    ['a title of 46 characters', formAs({ title: 'x'.repeat(46) })],
    ['an empty title', formAs({ title: '' })],
    ['six fields', form(...many(6, (n) => label({}, { custom_id: `f${n}` })))],
    ['the same field twice', form(label(), label())],
    ['a label of 46 characters', form(label({ label: 'x'.repeat(46) }))],
    ['a label of 46 characters in a row', form(row({ label: 'x'.repeat(46) }))],
    ['an input in a row without a label', form(row({ label: undefined }))],
    ['a placeholder of 101 characters', form(label({}, { placeholder: 'x'.repeat(101) }))],
    ['4,001 characters', form(label({}, { value: 'x'.repeat(4_001) }))],
    ['more characters than may be written', form(label({}, { value: 'xxx', max_length: 2 }))],
    ['a button in a form', form({ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a' }] })],
  ])('for a command: %s', async (_, body) => {
    const answer = answered(body);
    await expect(ana.run('explain', {})).rejects.toThrow('did not respond');
    expect(await answer).toMatchObject({ status: 400, code: 50_035 });
    expect(fake.violations).toHaveLength(1);
  });

  it.each([
    ['a message', { type: 4, data: { content: 'x' } }],
    ['26 choices', choices(many(26, (n) => ({ name: `${n}`, value: `${n}` })))],
    ['a choice of 101 characters', choices([{ name: 'x'.repeat(101), value: 'x' }])],
    ['a choice without a name', choices([{ name: '', value: 'x' }])],
  ])('for autocomplete: %s', async (_, body) => {
    const answer = answered(body);
    await expect(ana.autocomplete('explain', 'what', 'x')).rejects.toThrow('did not respond');
    expect(await answer).toMatchObject({ status: 400, code: 50_035 });
  });

  it('for a form: another form', async () => {
    const opened = answered(formAs({}));
    await ana.run('explain', {});
    await opened;
    const answer = answered(formAs({}));
    await expect(ana.submit({ a: 'x' })).rejects.toThrow('did not respond');
    expect(await answer).toMatchObject({ code: 50_035 });
    expect(await ana.openForm()).toEqual(['A']);
  });

  it('for an interaction that there was not', async () => {
    const path = Routes.interactionCallback(fake.applicationId, 'token');
    await expect(client.rest.post(path, { body: { type: 5 }, auth: false })).rejects.toMatchObject({ code: 10_062 });
  });

  it('a follow-up before the first answer', async () => {
    const early = new Promise((resolve) => {
      client.once(Events.InteractionCreate, ({ token }) => {
        const path = Routes.webhook(fake.applicationId, token);
        client.rest.post(path, { body: { content: 'x' }, auth: false }).then(resolve, resolve);
      });
    });
    await expect(ana.run('explain', {})).rejects.toThrow('did not respond');
    expect(await early).toMatchObject({ code: 10_015 });
  });

  it('an edit after the token has run out', async () => {
    const token = new Promise<string>((resolve) => {
      client.once(Events.InteractionCreate, (interaction) => resolve(interaction.token));
    });
    const answer = answered({ type: 5 });
    await ana.run('explain', {});
    await answer;
    const path = Routes.webhookMessage(fake.applicationId, await token);
    late = 16 * 60_000;
    const edit = client.rest.patch(path, { body: { content: 'x' }, auth: false });
    await expect(edit).rejects.toMatchObject({ code: 50_027 });
  });
});
