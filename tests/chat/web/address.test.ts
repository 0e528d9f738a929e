import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomWords } from '../../../src/bot/room-words.js';
import { addressOf, createOpenStreams, limitAddresses } from '../../../src/chat/web/address.js';
import { coalesce } from '../../../src/chat/web/coalesce.js';
import { LIMITS, RATES } from '../../../src/chat/web/limits.js';
import { changeJson, peopleHtml } from '../../../src/chat/web/people.js';
import { isRoomOpen } from '../../../src/program/open-room.js';

describe('the limit of an address', () => {
  it('holds whatever cookies are made up, for that address alone, and this machine has none', async () => {
    let address: string | null = '10.0.0.7';
    const app = new Hono();
    app.use(
      limitAddresses(
        () => 0,
        () => address,
      ),
    );
    app.get('/', (context) => context.text('here'));
    const ask = async (at: number) =>
      (await app.request('/', { headers: { cookie: `repaso_person=made-up-${at}-made-up-made-up` } })).status;
    for (let at = 0; at < RATES.address.burst; at += 1) expect(await ask(at)).toBe(200);
    expect(await ask(1_000_000)).toBe(429);
    address = '10.0.0.8';
    expect(await ask(1)).toBe(200);
    address = null;
    for (let at = 0; at < RATES.address.burst + 10; at += 1) expect(await ask(at)).toBe(200);
  });
});

describe('streams of an address', () => {
  it('are as many as it may have, and one that ends makes room', () => {
    const streams = createOpenStreams(2);
    const first = streams.open('10.0.0.7');
    expect(streams.open('10.0.0.7')).not.toBeNull();
    expect(streams.open('10.0.0.7')).toBeNull();
    expect(streams.open('10.0.0.8')).not.toBeNull();
    first?.();
    expect(streams.open('10.0.0.7')).not.toBeNull();
  });

  it('are not counted for this machine itself', () => {
    const streams = createOpenStreams(1);
    expect([1, 2, 3].map(() => streams.open(null) === null)).toEqual([false, false, false]);
  });
});

describe('news that come together', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are told at once, and what comes soon after once more', () => {
    const work = vi.fn();
    const tell = coalesce(work, () => 100);
    tell();
    expect(work).toHaveBeenCalledTimes(1);
    for (let at = 0; at < 500; at += 1) tell();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1_000);
    expect(work).toHaveBeenCalledTimes(2);
    tell();
    expect(work).toHaveBeenCalledTimes(3);
  });
});

describe('a room', () => {
  it.each([
    ['127.0.0.1', true, false],
    ['localhost', true, false],
    ['::1', true, false],
    ['0.0.0.0', true, true],
    ['::', true, true],
    ['192.168.1.5', true, true],
    ['0.0.0.0', false, false],
  ])('at %s (web %s) is open to the network: %s', (host, web, open) => {
    expect(isRoomOpen({ host, web })).toBe(open);
  });
});

describe('the list of who is here', () => {
  it('names some of five hundred, and says how many more there are', async () => {
    const present = Array.from({ length: 500 }, (_, at) => ({ id: `p${at}`, name: `Person ${at}` }));
    const words = roomWords(['en']);
    const html = await peopleHtml(present, { id: 'p499', words });
    expect(html.match(/class="person-name"/g)).toHaveLength(LIMITS.names);
    expect(html).toContain(`+${500 - LIMITS.names}`);
    expect(await peopleHtml(present, { id: 'p0', words })).toContain('class="you"');
    expect(html).not.toContain('class="you"');
  });

  it('changes by who came and who left, in one text for all who read a language', async () => {
    const words = roomWords(['en']);
    const change = { here: [{ id: 'a', name: '<b>Ana' }], gone: ['b'], total: 12 };
    const [one, other] = [changeJson(change, words), changeJson(change, words)];
    expect(one).toBe(other);
    const told = JSON.parse(await one);
    expect(told).toMatchObject({ gone: ['b'], total: 12, count: '12 people here' });
    expect(told.here[0].html).toContain('&lt;b&gt;Ana');
    expect(await changeJson(change, roomWords(['es']))).not.toBe(await one);
  });
});

describe('where a request comes from', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '::ffff:10.0.0.7'],
    ['127.0.0.1', null],
    ['::ffff:127.0.0.1', null],
    ['::1', null],
  ])('%s', async (remoteAddress, address) => {
    const app = new Hono();
    app.get('/', (context) => context.json(addressOf(context)));
    expect(await (await app.request('/', {}, { incoming: { socket: { remoteAddress } } })).json()).toBe(address);
  });
});
