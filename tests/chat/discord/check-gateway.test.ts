import { GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkGateway } from '../../../src/chat/discord/check-gateway.js';
import { deadAddress, serveApi } from '../../cli/api-server.js';
import { type FakeDiscordOptions, startFakeDiscord } from '../../support/fake-discord/index.js';

async function discord(options: FakeDiscordOptions = {}) {
  const fake = await startFakeDiscord(options);
  onTestFinished(() => fake.close());
  return fake;
}

describe('the check of Discord’s gateway', () => {
  it('connects as the adapter does, and leaves', async () => {
    const fake = await discord();
    expect(await checkGateway({ token: fake.token, apiBase: `${fake.apiBase}/` })).toEqual({ status: 'open' });
    expect(await fake.gateway.seen('closed')).toMatchObject({ code: 1000 });
    expect(fake.gateway.isConnected).toBe(false);
    expect(fake.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('knows that something is refused that the bot asks to hear', async () => {
    const { token, apiBase } = await discord({ refusedIntents: GatewayIntentBits.DirectMessages });
    expect(await checkGateway({ token, apiBase })).toEqual({ status: 'intents', code: 4014 });
  });

  it('knows that it is closed for another reason', async () => {
    const { token, apiBase, gateway } = await discord();
    gateway.holdHello();
    const found = checkGateway({ token, apiBase });
    await gateway.seen('connected');
    gateway.close(4011);
    expect(await found).toEqual({ status: 'closed', code: 4011 });
  });

  it('says nothing where it cannot find out', async () => {
    expect(await checkGateway({ token: 'x', apiBase: await deadAddress() })).toEqual({ status: 'unknown' });
    const api = await serveApi({});
    onTestFinished(api.close);
    expect(await checkGateway({ token: 'x', apiBase: api.url })).toEqual({ status: 'unknown' });
  });
});
