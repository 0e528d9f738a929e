import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { slackWords } from '../../../src/bot/slack-words.js';
import { createSlackAdapter } from '../../../src/chat/slack/adapter.js';
import { createPeople } from '../../../src/chat/slack/people.js';
import { createFakeApp, type FakeApp } from '../../support/fake-app.js';
import { countOf, eventually } from '../../support/seen.js';
import { type SlackChat, startSlackChat } from '../../support/slack-chat.js';
import { watchedApp } from '../../support/watched-app.js';

let fake: FakeApp;
let chat: SlackChat | undefined;

async function start(
  mode: 'socket' | 'http' = 'socket',
  ...more: Parameters<typeof startSlackChat> extends [unknown, unknown, ...infer Rest] ? Rest : never
) {
  fake = createFakeApp();
  chat = await startSlackChat(fake.app, mode, ...more);
  const { slack, way } = chat;
  return { ...chat, ana: slack.person({ name: 'Ana' }, way), ben: slack.person({ name: 'Ben' }, way) };
}

const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);
process.on('unhandledRejection', keep);

afterEach(async () => {
  const closing = chat;
  chat = undefined;
  await closing?.close();
  expect(closing?.slack.violations ?? []).toEqual([]);
  expect(unhandled).toEqual([]);
});

const note = { body: [{ kind: 'text', markdown: 'a note' }] } as const;

describe('the socket', () => {
  it('acts once on an envelope that is delivered again', async () => {
    const { slack, ana, ben } = await start();
    await ana.run('shout', { text: 'once' });
    slack.socket.redeliver();
    await eventually(ben, 'shouted: once');
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ben, 'shouted: once')).toBe(1);
  });

  it.each(['warning', 'refresh_requested'] as const)('comes back when Slack says disconnect (%s)', async (reason) => {
    const { slack, ana, adapter } = await start();
    slack.socket.disconnect(reason);
    await vi.waitFor(() => expect(slack.socket.opened).toBe(2), { timeout: 5_000 });
    await slack.socket.connected();
    await ana.run('whisper', { text: 'on the new line' });
    await eventually(ana, 'whispered: on the new line');
    await vi.waitFor(() => expect(adapter.state()).toBe('connected'));
  });

  it('comes back when Slack leaves the old connection open', async () => {
    const { slack, ana } = await start();
    slack.socket.lingerAfterClose(true);
    slack.socket.disconnect('warning', null);
    await vi.waitFor(() => expect(slack.socket.opened).toBe(2), { timeout: 5_000 });
    await slack.socket.connected();
    await ana.run('whisper', { text: 'after the goodbye' });
    await eventually(ana, 'whispered: after the goodbye');
  });

  it('comes back when the cable is pulled', async () => {
    const { slack, ana } = await start();
    slack.socket.drop();
    await vi.waitFor(() => expect(slack.socket.opened).toBe(2), { timeout: 5_000 });
    await slack.socket.connected();
    await ana.run('whisper', { text: 'plugged in' });
    await eventually(ana, 'whispered: plugged in');
  });

  it('goes on trying while Slack gives it no address', async () => {
    const { slack, ana } = await start();
    slack.socket.refuse(3);
    slack.socket.drop();
    await vi.waitFor(() => expect(slack.socket.opened).toBe(2), { timeout: 10_000 });
    await slack.socket.connected();
    await ana.run('whisper', { text: 'in the end' });
    await eventually(ana, 'whispered: in the end');
  });

  it('says that its token was taken back, and ends nothing else', async () => {
    const { slack, adapter } = await start();
    slack.socket.refuse(20, { error: 'invalid_auth' });
    slack.socket.drop();
    await vi.waitFor(() => expect(adapter.state()).toEqual({ failed: 'invalid_auth' }), { timeout: 10_000 });
  });

  it('stops in the middle of a reconnect', async () => {
    const { slack, adapter } = await start();
    slack.socket.refuse(50);
    slack.socket.drop();
    await vi.waitFor(() => expect(adapter.state()).toBe('reconnecting'));
    await adapter.stop();
    expect(adapter.state()).toBe('stopped');
  });

  it('stops while it waits for Slack’s hello', async () => {
    const { slack, adapter } = await start();
    slack.socket.withholdHello(5);
    slack.socket.drop();
    await vi.waitFor(() => expect(slack.socket.opened).toBe(2), { timeout: 5_000 });
    await adapter.stop();
    expect(adapter.state()).toBe('stopped');
  });

  it('fails to start with a wrong token, in Slack’s own word', async () => {
    const wrong = () => ({ access: { kind: 'token', botToken: 'xoxb-wrong' } }) as const;
    await expect(start('socket', wrong)).rejects.toThrow('invalid_auth');
  });
});

