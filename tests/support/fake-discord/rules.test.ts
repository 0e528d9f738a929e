import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeDiscord, startFakeDiscord } from './index.js';

const V2 = 1 << 15;
const errorSchema = z.object({ code: z.number(), errors: z.unknown().optional() });

const text = (content: string) => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
const v2 = (...components: readonly object[]) => ({ flags: V2, components });
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const option = (more: object = {}) => ({ type: 3, name: 'what', description: 'What', ...more });
const command = (more: object = {}) => ({ type: 1, name: 'explain', description: 'Explains', ...more });

describe('the rules of the fake', () => {
  let fake: FakeDiscord;
  beforeAll(async () => {
    fake = await startFakeDiscord();
  });
  afterAll(() => fake.close());

  async function send(method: string, path: string, body: unknown): Promise<Response> {
    return fetch(`${fake.apiBase}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
  const post = (body: unknown) => send('POST', `/channels/${fake.guild.channelId}/messages`, body);
  const register = (commands: unknown) => send('PUT', `/applications/${fake.applicationId}/commands`, commands);

  async function expectRefused(answer: Response, code = 50_035): Promise<void> {
    const parsed = errorSchema.parse(await answer.json());
    expect({ status: answer.status, code: parsed.code }).toEqual({ status: 400, code });
  }

  it.each([
    ['2,000 characters', { content: 'x'.repeat(2_000) }],
    ['a text display of 4,000 characters', v2(text('x'.repeat(4_000)))],
    ['40 components', v2({ type: 17, components: many(39, () => text('x')) })],
    ['a row of five buttons', v2(row(...many(5, (n) => button({ custom_id: `b${n}` }))))],
    ['a link', v2(row(button({ style: 5, url: 'https://example.org', custom_id: undefined })))],
    ['a button with a picture alone', v2(row(button({ label: undefined, emoji: { name: '🔥' } })))],
    ['25 options', v2(row(select({ options: many(25, (n) => ({ label: `${n}`, value: `${n}` })) })))],
    ['rows without the flag', { content: 'x', components: [row(button())] }],
    ['a nonce of 25 characters', { content: 'x', nonce: 'n'.repeat(25), enforce_nonce: true }],
  ])('take %s', async (_, body) => {
    expect((await post(body)).status).toBe(200);
  });

  it.each([
    ['2,001 characters', { content: 'x'.repeat(2_001) }],
    ['a nonce of 26 characters', { content: 'x', nonce: 'n'.repeat(26) }],
    ['content beside components', { ...v2(text('x')), content: 'x' }],
    ['embeds beside components', { ...v2(text('x')), embeds: [{ title: 'x' }] }],
    ['the flag without components', { flags: V2 }],
    ['components of the new kind without the flag', { components: [text('x')] }],
    ['an empty text display', v2(text(''))],
    ['4,001 characters in two text displays', v2(text('x'.repeat(4_000)), text('x'))],
    ['41 components', v2({ type: 17, components: many(40, () => text('x')) })],
    ['six buttons in a row', v2(row(...many(6, (n) => button({ custom_id: `b${n}` }))))],
    ['a custom id of 101 characters', v2(row(button({ custom_id: 'x'.repeat(101) })))],
    ['an empty custom id', v2(row(button({ custom_id: '' })))],
    ['no custom id', v2(row(button({ custom_id: undefined })))],
    ['the same custom id twice', v2(row(button()), row(button()))],
    ['a label of 81 characters', v2(row(button({ label: 'x'.repeat(81) })))],
    ['a button without a label', v2(row(button({ label: undefined })))],
    ['a button with a word for a picture', v2(row(button({ emoji: { name: 'fire' } })))],
    ['a link without an address', v2(row(button({ style: 5, custom_id: undefined })))],
    ['a link with a custom id', v2(row(button({ style: 5, url: 'https://example.org' })))],
    ['a button with an address', v2(row(button({ url: 'https://example.org' })))],
    ['an empty row', v2(row())],
    ['a select beside a button', v2(row(select(), button()))],
    ['a select without options', v2(row(select({ options: [] })))],
    ['26 options', v2(row(select({ options: many(26, (n) => ({ label: `${n}`, value: `${n}` })) })))],
    ['the same option twice', v2(row(select({ options: many(2, () => ({ label: 'A', value: 'a' })) })))],
    ['an option of 101 characters', v2(row(select({ options: [{ label: 'x'.repeat(101), value: 'a' }] })))],
    ['a button outside a row', v2(button())],
    ['a container in a container', v2({ type: 17, components: [{ type: 17, components: [text('x')] }] })],
    ['a section without an accessory', v2({ type: 9, components: [text('x')] })],
    ['a colour beyond white', v2({ type: 17, accent_color: 0x1000000, components: [text('x')] })],
    ['a file that was not sent', v2({ type: 13, file: { url: 'attachment://notes.txt' } })],
    ['a file from elsewhere', v2({ type: 13, file: { url: 'https://example.org/notes.txt' } })],
    ['a mention of an unknown kind', { content: 'x', allowed_mentions: { parse: ['all'] } }],
  ])('refuse a message with %s', async (_, body) => {
    const before = fake.violations.length;
    await expectRefused(await post(body));
    expect(fake.violations).toHaveLength(before + 1);
  });

  it('refuse an empty message', async () => {
    await expectRefused(await post({ content: '' }), 50_006);
  });

  it('take an answer to a message of the channel alone, unless it may stand without', async () => {
    const answering = (message_id: string, more: object = {}) =>
      post({ content: 'x', message_reference: { message_id, ...more } });
    const id = fake.person({ name: 'Ana' }).say('a question');
    expect((await answering(id)).status).toBe(200);
    await expectRefused(await answering('404'));
    expect((await answering('404', { fail_if_not_exists: false })).status).toBe(200);
    fake.deleteMessage(id);
    await expectRefused(await answering(id));
    const { channelId } = fake.guild;
    fake.person({ name: 'Ben' }).pin();
    await expectRefused(await answering(fake.messagesIn(channelId).at(-1)?.id ?? ''));
  });

  it('take no answer where the bot may not read what was written before, and no message where it may not write', async () => {
    const { channelId } = fake.guild;
    const reply = { content: 'x', message_reference: { message_id: fake.person({ name: 'Ana' }).say('a question') } };
    fake.setAccess(channelId, 'no-history');
    const refused = await post(reply);
    expect([refused.status, errorSchema.parse(await refused.json()).code]).toEqual([403, 160_002]);
    expect((await post({ content: 'x' })).status).toBe(200);
    fake.setAccess(channelId, 'gone');
    expect(errorSchema.parse(await (await post(reply)).json()).code).toBe(10_003);
    fake.setAccess(channelId, 'open');
  });

  it('never let the new components go from a message that has them', async () => {
    const { id } = z.object({ id: z.string() }).parse(await (await post(v2(text('x')))).json());
    const path = `/channels/${fake.guild.channelId}/messages/${id}`;
    await expectRefused(await send('PATCH', path, { flags: 0, components: [], content: 'x' }));
    await expectRefused(await send('PATCH', path, { content: 'x' }));
    await expectRefused(await send('PATCH', path, { components: [] }));
    expect((await send('PATCH', path, { components: [text('y')] })).status).toBe(200);
  });

  it.each([
    ['none', []],
    ['100', many(100, (n) => command({ name: `c${n}` }))],
    ['names in another language', [command({ name: 'año', name_localizations: { 'es-ES': 'qué-es' } })]],
    ['the same name for another type', [command(), { type: 3, name: 'explain' }, { type: 3, name: 'Make a card' }]],
    ['permissions as text', [command({ default_member_permissions: '0' })]],
  ])('take commands: %s', async (_, commands) => {
    expect((await register(commands)).status).toBe(200);
    expect(fake.commands).toHaveLength(commands.length);
  });

  it.each([
    ['101', many(101, (n) => command({ name: `c${n}` }))],
    ['a name in capitals', [command({ name: 'Explain' })]],
    ['a name with a space', [command({ name: 'make card' })]],
    ['a name of 33 characters', [command({ name: 'x'.repeat(33) })]],
    ['no description', [command({ description: '' })]],
    ['a description of 101 characters', [command({ description: 'x'.repeat(101) })]],
    ['the same name twice', [command(), command()]],
    ['the same name in one language', [command(), command({ name: 'b', name_localizations: { fr: 'explain' } })]],
    ['a language that there is not', [command({ description_localizations: { es: 'Explica' } })]],
    ['a translated name in capitals', [command({ name_localizations: { 'es-ES': 'Explica' } })]],
    ['an option in capitals', [command({ options: [option({ name: 'What' })] })]],
    ['an option without a description', [command({ options: [option({ description: '' })] })]],
    ['the same option twice', [command({ options: [option(), option()] })]],
    ['26 options', [command({ options: many(26, (n) => option({ name: `o${n}` })) })]],
    ['a required option late', [command({ options: [option(), option({ name: 'b', required: true })] })]],
    [
      'choices with autocomplete',
      [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    ],
    ['26 choices', [command({ options: [option({ choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] })]],
    ['a description in a menu', [{ type: 3, name: 'Make a card', description: 'Makes one' }]],
    ['16 menus', many(16, (n) => ({ type: 3, name: `Menu ${n}` }))],
  ])('refuse commands: %s', async (_, commands) => {
    await expectRefused(await register(commands));
  });

  it('keep the id of a command that is registered again', async () => {
    await register([command()]);
    const [before] = fake.commands;
    await register([command({ description: 'Explains better' }), command({ name: 'other' })]);
    expect(fake.commands[0]).toMatchObject({ id: before?.id, description: 'Explains better' });
  });

  it('give away nothing without the token', async () => {
    const answer = await fetch(`${fake.apiBase}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
    expect(answer.status).toBe(401);
  });

  it('note a request that the fake does not know', async () => {
    expect((await send('POST', '/guilds', {})).status).toBe(404);
    expect(fake.violations.at(-1)).toMatchObject({ path: '/guilds', problems: [{ code: 'NO_ROUTE' }] });
  });
});
