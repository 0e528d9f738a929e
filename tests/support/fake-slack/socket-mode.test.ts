import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack.js';
import { SILENT } from './silent.js';

/** Long enough for a busy machine, short enough to come back soon: the client waits as long before it reconnects. */
const PING_TIMEOUT_MS = 300;

describe('the fake’s socket mode, with Bolt’s receiver', () => {
  let fake: FakeSlack;
  let app: App;
  let ana: SlackPerson;
  let heard: string[];
  /** Whether `/hear` acknowledges. */
  let awake: boolean;

  beforeEach(async () => {
    heard = [];
    awake = true;
    fake = await startFakeSlack({ ackTimeoutMs: 5_000 });
    app = newApp(fake);
    ana = fake.person({ name: 'Ana' }, 'socket');
  });
  afterEach(async () => {
    await app.stop();
    await fake.close();
  });

  function newApp(on: FakeSlack): App {
    const clientOptions = { slackApiUrl: on.apiUrl, retryConfig: { retries: 5, minTimeout: 5, maxTimeout: 10 } };
    const receiver = new SocketModeReceiver({
      appToken: on.appToken,
      clientPingTimeout: PING_TIMEOUT_MS,
      logger: SILENT,
      installerOptions: { clientOptions },
    });
    const made = new App({ token: on.botToken, receiver, clientOptions, logger: SILENT });
    made.command('/hear', async ({ ack, command }) => {
      heard.push(command.text);
      if (awake) await ack();
    });
    made.event('app_mention', async ({ event, body }) => void heard.push(`${body.event_id} ${event.text}`));
    return made;
  }

  const connectedAgain = (since: number) =>
    vi.waitFor(() => expect(fake.socket.opened).toBeGreaterThan(since), { timeout: 5_000 });
  const hears = (text: string) => ana.run('hear', { text });

  it('records what is acknowledged', async () => {
    await app.start();
    await hears('one');
    expect(fake.socket.acks).toMatchObject([{ kind: 'slash_commands', payload: null }]);
    expect(fake.socket.unacked).toEqual([]);
    expect(fake.socket.sent[0]?.delivery.payload).toMatchObject({
      command: '/hear',
      text: 'one',
      user_id: ana.id,
      team_id: fake.team.id,
      channel_id: fake.channelId,
      is_enterprise_install: 'false',
    });
  });

  it('sends again what nobody acknowledged', async () => {
    await app.start();
    awake = false;
    const asked = hears('one');
    await vi.waitFor(() => expect(heard).toEqual(['one']));
    awake = true;
    fake.socket.redeliver();
    await asked;
    expect(heard).toEqual(['one', 'one']);
    expect(fake.socket.sent[0]?.attempts).toBe(2);
  });

  it('sends again by itself, when it is asked to', async () => {
    await app.start();
    fake.socket.redeliverAfter(30);
    awake = false;
    const asked = hears('one');
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(1));
    awake = true;
    await asked;
    expect(fake.socket.sent[0]?.attempts).toBeGreaterThan(1);
  });

  it.each([
    'warning',
    'refresh_requested',
  ] as const)('sends the app away with %s, and it comes back', async (reason) => {
    await app.start();
    fake.socket.disconnect(reason);
    await connectedAgain(1);
    await fake.socket.connected();
    await hears('after');
    expect(heard).toEqual(['after']);
  });

  it('drops the connection, refuses for a while, and takes the app in again', async () => {
    await app.start();
    fake.socket.refuse(2);
    fake.socket.drop();
    await expect(hears('lost')).rejects.toThrow(/dispatch_failed/);
    await connectedAgain(1);
    await fake.socket.connected();
    expect(fake.calls('apps.connections.open').length).toBe(4);
    await hears('after');
  });

  it('goes deaf, and what got lost comes again on the next connection', async () => {
    await app.start();
    await vi.waitFor(() => expect(fake.socket.count).toBe(1));
    fake.socket.redeliverAfter(20);
    fake.socket.mute();
    expect(fake.socket.count).toBe(0);
    await hears('lost at first');
    expect(heard).toEqual(['lost at first']);
    expect(fake.socket.opened).toBe(2);
  });

  it('lets a client go that waits for TCP to close', async () => {
    fake.socket.lingerAfterClose(true);
    await app.start();
    fake.socket.disconnect('refresh_requested', null);
    await connectedAgain(1);
    await fake.socket.connected();
    await hears('after');
  });

  it('spreads what happens over several connections', async () => {
    const second = newApp(fake);
    await Promise.all([app.start(), second.start()]);
    await fake.socket.connected(2);
    for (const text of ['1', '2', '3', '4']) await hears(text);
    expect(new Set(fake.socket.sent.flatMap(({ connections }) => connections)).size).toBe(2);
    await second.stop();
  });

  it('wraps events, the same under the same key', async () => {
    await app.start();
    await ana.mention('hi', { key: 'k' });
    await ana.mention('hi', { key: 'k' });
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
    expect(fake.messages()).toHaveLength(1);
  });

  it('is quiet when asked to withhold its hello', async () => {
    fake.socket.withholdHello(1);
    let started = false;
    const starting = app.start().then(() => {
      started = true;
    });
    await vi.waitFor(() => expect(fake.socket.opened).toBe(1));
    expect(started).toBe(false);
    fake.socket.drop();
    await starting;
    expect(fake.socket.opened).toBe(2);
  });
});