describe('requests by HTTP', () => {
  const command = (text: string) => ({
    token: 'x',
    team_id: 'T1',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ana',
    command: '/shout',
    text,
    response_url: 'http://127.0.0.1:9/nowhere',
    trigger_id: '1.2',
  });

  it.each([
    ['without a signature', { signature: 'missing' }],
    ['with a wrong signature', { signature: 'wrong' }],
    ['signed 6 minutes ago', { timestampOffsetSeconds: -360 }],
    ['signed 6 minutes in the future', { timestampOffsetSeconds: 360 }],
  ] as const)('%s are refused, and nothing happens', async (_, how) => {
    const { slack, url } = await start('http');
    const before = slack.requests.length;
    const answer = await slack.http.deliver(`${url}/slack/events`, 'slash_commands', command('hello'), how);
    expect(answer.status).toBe(401);
    expect(fake.calls).toEqual([]);
    expect(slack.requests).toHaveLength(before);
  });

  it('signed 4 minutes ago are taken', async () => {
    const { slack, url } = await start('http');
    const how = { timestampOffsetSeconds: -240 };
    const answer = await slack.http.deliver(`${url}/slack/events`, 'slash_commands', command('hello'), how);
    expect(answer.status).toBe(200);
  });

  it('prove the address to Slack', async () => {
    const { slack, url } = await start('http');
    const answer = await slack.http.verifyUrl(`${url}/slack/events`, 'a-challenge');
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('a-challenge') });
  });

  it('act once on an event that Slack tells again', async () => {
    const { ana, ben } = await start('http');
    await ana.mention('what is a layer?', { key: 'told-0001' });
    await ana.mention('what is a layer?', { key: 'told-0001' });
    await eventually(ben, 'answered: what is a layer?');
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ben, 'answered: what is a layer?')).toBe(1);
  });

  it('are turned away while stopping, so that Slack asks another process', async () => {
    const { slack, url, adapter } = await start('http');
    await adapter.stop();
    const answer = await slack.http.deliver(`${url}/slack/events`, 'slash_commands', command('hello'), {});
    expect(answer.status).toBe(503);
  });
});

/** Another process with the same memory, when the first has ended. */
async function again({ botToken, appToken, apiUrl }: SlackChat['slack'], memory: SlackChat['memory']) {
  const started = createSlackAdapter({
    app: fake.app,
    access: { kind: 'token', botToken },
    connection: { kind: 'socket', appToken },
    apiUrl,
    prefix: '',
    memory,
    logger: { warn: () => {}, error: () => {} },
    words: slackWords,
    homeCommand: 'card',
    restName: 'rest.txt',
    now: Date.now,
    newRef: () => 'REF9',
  });
  await started.adapter.start();
  return started;
}

