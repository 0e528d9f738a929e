import { beforeEach, describe, expect, it } from 'vitest';
import { dailyMessageView } from '../../src/bot/views/daily-view.js';
import type { ChatAdapter, Destination, SendResult, View } from '../../src/chat/port.js';
import { runDailyRound } from '../../src/delivery/daily-round.js';
import { changeDaily, changeTimeZone, readNextDaily } from '../../src/tutor/people/change-settings.js';
import type { Learner } from '../../src/tutor/people/meet-learner.js';
import { acknowledgeTurnedOff, missedDaily } from '../../src/tutor/review/missed-daily.js';
import { labels, text } from '../support/bot-user.js';
import { createWorld, DAY, HOUR, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let sent: { to: Destination; view: View; key: string }[];
let answer: SendResult | Error;

beforeEach(async () => {
  world = await createWorld({ alone: true });
  sent = [];
  answer = { status: 'sent' };
});

const MINUTE = 60_000;

const adapter: ChatAdapter = {
  platform: 'web',
  start: async () => {},
  stop: async () => {},
  state: () => 'connected',
  async send(to, view, key) {
    sent.push({ to, view, key });
    if (answer instanceof Error) throw answer;
    return answer;
  },
  update() {
    throw new Error('nothing that was sent is changed');
  },
};

function round(now: number): Promise<void> {
  return runDailyRound({
    context: () => world.at(now),
    adapterOf: (platform) => (platform === 'web' ? adapter : undefined),
    render: (prepared, at) => dailyMessageView(prepared.learner.language, prepared, at),
    logger: { warn() {}, info() {} },
  });
}

function directly(learner: Learner) {
  return { platform: 'web', kind: 'direct', id: learner.id };
}

/** Somebody who has set their time the day before. */
async function daily(name: string, hour: number, timeZone = 'Europe/Madrid', minute = 0): Promise<Learner> {
  const learner = await world.person(name, timeZone);
  return changeDaily(world.at(MONDAY_NOON - DAY), learner, { kind: 'on', hour, minute }, directly(learner));
}

/** Sets the time at a moment, as `/daily` does, and tells when the next message comes. */
async function setAt(now: number, learner: Learner, hour: number, minute = 0): Promise<Learner> {
  return changeDaily(world.at(now), learner, { kind: 'on', hour, minute }, directly(learner));
}

async function nextOf(now: number, learner: Learner) {
  return readNextDaily(world.at(now), learner);
}

describe('the daily message', () => {
  it('goes out once a local date, with the first card ready to be answered', async () => {
    await daily('Ana', 13);
    await round(MONDAY_NOON);
    await round(MONDAY_NOON + HOUR);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to).toEqual({ platform: 'web', kind: 'direct', id: 'ana' });
    expect(text(sent[0]!.view)).toContain('Buenas tardes, Ana. 3 tarjetas, alrededor de un minuto: 3 nuevas hoy.');
    expect(text(sent[0]!.view)).toContain('Las imágenes son […].');
    expect(labels(sent[0]!.view)).toEqual(['Mostrar', 'Escribir la respuesta', 'Ajustes']);
    await round(MONDAY_NOON + DAY);
    expect(sent).toHaveLength(2);
  });

  it('follows each person’s own clock', async () => {
    await daily('Ana', 9, 'America/Mexico_City');
    await daily('Kenji', 9, 'Asia/Tokyo');
    await round(MONDAY_NOON);
    expect(sent.map((message) => message.to.id)).toEqual(['kenji']);
  });

  it('is not sent before its hour, nor when it is off', async () => {
    const ana = await daily('Ana', 14);
    await round(MONDAY_NOON);
    await changeDaily(world.at(MONDAY_NOON), ana, { kind: 'off' }, null);
    await round(MONDAY_NOON + 2 * HOUR);
    expect(sent).toEqual([]);
  });

  it('is sent again under the same key and with the same card when its sender died on the way', async () => {
    await daily('Ana', 9);
    answer = new Error('killed');
    await round(MONDAY_NOON);
    answer = { status: 'sent' };
    await round(MONDAY_NOON + 60_000);
    expect(sent).toHaveLength(1);
    await round(MONDAY_NOON + HOUR);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    await round(MONDAY_NOON + 2 * HOUR);
    expect(sent).toHaveLength(2);
  });

  it('is sent once however many replicas tick at the same moment', async () => {
    await daily('Ana', 9);
    await Promise.all([round(MONDAY_NOON), round(MONDAY_NOON), round(MONDAY_NOON)]);
    expect(sent).toHaveLength(1);
  });

  it('does not bother a person whose messages are closed again that day, and serves the others', async () => {
    await daily('Ana', 9);
    await daily('Luis', 9);
    answer = { status: 'forbidden' };
    await round(MONDAY_NOON);
    await round(MONDAY_NOON + HOUR);
    expect(sent.map((message) => message.to.id).sort()).toEqual(['ana', 'luis']);
  });

  it('is not sent late on another day, nor to somebody who has switched it off meanwhile', async () => {
    const ana = await daily('Ana', 9);
    answer = { status: 'rate-limited', retryAfterMs: 1 };
    for (let day = 0; day < 3; day += 1) await round(MONDAY_NOON + day * DAY);
    expect(sent).toHaveLength(3);
    answer = { status: 'sent' };
    await changeDaily(world.at(MONDAY_NOON), ana, { kind: 'off' }, null);
    await round(MONDAY_NOON + 2 * DAY + HOUR);
    expect(sent).toHaveLength(3);
  });

  it('tells a person at the next occasion that their direct messages are closed', async () => {
    const ana = await daily('Ana', 13);
    answer = { status: 'forbidden' };
    await round(MONDAY_NOON);
    expect(await missedDaily(world.at(MONDAY_NOON + HOUR), ana)).toBe('closed');
    answer = { status: 'sent' };
    await round(MONDAY_NOON + DAY);
    expect(await missedDaily(world.at(MONDAY_NOON + DAY), ana)).toBeNull();
  });

  it('is turned off for somebody who is gone, who learns it once when they come back', async () => {
    const ana = await daily('Ana', 9);
    answer = { status: 'gone' };
    for (const day of [0, 1, 2]) await round(MONDAY_NOON + day * DAY);
    expect(sent).toHaveLength(1);
    const back = world.at(MONDAY_NOON + 3 * DAY);
    const now = await back.store.learners.get(ana.workspaceId, ana.id);
    expect(now?.daily).toEqual({ kind: 'off' });
    expect(await missedDaily(back, now!)).toBe('turned-off');
    await acknowledgeTurnedOff(back, now!);
    expect(await missedDaily(back, now!)).toBeNull();
  });

  it('is turned off after three days of closed messages in a row, and not before', async () => {
    const ana = await daily('Ana', 9);
    const at = (day: number) => world.at(MONDAY_NOON + day * DAY);
    const wantsDaily = async (day: number) => (await at(day).store.learners.get(ana.workspaceId, ana.id))?.daily.kind;
    for (const [day, status] of (['forbidden', 'forbidden', 'sent', 'forbidden', 'forbidden'] as const).entries()) {
      answer = { status };
      await round(MONDAY_NOON + day * DAY);
      expect(await wantsDaily(day)).toBe('on');
    }
    answer = { status: 'forbidden' };
    await round(MONDAY_NOON + 5 * DAY);
    expect(await wantsDaily(5)).toBe('off');
    expect(await missedDaily(at(6), { ...ana, daily: { kind: 'off' } })).toBe('turned-off');
  });

  it('that somebody turned off by themselves is told to nobody', async () => {
    const ana = await daily('Ana', 9);
    answer = { status: 'forbidden' };
    await round(MONDAY_NOON);
    const off = await changeDaily(world.at(MONDAY_NOON + HOUR), ana, { kind: 'off' }, null);
    expect(await missedDaily(world.at(MONDAY_NOON + HOUR), off)).toBeNull();
  });

  it('goes out at its minute', async () => {
    await daily('Ana', 13, 'Europe/Madrid', 1);
    await round(MONDAY_NOON);
    expect(sent).toEqual([]);
    await round(MONDAY_NOON + MINUTE);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['Asia/Kolkata', 17, 30],
    ['Asia/Kathmandu', 17, 45],
    ['America/St_Johns', 8, 30],
    ['Pacific/Chatham', 1, 45],
  ])('goes by the half and quarter hours of %s', async (zone, hour, minute) => {
    await daily('Ana', hour, zone, minute);
    await round(MONDAY_NOON - MINUTE);
    expect(sent).toEqual([]);
    await round(MONDAY_NOON);
    expect(sent).toHaveLength(1);
  });

  it('is one message for each workspace in which a person learns', async () => {
    await daily('Ana', 13);
    await round(MONDAY_NOON);
    expect(sent[0]?.key).toMatch(new RegExp(`^daily:${world.team}:ana:\\d{4}-\\d{2}-\\d{2}$`));
  });
});

