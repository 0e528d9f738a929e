import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dailyMessageView } from '../../src/bot/views/daily-view.js';
import type { ChatAdapter, Destination, SendResult, View } from '../../src/chat/port.js';
import { runDailyRound } from '../../src/delivery/daily-round.js';
import { changeDaily } from '../../src/tutor/change-settings.js';
import type { Learner } from '../../src/tutor/meet-learner.js';
import { missedDaily } from '../../src/tutor/missed-daily.js';
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
afterEach(() => world.close());

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
};

function round(now: number): Promise<void> {
  return runDailyRound({
    context: () => world.at(now),
    adapterOf: (platform) => (platform === 'web' ? adapter : undefined),
    render: (prepared, at) => dailyMessageView(prepared.learner.language, prepared, at),
    logger: { warn() {}, info() {} },
  });
}

async function daily(name: string, hour: number, timeZone = 'Europe/Madrid', platform = 'web'): Promise<Learner> {
  const learner = await world.person(name, timeZone);
  const destination = { platform, kind: 'direct', id: name.toLowerCase() };
  return changeDaily(world.at(MONDAY_NOON), learner, { kind: 'on', hour }, destination);
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
    expect(labels(sent[0]!.view)).toEqual(['Mostrar', 'Pista', 'Ajustes']);
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
    expect(await missedDaily(world.at(MONDAY_NOON + HOUR), ana)).toBe(true);
    answer = { status: 'sent' };
    await round(MONDAY_NOON + DAY);
    expect(await missedDaily(world.at(MONDAY_NOON + DAY), ana)).toBe(false);
  });

  it('is one message for each workspace in which a person learns', async () => {
    await daily('Ana', 13);
    await round(MONDAY_NOON);
    expect(sent[0]?.key).toMatch(new RegExp(`^daily:${world.team}:ana:\\d{4}-\\d{2}-\\d{2}$`));
  });
});