describe('an answer', () => {
  it.each([
    ['waits when it is asked to (429)', { status: 429, headers: { 'retry-after': '0' } }],
    ['is tried again after a 502', { status: 502 }],
    ['is tried again after a hang-up', { hangUp: true }],
  ])('%s', async (_, fault) => {
    const { slack, ana } = await start();
    slack.failNext('response_url', fault);
    await ana.run('whisper', { text: 'in the end' });
    await eventually(ana, 'whispered: in the end');
  });

  it('goes another way when its address is used up', async () => {
    const { slack, ana } = await start();
    slack.failNext('response_url', { status: 404, body: 'used_url' });
    await ana.run('whisper', { text: 'by another way' });
    await eventually(ana, 'whispered: by another way');
    expect(slack.calls('chat.postEphemeral')).toHaveLength(1);
  });

  it('waits for the Web API too (429), with its Retry-After', async () => {
    const { slack, ana, ben } = await start();
    slack.failNext('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await ana.mention('what is a layer?');
    await eventually(ben, 'answered: what is a layer?');
  });

  it('is given once when an action is delivered again after a restart', async () => {
    const { slack, ana, ben, memory } = await start();
    await ana.run('board', {});
    const board = await eventually(ben, 'side 1');
    await ana.press(board, 'Share', 'again-0001');
    await eventually(ben, 'shared with all');
    await chat?.adapter.stop();
    const { adapter } = await again(slack, memory);
    await ana.press(board, 'Share', 'again-0001');
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ben, 'shared with all')).toBe(1);
    await adapter.stop();
  });

  it('has its file, byte by byte, in the direct messages, and says so where it was asked', async () => {
    const { app } = createFakeApp();
    const bytes = Uint8Array.from({ length: 600 }, (_, n) => (n * 7) % 256);
    const file = { name: 'gift.apkg', bytes, orElse: 'no gift' };
    const view = { body: [{ kind: 'text', markdown: 'a gift' }], file } as const;
    chat = await startSlackChat({ ...app, route: () => ({ answer: 'private', handle: async () => view }) }, 'socket');
    const ana = chat.slack.person({ name: 'Ana' }, 'socket');
    await ana.run('gift', { text: 'Ana' });
    expect((await eventually(ana, 'a gift')).text).toContain('The file is in our direct messages.');
    await eventually(ana, 'gift.apkg');
    expect(chat.slack.uploads().map(({ name, bytes: sent }) => [name, sent?.equals(bytes)])).toEqual([
      ['gift.apkg', true],
    ]);
  });

  it('has words in the place of a file that Slack does not take', async () => {
    const { slack, ana } = await start();
    slack.failNext('files.completeUploadExternal', { error: 'missing_scope' });
    await ana.run('gift', { text: 'Ana' });
    await eventually(ana, 'no gift for Ana');
    expect(await countOf(ana, 'gift.csv')).toBe(0);
  });

  it('is whole although Slack takes no file', async () => {
    const { app } = createFakeApp();
    const words = Array.from({ length: 9_000 }, (_, n) => `word${n}${n % 60 === 59 ? '\n\n' : ''}`).join(' ');
    const endless = { body: [{ kind: 'text', markdown: words }] } as const;
    chat = await startSlackChat(
      { ...app, route: () => ({ answer: 'private', handle: async () => endless }) },
      'socket',
    );
    const ana = chat.slack.person({ name: 'Ana' }, 'socket');
    chat.slack.failNext('files.getUploadURLExternal', { error: 'missing_scope' });
    await ana.run('long', {});
    await eventually(ana, 'word8999');
    const shown = (await ana.sees()).map(({ text }) => text).join(' ');
    const lost = Array.from({ length: 9_000 }, (_, n) => n).filter((n) => !new RegExp(`word${n}(?!\\d)`).test(shown));
    expect(lost).toEqual([]);
    expect(chat.slack.calls('files.getUploadURLExternal')).toHaveLength(1);
  });

  it('comes although the database cannot remember the event', async () => {
    const { ana, memory } = await start();
    memory.away = true;
    await ana.run('whisper', { text: 'without a memory' });
    await eventually(ana, 'whispered: without a memory');
  });

  it('comes although Slack does not tell who somebody is', async () => {
    const { slack, ana } = await start();
    slack.failNext('users.info', { error: 'internal_error' });
    await ana.run('whisper', { text: 'a stranger' });
    await eventually(ana, 'whispered: a stranger');
  });

  it('says that a form came too late when its trigger has expired', async () => {
    const { slack, ana } = await start();
    slack.failNext('views.open', { error: 'expired_trigger_id' });
    await ana.run('ask', {});
    await eventually(ana, 'Too late for a form');
    expect(await ana.openForm()).toBeNull();
  });
});