describe('a message that is turned on', () => {
  it('after its time comes tomorrow first, and not at once', async () => {
    const ana = await setAt(MONDAY_NOON, await world.person('Ana'), 9);
    expect(await nextOf(MONDAY_NOON, ana)).toEqual({ on: '2026-11-24', first: true });
    await round(MONDAY_NOON);
    await round(MONDAY_NOON + 10 * HOUR);
    expect(sent).toEqual([]);
    await round(MONDAY_NOON + 20 * HOUR);
    expect(sent).toHaveLength(1);
  });

  it('before its time comes today', async () => {
    const ana = await setAt(MONDAY_NOON, await world.person('Ana'), 21, 15);
    expect(await nextOf(MONDAY_NOON, ana)).toEqual({ on: '2026-11-23', first: true });
    await round(MONDAY_NOON + 8 * HOUR);
    expect(sent).toEqual([]);
    await round(MONDAY_NOON + 8.25 * HOUR);
    expect(sent).toHaveLength(1);
  });

  it('is not moved by setting the same time again', async () => {
    const ana = await daily('Ana', 9);
    await setAt(MONDAY_NOON, ana, 9);
    await round(MONDAY_NOON);
    expect(sent).toHaveLength(1);
  });

  it('comes no second time on a day that had one, whatever time is set', async () => {
    let ana = await daily('Ana', 9);
    await round(MONDAY_NOON);
    for (const hour of [14, 20, 13]) {
      ana = await setAt(MONDAY_NOON, ana, hour);
      expect(await nextOf(MONDAY_NOON, ana)).toEqual({ on: '2026-11-24', first: false });
      await round(MONDAY_NOON + 10 * HOUR);
    }
    ana = await changeDaily(world.at(MONDAY_NOON), ana, { kind: 'off' }, null);
    expect(await nextOf(MONDAY_NOON, ana)).toBeNull();
    await setAt(MONDAY_NOON, ana, 20);
    await round(MONDAY_NOON + 10 * HOUR);
    expect(sent).toHaveLength(1);
    await round(MONDAY_NOON + DAY + 7 * HOUR);
    expect(sent).toHaveLength(2);
  });

  it('is not taken over for a day that is wanted no more', async () => {
    const ana = await daily('Ana', 9);
    answer = new Error('killed');
    await round(MONDAY_NOON);
    answer = { status: 'sent' };
    await setAt(MONDAY_NOON, ana, 8);
    await round(MONDAY_NOON + HOUR);
    expect(sent).toHaveLength(1);
  });
});

