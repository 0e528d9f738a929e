import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/program/config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        databaseUrl: null,
        dataDir: '.repaso',
        flashcardsDir: 'flashcards',
        watch: 'on',
        host: '127.0.0.1',
        port: 3000,
        web: true,
        allowedHosts: [],
        logLevel: 'info',
        discord: null,
        slack: null,
        slackPrefix: 'repaso-',
        publicUrl: null,
        models: { answers: null, suggests: null, embeddings: null },
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
});