describe('a file of a form', () => {
  const NOTES = { notes: { name: 'notes.md', bytes: new TextEncoder().encode('# Layers') } };

  async function asked(...more: Parameters<typeof start>) {
    const started = await start(...more);
    await started.ana.run('upload', {});
    await vi.waitFor(async () => expect(await started.ana.openForm()).toHaveLength(2));
    return started;
  }
  async function expectTold({ ana, logged }: Awaited<ReturnType<typeof start>>, code: string): Promise<void> {
    await eventually(ana, 'It broke (ref. REF1)');
    const err = expect.objectContaining({ name: 'FileUnreadable', code });
    expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', err }));
    expect(fake.received).toEqual([]);
  }

  it.each([
    ['is not there any more (404)', { status: 404 }, 'refused'],
    ['lies behind a broken server (502)', { status: 502 }, 'refused'],
    ['is cut off', { hangUp: true }, 'refused'],
    ['is larger than it was said to be', { status: 200, body: '# Layers and more' }, 'too-large'],
  ])('that %s is told, and the next one is read', async (_, fault, code) => {
    const started = await asked();
    const { slack, ana } = started;
    slack.failNext('file', fault);
    await ana.submit({}, undefined, NOTES);
    await expectTold(started, code);
    await ana.run('upload', {});
    await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(2));
    await ana.submit({}, undefined, NOTES);
    await eventually(ana, 'got u1: notes.md of 8 bytes');
  });

  it('that the workspace does not let the bot read is no page that asks to sign in', async () => {
    const started = await asked();
    const { slack, ana } = started;
    slack.team.scopes = new Set([...slack.team.scopes].filter((scope) => scope !== 'files:read'));
    await ana.submit({}, undefined, NOTES);
    await expectTold(started, 'refused');
  });

  it('cannot be asked for without files:read, and the person is told', async () => {
    const scopes = ['chat:write', 'commands', 'users:read'];
    const { ana, logged } = await start('socket', undefined, { scopes });
    await ana.run('upload', {});
    await eventually(ana, 'It broke (ref. REF1)');
    const err = expect.objectContaining({ data: expect.objectContaining({ error: 'missing_scope' }) });
    expect(logged).toContainEqual(expect.objectContaining({ ref: 'REF1', err }));
    expect(await ana.openForm()).toBeNull();
  });

  it('is read with the token of the workspace’s bot', async () => {
    const { slack, ana } = await asked();
    await ana.submit({}, undefined, NOTES);
    await eventually(ana, 'got u1: notes.md of 8 bytes');
    expect(slack.calls('file').map(({ token }) => token)).toEqual([slack.botToken]);
  });

  it('that lies at a stranger’s is not fetched: the token never goes there', async () => {
    const started = await asked();
    const { slack, ana } = started;
    const came: unknown[] = [];
    const stranger = createServer((request, response) => {
      came.push(request.headers);
      response.end('# Layers');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    slack.setFileHost(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
    await ana.submit({}, undefined, NOTES);
    await expectTold(started, 'refused');
    expect(came).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });
});

describe('a message of the bot’s own', () => {
  it.each([
    ['the person takes no messages (cannot_dm_bot)', 'cannot_dm_bot', 'forbidden'],
    ['the person is gone', 'user_not_found', 'gone'],
    ['the account was closed', 'account_inactive', 'gone'],
  ])('is told to whoever sends when %s', async (_, error, status) => {
    const { slack, adapter, ana } = await start();
    slack.setProblem(ana.id, error);
    expect(await adapter.send(ana.direct, note, 'n1')).toEqual({ status });
  });

  it('is told when the channel is archived', async () => {
    const { slack, adapter } = await start();
    slack.setProblem(slack.channelId, 'is_archived');
    expect(await adapter.send(slack.channel, note, 'n2')).toEqual({ status: 'gone' });
  });

  it('that arrived although its answer was lost is not written a second time', async () => {
    const { slack, adapter, ana } = await start();
    const lost = Array.from({ length: 5 }, () => ({ hangUp: true, performed: true }));
    slack.failNext(
      'chat.postMessage',
      lost[0] ?? {},
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
    );
    expect(await adapter.send(ana.direct, note, 'n3')).toMatchObject({ status: 'rate-limited' });
    expect(await adapter.send(ana.direct, note, 'n3')).toEqual({ status: 'sent' });
    expect(await countOf(ana, 'a note')).toBe(1);
  });
});

describe('what Slack has beside commands', () => {
  it('answers a mention in its thread, for everybody', async () => {
    const { slack, ana, ben } = await start();
    await ana.mention('what is a layer?');
    await eventually(ben, 'answered: what is a layer?');
    const [call] = slack.calls('chat.postMessage');
    expect(call?.args.thread_ts).toBeDefined();
  });

  it('hands over a direct message as it is: what is meant by it, the bot finds out', async () => {
    const { ana } = await start();
    await ana.directMessage('what is a layer?');
    await eventually(ana, 'answered: what is a layer?');
    await ana.directMessage('card');
    await eventually(ana, 'answered: card');
  });

  it('fills the home tab, and what is pressed there is answered there', async () => {
    const { ana } = await start();
    await ana.openHome();
    const home = await vi.waitFor(async () => {
      const shown = await ana.home();
      expect(shown?.text).toContain('side 1');
      return shown;
    });
    if (home === null) throw new Error('no home');
    await ana.press(home, 'Turn');
    await vi.waitFor(async () => expect((await ana.home())?.text).toContain('side 2'));
  });

  it('shows a failure above the home tab and leaves it as it is', async () => {
    const { ana } = await start();
    await ana.openHome();
    const home = await vi.waitFor(async () => {
      const shown = await ana.home();
      expect(shown?.text).toContain('side 1');
      return shown;
    });
    if (home === null) throw new Error('no home');
    await ana.press(home, 'Break');
    await vi.waitFor(async () => expect((await ana.modal())?.text).toContain('It broke'));
    expect((await ana.home())?.text).toContain('side 1');
  });

  it('makes a card from somebody’s message, by the menu', async () => {
    const { ana } = await start();
    await ana.useShortcut('keep', 'An image has layers & more.');
    await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(2));
    expect((await ana.modal())?.text).toBeDefined();
    await ana.submit({ city: 'Layers', why: 'An image has layers & more.' });
    await eventually(ana, 'got f1: Layers, An image has layers & more.');
  });

  it.each([
    [
      '/repaso with a command behind it',
      'repaso',
      { a: 'whisper', b: 'by the main name' },
      'whispered: by the main name',
    ],
    ['a command by its Spanish name', 'repaso', { a: 'whisper-es', b: 'en español' }, 'whispered: en español'],
    ['/repaso alone as the way home', 'repaso', {}, 'side 1'],
  ])('takes %s', async (_, command, options, words) => {
    const { ana } = await start();
    await ana.run(command, options);
    await eventually(ana, words);
  });

  it('takes commands under a prefix', async () => {
    const { ana } = await start('socket', () => ({ prefix: 'learn-' }));
    await ana.run('learn-whisper', { text: 'prefixed' });
    await eventually(ana, 'whispered: prefixed');
  });

  it('says in the person’s language what is wrong with a command', async () => {
    const { slack, way } = await start();
    const eva = slack.person({ name: 'Eva', locale: 'es-ES' }, way);
    await eva.run('repaso', { a: 'pick', b: 'huge' });
    await eventually(eva, 'puede ser: ');
  });

  it('hides nothing in its own conversation with a person', async () => {
    const { slack, ana } = await start();
    await ana.at(ana.directChannelId).run('whisper', { text: 'alone' });
    await eventually(ana, 'whispered: alone');
    const last = slack.requests.findLast(({ method }) => method === 'response_url');
    expect(last?.args).toMatchObject({ response_type: 'in_channel' });
  });
});

describe('what people say to the bot', () => {
  const bytes = new TextEncoder().encode('# Layers');

  it('is answered with a screenshot as without it', async () => {
    const { ana } = await start();
    await ana.directMessage('what is a layer?', { files: [{ name: 'screen.png', bytes }] });
    await eventually(ana, 'answered: what is a layer? with screen.png');
  });

  it('is answered with a file in a channel too, whose words call the bot', async () => {
    const { ana, ben } = await start();
    await ana.mention('keep these', { files: [{ name: 'notes.md', bytes }] });
    await eventually(ben, 'answered: keep these with notes.md');
  });

  it.each([
    'mention',
    'directMessage',
  ] as const)('is answered once where it goes to the channel too (%s)', async (way) => {
    const { slack, ana, ben } = await start();
    const { ts } = slack.state.post(slack.channelOf(slack.team.id), {
      author: ben.id,
      content: { text: 'a thread', blocks: [], metadata: null },
    });
    await ana[way]('what is a layer?', { thread_ts: ts, broadcast: true, key: 'to-all' });
    await eventually(ana, 'answered: what is a layer?');
    const said = slack.messages(way === 'mention' ? slack.channelId : ana.directChannelId);
    const { ts: at } = said.find(({ author }) => author === ana.id) ?? { ts: '' };
    // Told again as another event, as Slack may tell of one message by several.
    const channel = way === 'mention' ? slack.channelId : ana.directChannelId;
    const kind = way === 'mention' ? { type: 'app_mention' } : { type: 'message', channel_type: 'im' };
    const text = said.find(({ author }) => author === ana.id)?.content.text;
    await ana.happens({ ...kind, user: ana.id, ts: at, channel, text });
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ana, 'answered: what is a layer?')).toBe(1);
  });

  it('goes on in a thread without a mention, where the app says that it does', async () => {
    const { slack, ana, ben } = await start();
    await ana.mention('what is a layer?');
    await eventually(ben, 'answered: what is a layer?');
    const thread_ts = slack.messages(slack.channelId).find(({ author }) => author === ana.id)?.ts ?? '';
    await ben.talk('and then what?', { thread_ts });
    await eventually(ana, 'answered: and then what?');
    const answer = slack.messages(slack.channelId).find(({ content }) => content.text.includes('and then what?'));
    expect(answer?.threadTs).toBe(thread_ts);
    await ben.talk('nice weather', { thread_ts });
    await ben.talk(`<@${ana.id}> and then what?`, { thread_ts });
    await ben.talk('and then what?');
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ana, 'answered: and then what?')).toBe(1);
    expect(await countOf(ana, 'answered: nice weather')).toBe(0);
  });

  it.each([
    ['an edit of a mention', { type: 'app_mention', edited: { user: 'U1', ts: '1.2' } }],
    ['an edit', { type: 'message', channel_type: 'im', subtype: 'message_changed' }],
    ['a message taken back', { type: 'message', channel_type: 'im', subtype: 'message_deleted' }],
    ['somebody who joins', { type: 'message', channel_type: 'im', subtype: 'channel_join' }],
    ['a bot', { type: 'message', channel_type: 'im', subtype: 'bot_message', bot_id: 'B9' }],
    ['a program in a person’s name', { type: 'message', channel_type: 'im', bot_id: 'B9' }],
    ['a message elsewhere', { type: 'message', channel_type: 'channel' }],
  ])('is no matter of %s', async (_, event) => {
    const { slack, ana, ben } = await start();
    const message = { user: ana.id, channel: ana.directChannelId, ts: slack.state.timestamp(), text: 'anyone?' };
    await ana.happens({ ...message, ...event });
    await ana.run('shout', { text: 'the mark' });
    await eventually(ben, 'shouted: the mark');
    expect(await countOf(ana, 'answered:')).toBe(0);
    expect(fake.calls).toEqual([`shout ${ana.id}`]);
  });
});

