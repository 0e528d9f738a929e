import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SeenMessage } from '../../contracts/chat-adapter.js';
import { createFakeApp, type FakeApp } from '../../support/fake-app.js';
import { RoomBrowser } from '../../support/room-browser.js';
import { startTestRoom, type TestRoom } from '../../support/web-room.js';

let fake: FakeApp;
let room: TestRoom;
let ana: RoomBrowser;
const open: RoomBrowser[] = [];

async function enter(): Promise<RoomBrowser> {
  const browser = await RoomBrowser.open(room.app);
  open.push(browser);
  return browser;
}

beforeEach(async () => {
  fake = createFakeApp();
  room = await startTestRoom(fake.app);
  ana = await enter();
});
afterEach(async () => {
  for (const browser of open.splice(0)) browser.close();
  await room.adapter.stop();
});

async function seen(browser: RoomBrowser, words: string): Promise<readonly SeenMessage[]> {
  return (await browser.sees()).filter(({ text }) => text.includes(words));
}

describe('who is alone in the room', () => {
  it('writes to the bot: the line and its answer are theirs, also when somebody comes later', async () => {
    await ana.say('what is a layer?');
    await vi.waitFor(async () => expect(await seen(ana, 'answered: what is a layer?')).toHaveLength(1));
    expect(await seen(ana, 'Only you can see this')).not.toEqual([]);
    const ben = await enter();
    expect(await seen(ben, 'layer')).toEqual([]);
    expect(fake.calls).toEqual([`question ${ana.id}`]);
  });

  it('need not, and may, call it by its name', async () => {
    await ana.say('Repaso, what is a layer?');
    await vi.waitFor(async () => expect(await seen(ana, 'answered: what is a layer?')).toHaveLength(1));
    const ben = await enter();
    expect(await seen(ben, 'layer')).toEqual([]);
  });

  it('is alone with two pages too', async () => {
    const cookie = await cookieOf(ana);
    const second = await room.app.request('http://localhost:3000/events?after=0', {
      headers: { host: 'localhost:3000', cookie },
    });
    await ana.say('hello');
    await vi.waitFor(async () => expect(await seen(ana, 'answered: hello')).toHaveLength(1));
    await second.body?.cancel();
  });

  it('can leave for everyone what was no question, once', async () => {
    await ana.say('lost please');
    const [answer] = await vi.waitFor(async () => {
      const found = await seen(ana, 'not in the notes');
      expect(found).toHaveLength(1);
      return found;
    });
    expect(answer?.buttons).toEqual(['Say it to everyone']);
    const ben = await enter();
    expect(await seen(ben, 'lost please')).toEqual([]);
    for (const _ of [1, 2]) await ana.press(answer!, 'Say it to everyone').catch(() => {});
    await vi.waitFor(async () => expect(await seen(ben, 'lost please')).toHaveLength(1));
    expect((await seen(ana, 'not in the notes'))[0]?.buttons).toEqual([]);
  });

  it('says nothing for anybody else: a line of another person is not theirs to repeat', async () => {
    await ana.say('mine alone');
    await vi.waitFor(async () => expect(await seen(ana, 'answered: mine alone')).toHaveLength(1));
    const [line] = (await room.log.before('lobby', ana.id, null, 10)).filter(({ author }) => author.kind === 'person');
    const ben = await enter();
    const ref = `1~room.say-aloud~${line?.id}`;
    await ben.post('/api/press', { key: 'key-stolen-1', entry: 0, ref });
    expect(await seen(ben, 'mine alone')).toEqual([]);
  });
});

describe('who is among others', () => {
  let ben: RoomBrowser;
  beforeEach(async () => {
    ben = await enter();
  });

  it('writes to everyone, and the bot says nothing', async () => {
    await ana.say('what is a layer?');
    await vi.waitFor(async () => expect(await seen(ben, 'what is a layer?')).toHaveLength(1));
    expect(await seen(ana, 'answered')).toEqual([]);
    expect(fake.calls).toEqual([]);
  });

  it.each(['@Repaso layers', 'repaso, layers', 'layers, Repaso'])('asks it aloud: %s', async (line) => {
    await ana.say(line);
    for (const browser of [ana, ben]) {
      await vi.waitFor(async () => expect(await seen(browser, 'answered: layers')).toHaveLength(1));
      expect(await seen(browser, line)).toHaveLength(1);
    }
  });

  it('goes on aloud without its name, until somebody has spoken in between', async () => {
    await ana.say('and then what?');
    await vi.waitFor(async () => expect(await seen(ben, 'and then what?')).toHaveLength(1));
    await ana.say('@Repaso layers');
    await vi.waitFor(async () => expect(await seen(ben, 'answered: layers')).toHaveLength(1));
    await ana.say('and then what?');
    await vi.waitFor(async () => expect(await seen(ben, 'answered: and then what?')).toHaveLength(1));
    await ben.say('and then what?');
    await ana.say('and then what?');
    await vi.waitFor(async () => expect(await seen(ben, 'and then what?')).toHaveLength(5));
    expect(await seen(ana, 'answered: and then what?')).toHaveLength(1);
  });

  it('is offered an answer, alone and not too often', async () => {
    for (let turn = 0; turn < 6; turn += 1) await ana.say('who knows layers?');
    await vi.waitFor(async () => expect(await seen(ana, 'shall I?')).toHaveLength(3));
    expect(await seen(ben, 'shall I?')).toEqual([]);
    expect(await seen(ben, 'who knows layers?')).toHaveLength(6);
  });

  it('is told nothing of an offer that failed', async () => {
    const broken = await startTestRoom({ ...fake.app, overhear: () => Promise.reject(new Error('no lookup')) });
    const [one, other] = [await RoomBrowser.open(broken.app), await RoomBrowser.open(broken.app)];
    open.push(one, other);
    await one.say('anybody?');
    await vi.waitFor(async () => expect(await seen(other, 'anybody?')).toHaveLength(1));
    expect(broken.logged).toHaveLength(1);
    await broken.adapter.stop();
  });
});

/** What names a person to the room. */
async function cookieOf(browser: RoomBrowser): Promise<string> {
  const response = await browser.request('/');
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return cookies.join('; ');
}

describe('a card that waits for an answer', () => {
  it('is answered by whoever it was shown to alone, once', async () => {
    await ana.say('quiz please');
    await vi.waitFor(async () => expect(await seen(ana, 'what is it?')).toHaveLength(1));
    const ben = await enter();
    await ana.say('a secret guess');
    await vi.waitFor(async () => expect(await seen(ana, 'guessed one: a secret guess')).toHaveLength(1));
    expect(await seen(ana, 'what is it?')).toEqual([]);
    expect(await seen(ben, 'secret')).toEqual([]);
    await ana.say('said to all');
    await vi.waitFor(async () => expect(await seen(ben, 'said to all')).toHaveLength(1));
  });

  it('leaves commands, and what is said to the bot by its name, what they are', async () => {
    await ana.say('quiz please');
    await vi.waitFor(async () => expect(await seen(ana, 'what is it?')).toHaveLength(1));
    await ana.say('/board');
    await vi.waitFor(async () => expect(await seen(ana, 'side 1')).toHaveLength(1));
    expect(fake.calls).not.toContainEqual(expect.stringContaining('guess'));
  });
});
