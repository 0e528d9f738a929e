import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

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