describe('a guest of a shared channel', () => {
  async function withGuest(...more: Parameters<typeof start>) {
    fake = createFakeApp();
    const { app, events } = watchedApp(fake.app);
    const [mode = 'socket', ...rest] = more;
    chat = await startSlackChat(app, mode, ...rest);
    const { slack, way } = chat;
    const theirs = slack.addTeam({ name: 'Theirs', installed: false });
    slack.shareChannel(slack.channelId, theirs.id);
    const zoe = slack.person({ name: 'Zoe', locale: 'es-ES', teamId: theirs.id, isAdmin: true }, way);
    return { ...chat, events, zoe: zoe.at(slack.channelId), ben: slack.person({ name: 'Ben' }, way) };
  }

  it.each([
    'socket',
    'http',
  ] as const)('is in the workspace that installed the app, whatever they do (%s)', async (mode) => {
    const { slack, zoe, ben, events } = await withGuest(mode);
    await zoe.mention('card please');
    const card = await eventually(zoe, 'side 1');
    await zoe.press(card, 'Turn');
    await eventually(ben, 'side 2');
    await zoe.run('whisper', { text: 'from next door' });
    await eventually(zoe, 'whispered: from next door');
    await zoe.press(await eventually(zoe, 'side 2'), 'Ask');
    await vi.waitFor(async () => expect(await zoe.openForm()).toHaveLength(2));
    await zoe.submit({ city: 'Łódź' });
    await eventually(zoe, 'got f1: Łódź');
    await zoe.useShortcut('keep', 'An image has layers.');
    await vi.waitFor(async () => expect(await zoe.openForm()).toHaveLength(2));
    expect(events.length).toBeGreaterThanOrEqual(6);
    expect([...new Set(events.map(({ place }) => place.workspaceId))]).toEqual([`slack:${slack.team.id}`]);
    expect(events.every(({ person }) => !person.manages && person.name === 'Zoe')).toBe(true);
    expect(await countOf(ben, 'from next door')).toBe(0);
  });

  it('has the name that the event tells where the profile cannot be read', async () => {
    const { slack, zoe, events } = await withGuest();
    slack.failNext('users.info', { error: 'user_not_found' });
    await zoe.mention('what is a layer?');
    await eventually(zoe, 'answered: what is a layer?');
    expect(events[0]?.person).toEqual({ id: zoe.id, name: 'Zoe', languages: [], timeZone: null, manages: false });
  });
});

