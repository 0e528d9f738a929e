import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInFlight } from '../../../src/chat/in-flight.js';
import { createHub } from '../../../src/chat/web/hub.js';
import { createPresence } from '../../../src/chat/web/presence.js';
import { createRateLimit } from '../../../src/chat/web/rate-limit.js';
import { cleanLine, cleanText } from '../../../src/chat/web/text.js';

describe('the rate limit', () => {
  it('allows a burst, then as many as refill', () => {
    const limit = createRateLimit({ burst: 3, perSecond: 2 });
    const taken = [0, 0, 0, 0, 499, 500, 501, 1000].map((at) => limit.take('ana', at));
    expect(taken).toEqual([true, true, true, false, false, true, false, true]);
  });

  it('counts each person apart', () => {
    const limit = createRateLimit({ burst: 1, perSecond: 1 });
    expect([limit.take('ana', 0), limit.take('ben', 0), limit.take('ana', 0)]).toEqual([true, true, false]);
  });

  it('never allows more than the burst and what has refilled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 200 }), (steps) => {
        const limit = createRateLimit({ burst: 5, perSecond: 2 });
        let at = 0;
        let allowed = 0;
        for (const step of steps) {
          at += step;
          if (limit.take('ana', at)) allowed += 1;
        }
        expect(allowed).toBeLessThanOrEqual(5 + (at / 1000) * 2);
      }),
    );
  });

  it('is not fooled by a clock that goes back', () => {
    const limit = createRateLimit({ burst: 1, perSecond: 1 });
    expect([limit.take('ana', 5_000), limit.take('ana', 1_000), limit.take('ana', 2_000)]).toEqual([true, false, true]);
  });
});

describe('news of a change', () => {
  it.each([
    ['everybody', null, ['ana', 'ana', 'ben']],
    ['all pages of the only one who sees it', 'ana', ['ana', 'ana']],
    ['nobody where that one is away', 'eva', []],
  ])('reaches %s', (_, onlyFor, reached) => {
    const hub = createHub();
    const heard: string[] = [];
    for (const viewer of ['ana', 'ben', 'ana']) {
      const rest = { presenceChanged() {}, acknowledged() {}, close() {} };
      hub.add({ viewer, changed: () => void heard.push(viewer), ...rest });
    }
    hub.changed(onlyFor);
    expect(heard.sort()).toEqual(reached);
  });
});

describe('requests in flight', () => {
  it('run once for a key, during and after', async () => {
    const inFlight = createInFlight<number>(() => true, 10);
    let runs = 0;
    const work = async () => {
      runs += 1;
      return runs;
    };
    expect(await Promise.all([inFlight.once('a', work), inFlight.once('a', work)])).toEqual([1, 1]);
    expect(await inFlight.once('a', work)).toBe(1);
    expect(await inFlight.once('b', work)).toBe(2);
  });

  it('may be tried again after they broke', async () => {
    const inFlight = createInFlight<number>(() => true, 10);
    await expect(inFlight.once('a', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await inFlight.once('a', async () => 2)).toBe(2);
  });

  it('are waited for before the end', async () => {
    const inFlight = createInFlight<number>(() => true, 10);
    let finish: (value: number) => void = () => {};
    const work = inFlight.once('a', () => new Promise((resolve) => (finish = resolve)));
    let drained = false;
    const draining = inFlight.drain().then(() => (drained = true));
    await Promise.resolve();
    expect([inFlight.draining, drained]).toEqual([true, false]);
    finish(1);
    await Promise.all([work, draining]);
    expect(drained).toBe(true);
  });

  it('are forgotten, oldest first, past the number that is remembered', async () => {
    const inFlight = createInFlight<number>(() => true, 2);
    for (const key of ['a', 'b', 'c']) await inFlight.once(key, async () => 1);
    expect(await inFlight.once('c', async () => 2)).toBe(1);
    expect(await inFlight.once('a', async () => 2)).toBe(2);
  });
});

describe('who is here', () => {
  it('is everybody with an open page, once, by name', () => {
    const presence = createPresence(
      () => {},
      (work) => work(),
      (work) => work(),
    );
    presence.enter({ id: '2', name: 'Zoe' });
    presence.enter({ id: '1', name: 'Ana' });
    presence.enter({ id: '1', name: 'Ana' });
    expect(presence.list().map(({ name }) => name)).toEqual(['Ana', 'Zoe']);
    presence.leave('1');
    expect(presence.list()).toHaveLength(2);
    presence.leave('1');
    expect(presence.list()).toEqual([{ id: '2', name: 'Zoe' }]);
  });

  it('tells what has changed since it was asked last, as it is now', () => {
    const waiting: (() => void)[] = [];
    const presence = createPresence(
      () => {},
      (work) => void waiting.push(work),
      () => {},
    );
    presence.enter({ id: '1', name: 'Ana' });
    presence.enter({ id: '2', name: 'Luis' });
    presence.rename({ id: '1', name: 'Anabel' });
    const here = [
      { id: '1', name: 'Anabel' },
      { id: '2', name: 'Luis' },
    ];
    expect(presence.takeChange()).toEqual({ here, gone: [], total: 2 });
    expect(presence.takeChange()).toEqual({ here: [], gone: [], total: 2 });
    presence.leave('2');
    presence.leave('1');
    presence.enter({ id: '1', name: 'Anabel' });
    for (const work of waiting) work();
    expect(presence.takeChange()).toEqual({ here: [], gone: ['2'], total: 1 });
  });

  it('knows who is alone: not whose page is closed, and not while somebody may be back at once', () => {
    const waiting: (() => void)[] = [];
    const presence = createPresence(
      () => {},
      (work) => work(),
      (work) => waiting.push(work),
    );
    expect(presence.isAlone('1')).toBe(false);
    presence.enter({ id: '1', name: 'Ana' });
    expect(presence.isAlone('1')).toBe(true);
    for (const _ of [1, 2]) {
      presence.enter({ id: '2', name: 'Zoe' });
      expect(presence.isAlone('1')).toBe(false);
      presence.leave('2');
      expect(presence.isAlone('1')).toBe(false);
    }
    waiting.shift()?.();
    expect(presence.isAlone('1')).toBe(false);
    waiting.shift()?.();
    expect([presence.isAlone('1'), presence.isAlone('2')]).toEqual([true, false]);
  });

  it('tells when the list is another, and only then', () => {
    let changes = 0;
    const presence = createPresence(
      () => {
        changes += 1;
      },
      (work) => work(),
      (work) => work(),
    );
    presence.enter({ id: '1', name: 'Ana' });
    presence.enter({ id: '1', name: 'Ana' });
    presence.leave('1');
    presence.rename({ id: '1', name: 'Ana' });
    presence.rename({ id: 'stranger', name: 'Eva' });
    expect(changes).toBe(1);
    presence.rename({ id: '1', name: 'Anna' });
    presence.leave('1');
    expect(changes).toBe(3);
  });
});

describe('what people write', () => {
  it.each([
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['what databases refuse', 'a\u0000b\u0007c\ud800d', 'abcd'],
    ['emoji, accents and tabs as they are', 'ñ 👩🏽‍💻\tx', 'ñ 👩🏽‍💻\tx'],
    ['space around', '  a b \n', 'a b'],
  ])('keeps or drops %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  it('has no marks that turn the writing, in a name', () => {
    expect(cleanLine('Ana\u202e\n  Ben\u2066')).toBe('Ana Ben');
  });

  it('can be cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
        expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
        expect(cleanLine(typed)).not.toMatch(/[\n\p{Cc}]/u);
      }),
    );
  });
});
