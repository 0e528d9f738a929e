import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkDiscord, installLink, PERMISSIONS } from '../../../src/chat/discord/check.js';
import { deadAddress, type Reply, serveApi } from '../../cli/api-server.js';

const TOKEN = 'MTk4NjIy.Cl2FMQ.secret';
const USER: Reply = { body: { id: '81', username: 'Repaso' } };
const APPLICATION = { id: '82', name: 'Repaso', approximate_guild_count: 3, interactions_endpoint_url: null };

async function checked(user: Reply, application: Reply, token = TOKEN) {
  const api = await serveApi({ '/api/v10/users/@me': user, '/api/v10/applications/@me': application });
  onTestFinished(api.close);
  return { found: await checkDiscord({ token, apiBase: `${api.url}/api/` }), seen: api.seen };
}

describe('the install link', () => {
  it('asks for the scopes and for what the bot does, as Discord numbers it', () => {
    const named: Readonly<Record<string, bigint>> = PermissionFlagsBits;
    expect(Object.entries(PERMISSIONS)).toEqual(Object.keys(PERMISSIONS).map((name) => [name, named[name]]));
    expect(installLink('82')).toBe(
      'https://discord.com/oauth2/authorize?client_id=82&scope=bot+applications.commands&permissions=274878024704',
    );
  });
});

describe('the check of Discord', () => {
  it('tells who the bot is, where it is, and how it is invited', async () => {
    const { found, seen } = await checked(USER, { body: APPLICATION });
    expect(found).toEqual({
      status: 'good',
      botName: 'Repaso',
      applicationId: '82',
      guilds: 3,
      installLink: installLink('82'),
    });
    expect([...seen].sort()).toEqual([
      `GET /api/v10/applications/@me Bot ${TOKEN}`,
      `GET /api/v10/users/@me Bot ${TOKEN}`,
    ]);
  });

  it('does without what an API of few methods does not tell', async () => {
    const { found } = await checked(USER, { status: 404, body: { message: '404: Not Found', code: 0 } });
    expect(found).toMatchObject({ status: 'good', applicationId: '81', guilds: null });
  });

  it.each<[string, Reply, Reply, unknown]>([
    [
      'a token that Discord does not know',
      { status: 401, body: { message: '401: Unauthorized', code: 0 } },
      { status: 401, body: {} },
      { status: 'refused' },
    ],
    [
      'interactions that go elsewhere',
      USER,
      { body: { ...APPLICATION, interactions_endpoint_url: 'https://old.example/discord' } },
      { status: 'elsewhere', endpoint: 'https://old.example/discord' },
    ],
    ['a failing API', { status: 502, body: 'Bad gateway' }, USER, { status: 'odd', httpStatus: 502 }],
    ['a page that is no API', { body: '<html>' }, { body: '<html>' }, { status: 'odd', httpStatus: 200 }],
  ])('knows %s', async (_, user, application, expected) => {
    expect((await checked(user, application)).found).toEqual(expected);
  });

  it.each([
    `${TOKEN}\n`,
    `“${TOKEN}”`,
    '',
    'two words',
  ])('sends no token that no header can hold: %j', async (token) => {
    const { found, seen } = await checked(USER, { body: APPLICATION }, token);
    expect(found).toEqual({ status: 'refused' });
    expect(seen).toEqual([]);
  });

  it('names the reason where nobody answers', async () => {
    const apiBase = await deadAddress();
    expect(await checkDiscord({ token: TOKEN, apiBase })).toEqual({ status: 'unreachable', reason: 'ECONNREFUSED' });
  });

  it('waits for five seconds and no longer', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const signal = AbortSignal.abort(new DOMException('too slow', 'TimeoutError'));
      return signal;
    });
    onTestFinished(() => timeout.mockRestore());
    const { found } = await checked('hang', 'hang');
    expect(found).toEqual({ status: 'unreachable', reason: 'timeout' });
    expect(timeout.mock.calls).toEqual([[5_000], [5_000]]);
  });

  it('tells no word of an error, which may repeat the token', async () => {
    const ask: typeof fetch = async () => {
      throw new TypeError(`Headers.append: "Bot ${TOKEN}" is an invalid header value.`);
    };
    const found = await checkDiscord({ token: TOKEN, apiBase: null }, ask);
    expect(found).toEqual({ status: 'unreachable', reason: 'unknown' });
  });
});
