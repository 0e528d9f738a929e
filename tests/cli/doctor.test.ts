import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SCOPES } from '../../src/chat/slack/scopes.js';
import type { Check } from '../../src/cli/check.js';
import { doctor } from '../../src/cli/doctor.js';
import { compareClocks } from '../../src/cli/doctor-database.js';
import type { Language } from '../../src/core/language.js';
import { instant } from '../../src/core/local-date.js';
import { type FakeDiscordOptions, startFakeDiscord } from '../support/fake-discord/index.js';
import { fakeIo } from '../support/fake-io.js';
import { type Reply as ModelReply, startFakeModel } from '../support/fake-model/index.js';
import { deadAddress, type Reply, serveApi } from './api-server.js';

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-doctor-'));
  env = { REPASO_DATA: path.join(folder, 'data'), REPASO_WEB: 'off' };
});
afterAll(() => rm(folder, { recursive: true }));

type Examined = { readonly exit: number; readonly checks: readonly Check[]; readonly said: string };

async function examine(more: Readonly<Record<string, string>>, language: Language = 'en'): Promise<Examined> {
  const io = fakeIo({ env: { ...env, ...more }, language });
  const exit = await doctor(io, { json: true });
  const { checks } = io.json();
  return { exit, checks, said: [...io.stdout, ...io.stderr].join('\n') };
}

async function platform(replies: Readonly<Record<string, Reply>>): Promise<string> {
  const api = await serveApi(replies);
  onTestFinished(api.close);
  return api.url;
}

async function fakeDiscord(options: FakeDiscordOptions = {}) {
  const fake = await startFakeDiscord(options);
  onTestFinished(() => fake.close());
  return { token: fake.token, apiBase: fake.apiBase, applicationId: fake.applicationId };
}

const of = (checks: readonly Check[], word: string) => checks.filter(({ name }) => name.includes(word));

