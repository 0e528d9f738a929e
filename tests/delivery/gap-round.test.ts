import { beforeEach, describe, expect, it } from 'vitest';
import { raisedGapView } from '../../src/bot/views/raised-gap-view.js';
import type { AdapterState, ChatAdapter, Destination, SendResult, View } from '../../src/chat/port.js';
import { createGapRound } from '../../src/delivery/gap-round.js';
import { type BotUser, botUser, labels, text } from '../support/bot-user.js';
import { createWorld, DAY, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let sent: { to: string; view: View; key: string }[];
let answerTo: (destination: Destination) => SendResult;
let state: AdapterState;
let now: number;
let luis: BotUser;

const adapter: ChatAdapter = {
  platform: 'web',
  start: async () => {},
  stop: async () => {},
  state: () => state,
  async send(destination, view, key) {
    sent.push({ to: destination.id, view, key });
    return answerTo(destination);
  },
  update() {
    throw new Error('nothing that was sent is changed');
  },
};

function createRound() {
  return createGapRound({
    context: () => world.at(now),
    adapterOf: (platform) => (platform === 'web' ? adapter : undefined),
    render: ({ gap }, keeper) => raisedGapView(keeper.language, gap),
    logger: { warn() {}, info() {} },
  });
}

beforeEach(async () => {
  world = await createWorld({ alone: true });
  sent = [];
  answerTo = () => ({ status: 'sent' });
  state = 'connected';
  now = MONDAY_NOON;
  luis = botUser(world, 'Luis', ['es'], { now }, { manages: false });
});

async function askInTurn(...questions: readonly string[]): Promise<void> {
  for (const question of questions) await luis.ask(question);
}

describe('a question that is asked again and again', () => {
  it('is told to who manages the place at the third time, in any words and either language, once', async () => {
    await botUser(world, 'Ana', ['en']).command('today');
    const round = createRound();
    await askInTurn('what is a sidecar proxy?', '¿qué es un sidecar proxy?');
    await round();
    expect(sent).toEqual([]);
    await askInTurn('proxy sidecar');
    await round();
    await askInTurn('sidecar proxies?');
    await round();
    await createRound()();
    expect(sent.map(({ to }) => to)).toEqual(['ana']);
    expect(text(sent[0]?.view ?? { body: [] })).toContain('sidecar');
    expect(text(sent[0]?.view ?? { body: [] })).toContain('was asked 3 times, and the notes do not say it');
  });

  it('is told to those whom managers named, in their language, and to nobody else', async () => {
    const eva = botUser(world, 'Eva', ['es'], { now }, { manages: false });
    await eva.command('today');
    const { id } = await world.person('Eva');
    await world.opened.store.editors.add(world.team, id, id, world.at(now).now);
    await askInTurn('qué es istio?', 'istio', 'para qué sirve istio?');
    await createRound()();
    expect(sent.map(({ to }) => to)).toEqual(['eva']);
    expect(text(sent[0]?.view ?? { body: [] })).toContain('los apuntes no lo dicen');
    expect(labels(sent[0]?.view ?? { body: [] })).toEqual([
      'Crear tarjeta',
      'Escribir un apunte',
      'Volver a las lagunas',
    ]);
  });

  it('waits for a platform that is away, and for somebody to tell, under the same key', async () => {
    const round = createRound();
    await askInTurn('what is istio?', 'istio?', 'istio');
    await round();
    await botUser(world, 'Ana', ['es']).command('today');
    state = 'reconnecting';
    await createRound()();
    expect(sent).toEqual([]);
    state = 'connected';
    answerTo = () => ({ status: 'rate-limited', retryAfterMs: 1_000 });
    const again = createRound();
    await again();
    answerTo = () => ({ status: 'sent' });
    await again();
    await again();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('is not told to who has not managed the place for long', async () => {
    await botUser(world, 'Ana', ['es']).command('today');
    await askInTurn('what is istio?', 'istio?', 'istio');
    now += 40 * DAY;
    await createRound()();
    expect(sent).toEqual([]);
  });

  it('leads to a card or a note from the message itself', async () => {
    const ana = botUser(world, 'Ana', ['es']);
    await ana.command('today');
    await askInTurn('what is istio?', 'istio?', 'istio');
    await createRound()();
    const form = await ana.formOf(sent[0]?.view ?? { body: [] }, /apunte/);
    expect(form.fields[0]).toMatchObject({ name: 'title', value: 'istio?' });
    await ana.submit(form, { title: 'Istio', body: 'Istio es una malla de servicios.' });
    expect(text(await ana.command('gaps'))).toContain('Hasta ahora los apuntes han respondido a todo.');
  });
});
