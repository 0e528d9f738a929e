import { App, HTTPReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeSlack, startFakeSlack } from './fake-slack.js';
import { SILENT } from './silent.js';

function ofTeam(id: string, token: string) {
  return {
    team: { id },
    enterprise: undefined,
    isEnterpriseInstall: false,
    user: { id: 'U1', token: undefined, scopes: undefined },
    bot: { token, scopes: ['commands'], id: 'B1', userId: 'U2' },
  };
}

describe('the fake’s HTTP mode, with Bolt’s receiver', () => {
  let fake: FakeSlack;
  let app: App;
  let base: string;
  const heard: string[] = [];
  const installed = new Map<string, string>();

  beforeEach(async () => {
    heard.length = 0;
    installed.clear();
    fake = await startFakeSlack();
    const clientOptions = { slackApiUrl: fake.apiUrl };
    const receiver = new HTTPReceiver({
      clientId: fake.app.clientId,
      clientSecret: fake.app.clientSecret,
      stateSecret: 'a secret',
      scopes: ['chat:write', 'commands'],
      signingSecret: fake.signingSecret,
      unhandledRequestTimeoutMillis: 50,
      logger: SILENT,
      installerOptions: { clientOptions, directInstall: true },
      installationStore: {
        storeInstallation: async ({ team, bot }) => void installed.set(team?.id ?? '', bot?.token ?? ''),
        fetchInstallation: async () => ofTeam(fake.team.id, fake.botToken),
      },
    });
    app = new App({ receiver, clientOptions, logger: SILENT });
    app.command('/hear', async ({ ack, command }) => {
      heard.push(command.text);
      await ack();
    });
    app.event('app_uninstalled', async ({ body }) => void heard.push(body.event_id));
    const server = await receiver.start(0);
    base = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
  });
  afterEach(async () => {
    await app.stop();
    await fake.close();
  });

  const command = () => ({ command: '/hear', text: 'x', team_id: fake.team.id, user_id: 'U1', channel_id: 'C1' });

  it('signs what it sends', async () => {
    const result = await fake.http.deliver(`${base}/slack/events`, 'slash_commands', command());
    expect(result).toMatchObject({ status: 200, body: '' });
    expect(heard).toEqual(['x']);
  });

  it.each([
    ['without a signature', { signature: 'missing' }],
    ['with a wrong one', { signature: 'wrong' }],
    ['six minutes old', { timestampOffsetSeconds: -360 }],
  ] as const)('sends %s when it is asked to', async (_, options) => {
    expect(await fake.http.deliver(`${base}/slack/events`, 'slash_commands', command(), options)).toMatchObject({
      status: 401,
    });
    expect(heard).toEqual([]);
  });

  it('verifies a request URL', async () => {
    const { status, body } = await fake.http.verifyUrl(`${base}/slack/events`, 'prove it');
    expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'prove it' }]);
  });

  it('sends any event, the same again for the same key', async () => {
    const ana = fake.person({ name: 'Ana' }, { http: base });
    await ana.happens({ type: 'app_uninstalled' }, 'k');
    await ana.happens({ type: 'app_uninstalled' }, 'k');
    expect(heard).toHaveLength(2);
    expect(heard[0]).toBe(heard[1]);
  });

  it('rejects an act that the app refuses', async () => {
    const ana = fake.person({ name: 'Ana' }, { http: `${base}/elsewhere` });
    await expect(fake.person({ name: 'Ben' }, { http: 'http://127.0.0.1:1' }).run('hear', {})).rejects.toThrow();
    await expect(ana.run('unheard', {})).rejects.toThrow(/404/);
  });

  it('goes through OAuth: install page, consent, redirect, token', async () => {
    const team = fake.addTeam({ name: 'Other', installed: false });
    const eva = fake.person({ name: 'Eva', teamId: team.id }, { http: base });
    const { status, authorizeUrl } = await eva.install(`${base}/slack/install`);
    expect(status).toBe(200);
    expect(authorizeUrl.searchParams.get('scope')).toBe('chat:write,commands');
    expect(installed).toEqual(new Map([[team.id, team.botToken]]));
    expect(team.installed).toBe(true);
  });

  it.each([
    ['refuses', { deny: true }],
    ['comes with another state', { state: 'forged' }],
    ['comes from another browser', { anotherBrowser: true }],
  ])('installs nothing for somebody who %s', async (_, options) => {
    const eva = fake.person({ name: 'Eva', teamId: fake.addTeam({ installed: false }).id }, { http: base });
    const { status } = await eva.install(`${base}/slack/install`, options);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(installed.size).toBe(0);
  });
});
