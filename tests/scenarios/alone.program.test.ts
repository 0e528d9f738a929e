import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Running } from '../../src/program/main.js';
import type { StartStep } from '../../src/program/start-step.js';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord/index.js';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/index.js';
import { eventually } from '../support/seen.js';
import { startWhole } from '../support/whole-program.js';

describe('each platform fails alone', () => {
  let folder: string;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let program: Running;
  const steps: StartStep[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'repaso-alone-'));
    [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
    program = await startWhole(
      {
        REPASO_DATA: folder,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_BASE: discord.apiBase,
        SLACK_BOT_TOKEN: 'xoxb-taken-back',
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
      },
      (step) => steps.push(step),
    );
  });
  afterAll(async () => {
    await program.stop();
    await Promise.all([discord.close(), slack.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const health = async () => {
    const response = await fetch(`${program.url}/healthz`);
    return { status: response.status, body: await response.json() };
  };

  it('a bad Slack token does not keep Discord from answering', async () => {
    const ana = discord.person({ name: 'Ana', locale: 'es-ES' });
    await ana.run('help', {});
    await eventually(ana, 'Lo que puedo hacer');
  });

  it('the start and /healthz say which is up, and why one is not', async () => {
    expect(steps).toContainEqual({ kind: 'adapter', platform: 'discord', state: 'connected' });
    expect(steps).toContainEqual({ kind: 'adapter', platform: 'slack', state: { failed: 'invalid_auth' } });
    expect(await health()).toEqual({
      status: 200,
      body: {
        status: 'degraded',
        reasons: ['slack-away'],
        adapters: { web: 'connected', discord: 'connected', slack: { failed: 'invalid_auth' } },
      },
    });
  });

  it('a gateway that closes for good is told too, and the room goes on', async () => {
    discord.gateway.close(4004);
    await vi.waitFor(async () =>
      expect((await health()).body).toMatchObject({ adapters: { discord: { failed: 'gateway 4004' } } }),
    );
    expect((await fetch(`${program.url}/`)).status).toBe(200);
  });
});