describe('a profile', () => {
  it.each([
    ['a zone that is null', { tz: null }, { name: 'Ana P.', languages: ['es-ES'], timeZone: null, manages: true }],
    ['a locale that is null', { locale: null }, { languages: [], timeZone: 'Europe/Madrid', manages: true }],
    ['no name shown', { profile: { display_name: null, real_name: '' } }, { name: 'Ana Pérez', manages: true }],
    ['no profile', { profile: null, real_name: null }, { name: 'Ana', languages: ['es-ES'] }],
    ['a flag that is null', { is_admin: null }, { manages: false, languages: ['es-ES'] }],
    ['an owner', { is_admin: null, is_owner: true }, { manages: true }],
    ['an admin of another workspace', { team_id: 'T9' }, { manages: false }],
    ['a stranger', { is_stranger: true }, { manages: false, name: 'Ana P.' }],
    ['an admin of the organisation', { team_id: 'E1', enterprise_user: { teams: ['T1'] } }, { manages: true }],
  ])('with %s keeps the rest', async (_, told, expected) => {
    const user = {
      ...{ team_id: 'T1', real_name: 'Ana Pérez', locale: 'es-ES', tz: 'Europe/Madrid', is_admin: true },
      profile: { display_name: 'Ana P.', real_name: 'Ana Pérez' },
      ...told,
    };
    const people = createPeople(Date.now);
    const person = await people.get({ teamId: 'T1', token: '', call: async () => ({ ok: true, user }) }, 'U1', 'Ana');
    expect(person).toMatchObject({ id: 'U1', ...expected });
  });
});

