import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SeenMessage } from '../contracts/chat-adapter.js';
import { type FakeSlack, type SlackPerson, startFakeSlack } from './fake-slack/fake-slack.js';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

function cardBlocks(side: number) {
  return [
    { type: 'header', text: plain('A card') },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: `side ${side} <b> & more` }] }],
    },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: '0:turn', text: plain('Turn'), value: `${side}`, style: 'primary' },
        { type: 'button', action_id: '1:ask', text: plain('Ask') },
        {
          type: 'static_select',
          action_id: '2:colour',
          placeholder: plain('Colour'),
          options: [
            { text: plain('Red'), value: 'r' },
            { text: plain('Blue'), value: 'b' },
          ],
        },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: '*the foot* &lt;x&gt;' }] },
  ] as const;
}

const FORM = {
  type: 'modal',
  callback_id: 'form',
  title: plain('A question'),
  submit: plain('Send'),
  blocks: [
    { type: 'input', block_id: 'city', label: plain('City'), element: { type: 'plain_text_input', action_id: 'v' } },
  ],
} as const;

/** A small bot by Slack's own library: a card with a button, a menu, and a form. */
function addHandlers(app: App): void {
  app.command('/whisper', async ({ ack, respond, command }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: `whispered: ${command.text}` });
  });
  app.command('/shout', async ({ ack, respond, command }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: `shouted: ${command.text}` });
  });
  app.command('/card', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: 'card', blocks: [...cardBlocks(1)] });
  });
  app.command('/greet', async ({ ack }) => {
    await ack({ response_type: 'in_channel', text: 'hello at once' });
  });
  app.command('/post', async ({ ack, client, command }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: 'card', blocks: [...cardBlocks(1)] });
  });
  app.action(/turn/, async ({ ack, action, body, respond, client }) => {
    await ack();
    const side = action.type === 'button' ? Number(action.value) + 1 : 0;
    if (body.type === 'block_actions' && body.message && body.channel) {
      await client.chat.update({
        channel: body.channel.id,
        ts: body.message.ts,
        text: 'card',
        blocks: [...cardBlocks(side)],
      });
    } else await respond({ replace_original: true, text: 'card', blocks: [...cardBlocks(side)] });
  });
  app.action(/colour/, async ({ ack, action, respond }) => {
    await ack();
    const value = action.type === 'static_select' ? action.selected_option.value : 'none';
    await respond({ replace_original: false, response_type: 'ephemeral', text: `colour ${value}` });
  });
  app.action(/ask/, async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.open({ trigger_id: body.trigger_id, view: { ...FORM, blocks: [...FORM.blocks] } });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const city = view.state.values.city?.v?.value ?? '';
    if (city === 'nowhere') return ack({ response_action: 'errors', errors: { city: 'no such city' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `got ${city.replaceAll('<', '&lt;')}` });
  });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: `heard ${event.text.replace(/<[^>]*>/, '')}`,
    });
  });
  app.message(async ({ message, client }) => {
    if (message.subtype === undefined)
      await client.chat.postMessage({ channel: message.channel, text: `you said ${message.text}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'section', text: plain('Due today: 3') }, cardBlocks(7)[2]] },
    });
  });
  app.shortcut('make_card', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type === 'message_action')
      await respond({ response_type: 'ephemeral', text: `card of ${shortcut.message.text}` });
  });
}

type Started = {
  readonly app: App;
  readonly ana: SlackPerson;
  readonly ben: SlackPerson;
  readonly port: number | null;
};

function bySocket(fake: FakeSlack): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: fake.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 300,
    installerOptions: {
      clientOptions: { slackApiUrl: fake.apiUrl, retryConfig: { retries: 10, minTimeout: 10, maxTimeout: 20 } },
    },
  });
}

async function start(fake: FakeSlack, mode: 'socket' | 'http'): Promise<Started> {
  const receiver =
    mode === 'socket'
      ? bySocket(fake)
      : new HTTPReceiver({ signingSecret: fake.signingSecret, logLevel: LogLevel.ERROR, port: 0 });
  const app = new App({
    token: fake.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: fake.apiUrl, retryConfig: { retries: 3, minTimeout: 10, maxTimeout: 20 } },
  });
  addHandlers(app);
  const server = await app.start(0);
  const port =
    server instanceof Object && 'address' in server && typeof server.address === 'function'
      ? portOf(server.address())
      : null;
  if (mode === 'socket') await fake.socket.connected();
  const way = port === null ? 'socket' : { http: `http://127.0.0.1:${port}` };
  return {
    app,
    port,
    ana: fake.person({ name: 'Ana', locale: 'es-ES', tz: 'Europe/Madrid' }, way),
    ben: fake.person({ name: 'Ben' }, way),
  };
}

function portOf(address: unknown): number {
  if (address instanceof Object && 'port' in address && typeof address.port === 'number') return address.port;
  throw new Error('the bot does not listen');
}

async function eventually(person: SlackPerson, words: string): Promise<SeenMessage> {
  return vi.waitFor(
    async () => {
      const found = (await person.sees()).findLast(({ text }) => text.includes(words));
      if (found === undefined) throw new Error(`nobody sees "${words}"`);
      return found;
    },
    { timeout: 5_000, interval: 10 },
  );
}

describe.each(['socket', 'http'] as const)('the fake Slack, with a Bolt app by %s', (mode) => {
  let fake: FakeSlack;
  let bot: Started;
  beforeEach(async () => {
    fake = await startFakeSlack();
    bot = await start(fake, mode);
  });
  afterEach(async () => {
    await bot.app.stop();
    await fake.close();
    expect(fake.violations).toEqual([]);
    expect(fake.pings).toEqual([]);
  });

  it('shows a private answer to the asker alone, and a public one to all', async () => {
    await bot.ana.run('whisper', { text: 'a secret' });
    await eventually(bot.ana, 'whispered: a secret');
    await bot.ben.run('shout', { text: 'hear me' });
    await eventually(bot.ana, 'shouted: hear me');
    expect((await bot.ben.sees()).map(({ text }) => text.trim())).toEqual(['shouted: hear me']);
  });

  it('shows a message that comes with the acknowledgement', async () => {
    await bot.ana.run('greet', {});
    await eventually(bot.ben, 'hello at once');
  });

  it('reads words, buttons and menus from blocks', async () => {
    await bot.ana.run('card', {});
    const card = await eventually(bot.ana, 'side 1');
    expect(card.text).toBe('A card\nside 1 <b> & more\nthe foot <x>');
    expect(card.buttons).toEqual(['Turn', 'Ask']);
    expect(card.selects).toEqual(['Colour']);
  });

  it.each([
    ['an ephemeral message, by its response_url', 'card'],
    ['a message for all, by chat.update', 'post'],
  ])('replaces in its place %s', async (_, command) => {
    await bot.ana.run(command, {});
    const card = await eventually(bot.ana, 'side 1');
    await bot.ana.press(card, 'Turn');
    expect((await eventually(bot.ana, 'side 2')).id).toBe(card.id);
    expect((await bot.ben.sees()).length).toBe(command === 'post' ? 1 : 0);
  });

  it('hands over what is chosen', async () => {
    await bot.ana.run('card', {});
    await bot.ana.choose(await eventually(bot.ana, 'side 1'), 'Colour', 'Blue');
    await eventually(bot.ana, 'colour b');
  });

  it('opens a form, keeps it on an error and closes it when it is taken', async () => {
    await bot.ana.run('card', {});
    expect(await bot.ana.openForm()).toBeNull();
    await bot.ana.press(await eventually(bot.ana, 'side 1'), 'Ask');
    await vi.waitFor(async () => expect(await bot.ana.openForm()).toEqual(['City']));
    await bot.ana.submit({ city: 'nowhere' });
    expect(bot.ana.formErrors()).toEqual({ city: 'no such city' });
    expect(await bot.ana.openForm()).toEqual(['City']);
    await bot.ana.submit({ city: 'Łódź <b>' });
    expect(await bot.ana.openForm()).toBeNull();
    await eventually(bot.ana, 'got Łódź <b>');
    expect((await bot.ben.sees()).some(({ text }) => text.includes('got'))).toBe(false);
  });

  it('sends the same delivery for the same key', async () => {
    await bot.ana.run('post', {});
    const card = await eventually(bot.ana, 'side 1');
    await Promise.all([bot.ana.press(card, 'Turn', 'k1'), bot.ana.press(card, 'Turn', 'k1')]);
    await bot.ana.press(card, 'Turn', 'k1');
    await vi.waitFor(() => expect(fake.calls('chat.update')).toHaveLength(3));
    await eventually(bot.ana, 'side 2');
  });

  it('carries mentions into threads, direct messages, the home tab and message shortcuts', async () => {
    await bot.ana.mention('what is a < b?');
    await eventually(bot.ben, 'heard  what is a < b?');
    const [asked] = fake.messages();
    expect(fake.calls('chat.postMessage')[0]?.args.thread_ts).toBe(asked?.ts);
    await bot.ana.directMessage('hi');
    await eventually(bot.ana, 'you said hi');
    expect((await bot.ben.sees()).some(({ text }) => text.includes('you said'))).toBe(false);
    await bot.ana.openHome();
    await vi.waitFor(async () => expect((await bot.ana.home())?.text).toBe('Due today: 3'));
    const home = await bot.ana.home();
    expect(home?.buttons).toEqual(['Turn', 'Ask']);
    if (home) await bot.ana.press(home, 'Ask');
    await vi.waitFor(async () => expect(await bot.ana.openForm()).toEqual(['City']));
    await bot.ana.useShortcut('make_card', 'layers & images');
    await eventually(bot.ana, 'card of layers & images');
  });

  it('refuses to go on when the app does not acknowledge', async () => {
    const quick = await startFakeSlack({ ackTimeoutMs: 50 });
    const mute = await start(quick, mode);
    await expect(mute.ana.run('unheard-of', {})).rejects.toThrow(/operation_timeout/);
    await mute.app.stop();
    await quick.close();
  });
});
