import { beforeEach, describe, expect, it } from 'vitest';
import { answeredView } from '../../src/bot/views/answered-view.js';
import type { AdapterState, ChatAdapter, SendResult, View } from '../../src/chat/port.js';
import { createAnswerRound } from '../../src/delivery/answer-round.js';
import { addNotes } from '../support/add-notes.js';
import { botUser, text } from '../support/bot-user.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
let sent: { view: View; key: string }[];
let answer: SendResult;
let state: AdapterState;
let round: () => Promise<void>;

const adapter: ChatAdapter = {
  platform: 'web',
  start: async () => {},
  stop: async () => {},
  state: () => state,
  async send(_, view, key) {
    sent.push({ view, key });
    return answer;
  },
  update() {
    throw new Error('nothing that was sent is changed');
  },
};

beforeEach(async () => {
  world = await createWorld({ alone: true });
  sent = [];
  answer = { status: 'sent' };
  state = 'connected';
  round = createAnswerRound({
    context: () => world.at(MONDAY_NOON),
    adapterOf: (platform) => (platform === 'web' ? adapter : undefined),
    render: (toTell) => answeredView(toTell.learner.language, toTell),
    logger: { warn() {}, info() {} },
  });
});

const HELM = '# Helm\n\n- **Helm**: gestor de paquetes.\n';

async function askFor(concept: string): Promise<void> {
  const luis = botUser(world, 'Luis', ['es']);
  await luis.pressLabel(await luis.command('explain', { concept }), /Avísame/);
}

describe('an answer that somebody waits for', () => {
  it('is brought to them once, when the notes have it', async () => {
    await askFor('helm');
    await round();
    expect(sent).toEqual([]);
    await addNotes(world, 'helm.md', HELM);
    await round();
    await round();
    expect(sent.map(({ view }) => text(view))).toEqual([
      'Preguntaste por «helm»: los apuntes ya lo responden.\n\n[Ver «Helm»]',
    ]);
  });

  it('is not brought to whoever only asked', async () => {
    await botUser(world, 'Ana', ['es']).command('explain', { concept: 'helm' });
    await addNotes(world, 'helm.md', HELM);
    await round();
    expect(sent).toEqual([]);
  });

  it('waits for a platform that is away, under the same key', async () => {
    await askFor('helm');
    await addNotes(world, 'helm.md', HELM);
    state = 'reconnecting';
    await round();
    state = 'connected';
    answer = { status: 'rate-limited', retryAfterMs: 1_000 };
    await round();
    answer = { status: 'sent' };
    await round();
    await round();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('is told at the next visit to whoever cannot be written to', async () => {
    await askFor('helm');
    await addNotes(world, 'helm.md', HELM);
    answer = { status: 'forbidden' };
    await round();
    await round();
    expect(sent).toHaveLength(1);
    expect(text(await botUser(world, 'Luis', ['es']).command('today'))).toContain('Preguntaste por «helm»');
  });
});