describe('first words', () => {
  const TAB = 'welcome';

  it('come to whoever opens the conversation, once', async () => {
    const { ana, ben } = await start();
    await ana.openMessages();
    await eventually(ana, `${TAB} ${ana.id}`);
    await ana.openMessages();
    await ana.run('shout', { text: 'the mark' });
    await eventually(ana, 'shouted: the mark');
    expect(await countOf(ana, TAB)).toBe(1);
    expect(await countOf(ben, TAB)).toBe(0);
  });

  it('come once, though the event is told twice and the program was started anew', async () => {
    const { slack, ana, memory } = await start();
    await Promise.all([ana.openMessages('tab-1'), ana.openMessages('tab-1')]);
    await eventually(ana, TAB);
    await chat?.adapter.stop();
    const { adapter } = await again(slack, memory);
    await ana.openMessages();
    await ana.directMessage('what is a layer?');
    await eventually(ana, 'answered: what is a layer?');
    expect(await countOf(ana, TAB)).toBe(1);
    await adapter.stop();
  });

  it('come although the first try ended half way, and only once where it had arrived', async () => {
    const { slack, ana, logged } = await start();
    slack.failNext('chat.postMessage', { error: 'internal_error' });
    await ana.openMessages();
    await vi.waitFor(() => expect(logged).toContainEqual(expect.objectContaining({ reason: 'internal_error' })));
    await ana.openMessages();
    await eventually(ana, TAB);
    expect(await countOf(ana, TAB)).toBe(1);
  });

  it('are left out where there has been talk before', async () => {
    const { ana } = await start();
    await ana.directMessage('what is a layer?');
    await eventually(ana, 'answered: what is a layer?');
    await ana.openMessages();
    await ana.directMessage('and an image?');
    await eventually(ana, 'answered: and an image?');
    expect(await countOf(ana, TAB)).toBe(0);
  });
});