describe('doctor, of the platforms', () => {
  it('says of a platform that is not set up where to read how, and finds nothing wrong with it', async () => {
    const { exit, checks } = await examine({});
    expect(exit).toBe(0);
    expect(of(checks, 'Discord')).toEqual([
      { name: 'Discord', ok: true, detail: 'not set up; “On Discord” in the README says how' },
    ]);
    expect(of(checks, 'Slack')).toEqual([
      { name: 'Slack', ok: true, detail: 'not set up; “On Slack” in the README says how' },
    ]);
  });

  it('knows the Discord bot and prints its invitation', async () => {
    const DISCORD_API_BASE = await platform({
      '/v10/users/@me': { body: { id: '81', username: 'Repaso' } },
      '/v10/applications/@me': { body: { id: '82', approximate_guild_count: 0 } },
    });
    const { exit, checks } = await examine({ DISCORD_TOKEN: 'good', DISCORD_API_BASE });
    expect(exit).toBe(0);
    expect(of(checks, 'Discord')).toEqual([
      { name: 'Discord', ok: true, detail: 'Repaso, in no server yet' },
      { name: 'Discord invitation', ok: true, detail: expect.stringContaining('client_id=82&scope=bot+applications') },
    ]);
  });

  it('says that Discord tells the bot what it asks to hear', async () => {
    const { token: DISCORD_TOKEN, apiBase: DISCORD_API_BASE, ...fake } = await fakeDiscord();
    const { exit, checks } = await examine({ DISCORD_TOKEN, DISCORD_API_BASE });
    expect([exit, of(checks, 'Discord').map(({ name, detail }) => [name, detail])]).toEqual([
      0,
      [
        ['Discord', 'repaso, in one server'],
        ['Discord events', 'heard: commands, mentions and direct messages'],
        ['Discord invitation', expect.stringContaining(`client_id=${fake.applicationId}`)],
      ],
    ]);
  });

  it.each([
    ['en', 'does not let the bot hear what it asks to hear (intents, 4014)', 'nothing has to be switched on'],
    ['es', 'no deja que el bot oiga lo que pide oír (intents, 4014)', 'no hay que activar nada'],
  ] as const)('says in plain words that an intent is refused (%s)', async (language, detail, mend) => {
    const { token: DISCORD_TOKEN, apiBase: DISCORD_API_BASE } = await fakeDiscord({ refusedIntents: 1 << 9 });
    const { exit, checks } = await examine({ DISCORD_TOKEN, DISCORD_API_BASE }, language);
    expect(exit).toBe(1);
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      {
        name: expect.stringContaining('Discord'),
        ok: false,
        detail: expect.stringContaining(detail),
        mend: expect.stringContaining(mend),
      },
    ]);
  });

  it.each<[string, Reply, Reply, string, string]>([
    ['a wrong token', { status: 401, body: {} }, { status: 401, body: {} }, 'does not know the token', 'Reset Token'],
    [
      'another endpoint',
      { body: { id: '81', username: 'Repaso' } },
      { body: { id: '82', interactions_endpoint_url: 'https://old.example' } },
      'https://old.example',
      'Interactions Endpoint URL',
    ],
    ['an outage', { status: 500, body: '' }, { status: 500, body: '' }, 'HTTP 500', 'DISCORD_API_BASE'],
  ])('says what to do about %s on Discord', async (_, user, application, detail, mend) => {
    const DISCORD_API_BASE = await platform({ '/v10/users/@me': user, '/v10/applications/@me': application });
    const { exit, checks, said } = await examine({ DISCORD_TOKEN: 'hunter2', DISCORD_API_BASE });
    expect([exit, of(checks, 'Discord').map(({ ok }) => ok)]).toEqual([1, [false]]);
    expect(of(checks, 'Discord')[0]).toMatchObject({
      detail: expect.stringContaining(detail),
      mend: expect.stringContaining(mend),
    });
    expect(said).not.toContain('hunter2');
  });

  it('knows the Slack bot and its socket', async () => {
    const SLACK_API_URL = await platform({
      '/auth.test': {
        headers: { 'x-oauth-scopes': SCOPES.join(',') },
        body: { ok: true, team: 'Infra', user: 'repaso' },
      },
      '/apps.connections.open': { body: { ok: true, url: 'wss://wss.example' } },
    });
    const { exit, checks } = await examine({ SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a', SLACK_API_URL });
    expect(exit).toBe(0);
    expect(of(checks, 'Slack').map(({ name, detail }) => [name, detail])).toEqual([
      ['Slack', 'repaso in Infra, with every scope'],
      ['Slack socket', 'Slack opens one'],
    ]);
  });

  it('says what to do about each Slack token that does not work', async () => {
    const SLACK_API_URL = await platform({
      '/auth.test': { body: { ok: false, error: 'invalid_auth' } },
      '/apps.connections.open': { body: { ok: false, error: 'missing_scope' } },
    });
    const tokens = { SLACK_BOT_TOKEN: 'hunter2', SLACK_APP_TOKEN: 'hunter3', SLACK_API_URL };
    const { exit, checks, said } = await examine(tokens);
    expect(exit).toBe(1);
    expect(of(checks, 'Slack').map(({ ok, detail }) => [ok, detail])).toEqual([
      [false, 'Slack refuses the token (invalid_auth)'],
      [false, 'Slack refuses the token (missing_scope)'],
    ]);
    expect(of(checks, 'Slack')[0]?.mend).toContain('Bot User OAuth Token');
    expect(of(checks, 'Slack')[1]?.mend).toContain('connections:write');
    expect(said).not.toMatch(/hunter\d/);
  });

  it('names the scopes that are missing, in the reader’s language', async () => {
    const SLACK_API_URL = await platform({
      '/auth.test': { headers: { 'x-oauth-scopes': 'chat:write' }, body: { ok: true, team: 'Infra', user: 'repaso' } },
    });
    const { exit, checks } = await examine(
      { SLACK_BOT_TOKEN: 'b', SLACK_SIGNING_SECRET: 's', SLACK_API_URL, REPASO_PUBLIC_URL: 'https://repaso.example' },
      'es',
    );
    expect(exit).toBe(1);
    const [bot, requests] = of(checks, 'Slack');
    expect(bot?.detail).toContain(
      'le falta commands, im:write, im:history, app_mentions:read, users:read, files:read y files:write',
    );
    expect(bot?.mend).toContain('repaso manifest slack');
    expect(requests).toEqual({
      name: 'Peticiones de Slack',
      ok: true,
      detail: 'se atienden en https://repaso.example/slack/events',
    });
  });

  it('prints where workspaces install the app, and asks Slack nothing for it', async () => {
    const { exit, checks } = await examine({
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'hunter2',
      SLACK_SIGNING_SECRET: 'hunter3',
      SLACK_API_URL: await deadAddress(),
      REPASO_PUBLIC_URL: 'https://repaso.example',
      REPASO_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(exit).toBe(0);
    expect(of(checks, 'Slack').map(({ name, detail }) => [name, detail])).toEqual([
      ['Slack requests', 'taken at https://repaso.example/slack/events'],
      ['Slack installation', 'https://repaso.example/slack/install'],
    ]);
  });

  it('is not kept by one platform that is away from looking at the other', async () => {
    const away = await deadAddress();
    const { exit, checks } = await examine({
      DISCORD_TOKEN: 'd',
      DISCORD_API_BASE: away,
      SLACK_BOT_TOKEN: 'b',
      SLACK_APP_TOKEN: 'a',
      SLACK_API_URL: away,
    });
    expect(exit).toBe(1);
    expect(checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      'Discord: no answer from Discord (ECONNREFUSED)',
      'Slack: no answer from Slack (ECONNREFUSED)',
      'Slack socket: no answer from Slack (ECONNREFUSED)',
    ]);
  });
});

describe('doctor, of this machine', () => {
  it('says what to do about a Postgres that nobody reaches', async () => {
    const { host } = new URL(await deadAddress());
    const { exit, checks } = await examine({ DATABASE_URL: `postgres://ana:hunter2@${host}/repaso` });
    expect(exit).toBe(1);
    expect(of(checks, 'Database')).toEqual([
      {
        name: 'Database',
        ok: false,
        detail: `I cannot reach the database at ${host}/repaso (ECONNREFUSED).`,
        mend: 'Check that it runs and that DATABASE_URL is right.',
      },
    ]);
  });

  it('names a folder without notes as it was set, and says what to put there', async () => {
    const FLASHCARDS_DIR = path.join(folder, 'nowhere');
    const { checks } = await examine({ FLASHCARDS_DIR });
    expect(of(checks, 'Notes')).toEqual([
      {
        name: 'Notes',
        ok: false,
        detail: `${FLASHCARDS_DIR}: there is no such file or folder (missing)`,
        mend: `Put Markdown files into ${FLASHCARDS_DIR}, or set FLASHCARDS_DIR to the folder that has them.`,
      },
    ]);
  });

  it.each([
    [-499, 'differs from this machine’s by 0 s', true],
    [0, 'differs from this machine’s by 0 s', true],
    [-60_000, 'differs from this machine’s by -60 s', true],
    [60_500, 'differs from this machine’s by 61 s', false],
  ])('compares the clocks: %d ms', (ms, detail, ok) => {
    const io = fakeIo();
    expect(compareClocks(io, instant(io.now() + ms))).toMatchObject({ name: 'Database clock', detail, ok });
  });
});

describe('doctor, of the models', () => {
  async function fake() {
    const model = await startFakeModel('sk-hunter2');
    onTestFinished(model.close);
    return model;
  }
  const answers = { REPASO_MODEL_PROVIDER: 'openai-compatible', REPASO_MODEL: 'small', REPASO_MODEL_KEY: 'sk-hunter2' };
  const embeddings = {
    REPASO_EMBEDDINGS_PROVIDER: 'ollama',
    REPASO_EMBEDDINGS: 'tiny',
    REPASO_EMBEDDINGS_KEY: 'sk-hunter2',
  };

  it('finds nothing wrong with none', async () => {
    const { checks } = await examine({});
    const off = { ok: true, detail: expect.stringContaining('docs/language-model.md') };
    expect(of(checks, 'Language model')).toEqual([{ name: 'Language model', ...off }]);
    expect(of(checks, 'Embeddings')).toEqual([{ name: 'Embeddings', ...off }]);
  });

  it('asks both the smallest question', async () => {
    const { url } = await fake();
    const { exit, checks } = await examine({
      ...answers,
      ...embeddings,
      REPASO_MODEL_URL: url,
      REPASO_EMBEDDINGS_URL: url,
    });
    expect(exit).toBe(0);
    expect(of(checks, 'Language model')[0]?.detail).toBe('small of openai-compatible answers');
    expect(of(checks, 'Embeddings')[0]?.detail).toBe('tiny of ollama answers');
  });

  it.each<[string, ModelReply, string, string]>([
    ['refuses', { kind: 'status', status: 404 }, 'refuses (refused, HTTP 404)', 'REPASO_MODEL_KEY'],
    ['is down', { kind: 'status', status: 500 }, 'no answer (unavailable, HTTP 500)', 'REPASO_MODEL_URL'],
    ['hangs', { kind: 'hang' }, 'no answer (timeout, aborted)', 'REPASO_MODEL_URL'],
  ])('says what to do about one that %s, and shows no key', async (_, reply, detail, mend) => {
    const model = await fake();
    model.replies(reply);
    const env = { ...answers, REPASO_MODEL_URL: model.url, REPASO_MODEL_TIMEOUT: '1' };
    const { exit, checks, said } = await examine(env);
    expect(exit).toBe(1);
    expect(of(checks, 'Language model')[0]).toMatchObject({ ok: false, detail, mend: expect.stringContaining(mend) });
    expect(said).not.toContain('hunter2');
  });
});