/** 02:30 does not exist in Madrid on 29 March 2026, and is there twice on 25 October. */
describe('a message when the clocks change', () => {
  const spring = Date.parse('2026-03-29T00:00:00Z');
  const autumn = Date.parse('2026-10-25T00:00:00Z');

  it('comes once the clock has leapt over its time', async () => {
    await setAt(spring - DAY, await world.person('Ana'), 2, 30);
    await round(spring - DAY + 2 * HOUR);
    expect(sent).toHaveLength(1);
    await round(spring + HOUR - MINUTE);
    expect(sent).toHaveLength(1);
    await round(spring + HOUR);
    expect(sent).toHaveLength(2);
  });

  it('comes once at a time that is there twice', async () => {
    await setAt(autumn - DAY, await world.person('Ana'), 2, 30);
    await round(autumn - DAY + 2 * HOUR);
    for (const minutes of [29, 30, 59, 60, 89, 90, 119, 120]) await round(autumn + minutes * MINUTE);
    expect(sent).toHaveLength(2);
    await round(autumn + DAY + 89 * MINUTE);
    expect(sent).toHaveLength(2);
    await round(autumn + DAY + 90 * MINUTE);
    expect(sent).toHaveLength(3);
  });

  it('comes today or tomorrow as the new clock says', async () => {
    const ana = await setAt(autumn + 30 * MINUTE, await world.person('Ana'), 2, 45);
    expect(await nextOf(autumn + 30 * MINUTE, ana)).toEqual({ on: '2026-10-25', first: true });
    const luis = await setAt(spring + HOUR, await world.person('Luis'), 2, 45);
    expect(await nextOf(spring + HOUR, luis)).toEqual({ on: '2026-03-30', first: true });
  });
});

describe('people by several clocks', () => {
  it('get theirs when their own says so, in zones a day apart', async () => {
    await daily('Eva', 9, 'Pacific/Auckland');
    await daily('Luis', 9, 'America/Los_Angeles');
    // 09:00 in Auckland is 20:00 UTC of the day before; in Los Angeles it is 17:00 UTC.
    for (const minutes of [0, 299, 300, 479, 480, 600]) await round(MONDAY_NOON + minutes * MINUTE);
    expect(sent.map(({ to, key }) => `${to.id} ${key.slice(-10)}`)).toEqual(['luis 2026-11-23', 'eva 2026-11-24']);
  });

  it('are not rung at once where their new clock has passed the time', async () => {
    const ana = await daily('Ana', 14);
    const moved = await changeTimeZone(world.at(MONDAY_NOON), ana, 'Tokyo');
    expect(moved).toMatchObject({ kind: 'changed', learner: { timeZone: 'Asia/Tokyo' } });
    await round(MONDAY_NOON);
    await round(MONDAY_NOON + HOUR);
    expect(sent).toEqual([]);
    // 14:00 in Tokyo on the 24th.
    await round(Date.parse('2026-11-24T05:00:00Z'));
    expect(sent).toHaveLength(1);
  });

  it('who move west have no second one on the same date, and none is lost on the next', async () => {
    const ana = await daily('Ana', 9);
    await round(MONDAY_NOON);
    const moved = await changeTimeZone(world.at(MONDAY_NOON), ana, 'Ciudad de México');
    const learner = moved.kind === 'changed' ? moved.learner : ana;
    expect(await nextOf(MONDAY_NOON, learner)).toEqual({ on: '2026-11-24', first: false });
    await round(Date.parse('2026-11-23T16:00:00Z'));
    expect(sent).toHaveLength(1);
    await round(Date.parse('2026-11-24T15:00:00Z'));
    expect(sent).toHaveLength(2);
  });
});