describe('installing into many workspaces', () => {
  it('keeps what Slack gives sealed, and answers there from then on', async () => {
    const { MemoryInstallations, testCipher } = await import('../../support/memory-installations.js');
    const installations = new MemoryInstallations();
    const {
      slack,
      ana: _ana,
      url,
      way,
      adapter,
    } = await start('http', (platform, base) => ({
      access: {
        kind: 'oauth',
        clientId: platform.app.clientId,
        clientSecret: platform.app.clientSecret,
        stateSecret: 'a-secret-for-states',
        redirectUri: `${base}/slack/oauth_redirect`,
        installations,
        cipher: testCipher(),
      },
    }));
    const other = slack.addTeam({ name: 'Beta', installed: false });
    const zoe = slack.person({ name: 'Zoe', teamId: other.id }, way);
    expect((await zoe.install(`${url}/slack/install`)).status).toBe(200);
    const sealed = installations.rows.get(`slack:${other.id}`) ?? '';
    expect(sealed).toMatch(/^v1\./);
    expect(sealed).not.toContain('xoxb');
    await eventually(zoe, `welcome ${zoe.id}`);
    await zoe.run('whisper', { text: 'installed' });
    await eventually(zoe, 'whispered: installed');
    expect(await adapter.send(zoe.direct, note, 'n9')).toEqual({ status: 'sent' });

    // To grant more is no new installation, and whoever was greeted has met the conversation.
    expect((await zoe.install(`${url}/slack/install`)).status).toBe(200);
    await zoe.openMessages();
    await zoe.run('whisper', { text: 'granted more' });
    await eventually(zoe, 'whispered: granted more');
    expect(await countOf(zoe, 'welcome')).toBe(1);

    await zoe.happens({ type: 'app_uninstalled' });
    await vi.waitFor(() => expect(installations.rows.size).toBe(0));
    expect(await adapter.send(zoe.direct, note, 'n10')).toEqual({ status: 'gone' });

    slack.uninstall(other.id);
    expect((await zoe.install(`${url}/slack/install`)).status).toBe(200);
    await vi.waitFor(async () => expect(await countOf(zoe, 'welcome')).toBe(2));
  });
});

describe('an answer that is made while people watch', () => {
  it.each([
    ['a mention', 'mention'],
    ['a direct message', 'directMessage'],
  ] as const)('is one message that changes, for %s', async (_, way) => {
    const { slack, ana } = await start();
    const letGo = fake.hold();
    await ana[way]('grow please');
    const { id } = await eventually(ana, 'half a tree');
    letGo();
    expect((await eventually(ana, 'a whole tree')).id).toBe(id);
    expect(await countOf(ana, 'half a tree')).toBe(0);
    expect(slack.pings).toEqual([]);
  });

  it('comes as a message of its own where its beginning is gone', async () => {
    const { slack, ana } = await start();
    const letGo = fake.hold();
    await ana.mention('grow please');
    await eventually(ana, 'half a tree');
    slack.failNext('chat.update', { error: 'message_not_found' });
    letGo();
    await eventually(ana, 'a whole tree');
  });

  it('is taken back where it fails, and the asker alone is told', async () => {
    const { ana, ben } = await start();
    const letGo = fake.hold();
    await ana.mention('wilt please');
    await eventually(ben, 'half a tree');
    letGo();
    await eventually(ana, 'It broke');
    expect(await countOf(ben, 'half a tree')).toBe(0);
    expect(await countOf(ben, 'It broke')).toBe(0);
  });
});
