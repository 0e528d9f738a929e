import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/program/config.js';

const DAY_MS = 86_400_000;

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      unknown: [],
      config: {
        databaseUrl: null,
        dataDir: '.repaso',
        flashcardsDir: 'flashcards',
        watch: 'on',
        host: '127.0.0.1',
        invite: false,
        port: 3000,
        web: true,
        allowedHosts: [],
        logLevel: 'info',
        discord: null,
        slack: null,
        slackPrefix: 'repaso-',
        publicUrl: null,
        models: { answers: null, suggests: null, embeddings: null },
        keep: { uploads: 30 * DAY_MS, rooms: 365 * DAY_MS, notes: 365 * DAY_MS, deliveries: 90 * DAY_MS },
      },
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('reports every problem at once and shows no password', () => {
    const result = readConfig({
      DATABASE_URL: 'mysql://ana:hunter2@host/db',
      PORT: '70000',
      REPASO_WEB: 'maybe',
      LOG_LEVEL: 'loud',
    });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'REPASO_WEB',
      'LOG_LEVEL',
    ]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it.each(['-1', '3.5', '1e3', 'http'])('refuses the port %j', (PORT) => {
    expect(readConfig({ PORT }).ok).toBe(false);
  });
});

describe('the configuration of models', () => {
  const models = (env: Readonly<Record<string, string>>) => {
    const read = readConfig(env);
    return read.ok ? read.config.models : read.problems;
  };
  const LIMITS = { timeoutMs: 20_000, dailyTokens: 200_000 };

  it.each([
    [
      { REPASO_MODEL_PROVIDER: 'ollama', REPASO_MODEL: 'qwen3:8b' },
      { provider: 'ollama', model: 'qwen3:8b', baseUrl: 'http://127.0.0.1:11434/v1', key: null, ...LIMITS },
    ],
    [
      { REPASO_MODEL_PROVIDER: 'anthropic', REPASO_MODEL: 'claude', REPASO_MODEL_KEY: 'sk-1' },
      { provider: 'anthropic', model: 'claude', baseUrl: 'https://api.anthropic.com/v1', key: 'sk-1', ...LIMITS },
    ],
    [
      {
        REPASO_MODEL_PROVIDER: 'openai-compatible',
        REPASO_MODEL: 'm',
        REPASO_MODEL_URL: 'https://models.example/v1/',
        REPASO_MODEL_TIMEOUT: '60',
        REPASO_MODEL_DAILY_TOKENS: '50000',
      },
      {
        provider: 'openai-compatible',
        model: 'm',
        baseUrl: 'https://models.example/v1',
        key: null,
        timeoutMs: 60_000,
        dailyTokens: 50_000,
      },
    ],
  ])('names a language model: %j', (env, answers) => {
    expect(models(env)).toEqual({ answers, suggests: null, embeddings: null });
  });

  it('asks the language model about notes that are sent only where that is set', () => {
    const ollama = { REPASO_MODEL_PROVIDER: 'ollama', REPASO_MODEL: 'qwen3:8b' };
    expect(models({ ...ollama, REPASO_MODEL_IMPORT: 'pile' })).toMatchObject({ suggests: 'pile' });
    expect(models({ ...ollama, REPASO_MODEL_IMPORT: 'off' })).toMatchObject({ suggests: null });
  });

  it('names embeddings of their own', () => {
    expect(models({ REPASO_EMBEDDINGS_PROVIDER: 'ollama', REPASO_EMBEDDINGS: 'nomic-embed-text' })).toMatchObject({
      answers: null,
      embeddings: { provider: 'ollama', model: 'nomic-embed-text', dailyTokens: 2_000_000 },
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ REPASO_MODEL_PROVIDER: 'clippy' }, 'REPASO_MODEL_PROVIDER must be one of'],
    [{ REPASO_MODEL_PROVIDER: 'ollama' }, 'REPASO_MODEL is missing'],
    [{ REPASO_MODEL: 'm' }, 'REPASO_MODEL_PROVIDER is missing'],
    [{ REPASO_MODEL_KEY: 'sk-hunter2' }, 'REPASO_MODEL_PROVIDER is missing'],
    [{ REPASO_MODEL_PROVIDER: 'anthropic', REPASO_MODEL: 'm' }, 'REPASO_MODEL_KEY is missing'],
    [{ REPASO_MODEL_PROVIDER: 'openai-compatible', REPASO_MODEL: 'm' }, 'REPASO_MODEL_KEY is missing'],
    [{ REPASO_MODEL_PROVIDER: 'ollama', REPASO_MODEL: 'm', REPASO_MODEL_URL: 'here' }, 'REPASO_MODEL_URL must look'],
    [{ REPASO_MODEL_TIMEOUT: '0' }, 'REPASO_MODEL_TIMEOUT must be'],
    [{ REPASO_MODEL_DAILY_TOKENS: '10' }, 'REPASO_MODEL_DAILY_TOKENS must be'],
    [{ REPASO_EMBEDDINGS_PROVIDER: 'anthropic' }, 'REPASO_EMBEDDINGS_PROVIDER must be one of'],
    [{ REPASO_MODEL_IMPORT: 'yes' }, 'REPASO_MODEL_IMPORT must be one of off, pile, deck'],
    [{ REPASO_MODEL_IMPORT: 'deck' }, 'REPASO_MODEL_IMPORT needs a language model'],
    [{ REPASO_EMBEDDINGS: 'm' }, 'REPASO_EMBEDDINGS_PROVIDER is missing'],
  ])('says what is wrong with %j, and shows no key', (env, problem) => {
    const problems = models(env);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it.each([
    'postgres://ana:12/34@host/db',
    'postgres://ana:12?34@host/db',
    'postgres://ana:12#34@host/db',
    'postgres://ana:secret/34@host/db',
  ])('refuses a password that is not escaped, and shows nothing of it: %s', (url) => {
    const result = readConfig({ DATABASE_URL: url });
    const said = result.ok ? '' : result.problems.join();
    expect(said).toContain('DATABASE_URL');
    expect(said).toContain('%2F');
    expect(said).not.toMatch(/34|secret/);
  });

  it('takes a password that is escaped', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://ana:a%2Fb%40c@host:5432/db?sslmode=require' }).ok).toBe(true);
  });

  it.each([
    'https://repaso.example.org',
    'repaso.example.org:3000',
    'repaso.example.org/room',
    '*',
    '*.example.org',
    'a,,b',
  ])('refuses a host by which nobody would ever be let in: %s', (hosts) => {
    const result = readConfig({ REPASO_ALLOWED_HOSTS: hosts });
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining('REPASO_ALLOWED_HOSTS')]);
  });

  it.each(['repaso.example.org', 'nas, 192.168.1.4', '[fe80::1]', 'my_host'])('takes the host %s', (hosts) => {
    expect(readConfig({ REPASO_ALLOWED_HOSTS: hosts }).ok).toBe(true);
  });

  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['SLACK_BOT_TOKENS', 'SLACK_BOT_TOKEN'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['REPASO_KEEP_ROOMS_DAYS', 'REPASO_KEEP_ROOM_DAYS'],
    ['REPASO_THEME', null],
  ])('tells of %s, which means nothing', (name, meant) => {
    expect(readConfig({ [name]: 'x' })).toMatchObject({ ok: true, unknown: [{ name, meant }] });
  });

  it('says nothing of the variables of others', () => {
    expect(readConfig({ PATH: '/bin', POST: '1', HOSTNAME: 'x', SLACK_WEBHOOK: 'x', DISCORD_TOKN: '' })).toMatchObject({
      unknown: [],
    });
  });

  it.each(['0', 'x', '36501', '-1', '1.5'])('refuses %s days', (days) => {
    const result = readConfig({ REPASO_KEEP_ROOM_DAYS: days });
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining('REPASO_KEEP_ROOM_DAYS')]);
  });

  it('keeps for ever what it is told to', () => {
    expect(readConfig({ REPASO_KEEP_ROOM_DAYS: 'all' })).toMatchObject({ config: { keep: { rooms: null } } });
  });
});
