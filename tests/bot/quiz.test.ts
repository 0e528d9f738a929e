import { beforeEach, describe, expect, it } from 'vitest';
import { unwritableView } from '../../src/bot/views/quiz-end-view.js';
import { quizMessage } from '../../src/bot/views/quiz-view.js';
import type { AdapterState, ChatAdapter, SendResult, View } from '../../src/chat/port.js';
import { cardId, deckId, learnerId } from '../../src/core/ids.js';
import { type Instant, instant } from '../../src/core/local-date.js';
import { TIMES } from '../../src/core/quiz/clock.js';
import { createQuizRound } from '../../src/delivery/quiz-round.js';
import { type BotUser, botUser, type Clock, labels, text } from '../support/bot-user.js';
import { CARDS, createWorld, MONDAY_NOON, type World } from '../support/world.js';

/** Terms of a kind, so that each definition has others to stand beside; and short answers to type. */
const TERMS = ['cgroups', 'namespaces', 'overlay', 'runc', 'seccomp', 'buildkit', 'containerd', 'compose'];
const SAYS = [
  'Limitan la memoria de cada proceso',
  'Separan la red de cada proceso',
  'Apila las capas de cada imagen',
  'Arranca el proceso de cada contenedor',
  'Filtra las llamadas de cada proceso',
  'Construye las capas de cada imagen',
  'Gestiona la vida de cada contenedor',
  'Describe los servicios de cada equipo',
];

let world: World;
let clock: Clock;
let channel: Map<string, View>;
let writes: number;
let answer: SendResult;
let state: AdapterState;
let direct: View[];
let round: () => Promise<Instant | null>;
let ana: BotUser;
let ben: BotUser;

const adapter: ChatAdapter = {
  platform: 'web',
  start: async () => {},
  stop: async () => {},
  state: () => state,
  async send(_, view) {
    direct.push(view);
    return { status: 'sent' };
  },
  async update(_, view, key) {
    writes += 1;
    if (answer.status === 'sent') channel.set(key, view);
    return answer;
  },
};

beforeEach(async () => {
  world = await createWorld({ alone: true });
  await world.opened.store.decks.apply(
    world.team,
    {
      deck: { id: deckId('core'), name: 'Núcleo', language: 'es', source: 'nucleo.md', contentHash: 'h2' },
      baseVersion: 0,
      cards: TERMS.map((term, n) => ({
        ...CARDS[0]!,
        id: cardId(`t${n}`),
        kind: 'basic',
        front: `¿Qué hace **${term}**?`,
        back: SAYS[n] ?? '',
      })),
      paused: [],
      passages: [],
    },
    instant(MONDAY_NOON),
  );
  [clock, channel, writes, answer, state, direct] = [
    { now: MONDAY_NOON },
    new Map(),
    0,
    { status: 'sent' },
    'connected',
    [],
  ];
  round = createQuizRound({
    context: () => world.at(clock.now),
    adapterOf: (platform) => (platform === 'web' ? adapter : undefined),
    render: quizMessage,
    renderUnwritable: unwritableView,
    logger: { warn() {}, info() {} },
  });
  ana = botUser(world, 'Ana', ['en'], clock);
  ben = botUser(world, 'Ben', ['es'], clock, { manages: false });
});

/** Lets the clock run until something is shown that says so. */
async function until(words: RegExp): Promise<View> {
  for (let steps = 0; steps < 60; steps += 1) {
    const next = await round();
    const found = [...channel.values()].findLast((view) => words.test(text(view)));
    if (found !== undefined) return found;
    clock.now = Math.max(clock.now + 500, next ?? clock.now + 500);
  }
  throw new Error(`nothing like ${words} in the channel: ${[...channel.values()].map(text).join('\n---\n')}`);
}

function shown(): View {
  const last = [...channel.values()].at(-1);
  if (last === undefined) throw new Error('nothing is in the channel');
  return last;
}

/** What was kept of the one quiz. */
async function questions() {
  const { store } = world.opened;
  const id = await store.quizzes.openIn(world.team, `web:${world.team}`);
  const log = id === null ? null : await store.quizzes.read(world.team, id);
  return { events: log?.events ?? [], questions: JSON.stringify(log?.quiz.questions) };
}

const wholeStart = { what: 'start', deck: 'Núcleo', rounds: '2' };

async function begin(): Promise<View> {
  await ana.command('quiz', wholeStart);
  const open = await until(/Quiz: Núcleo/);
  await ben.pressLabel(open, /^Join$/);
  await ana.pressLabel(open, /^Start$/);
  return until(/Question 1 of 2/);
}

describe('/quiz', () => {
  it('says what it is, and offers the ways to play', async () => {
    const view = await ana.command('quiz');
    expect(text(view)).toContain('answers in private until the answer is shown');
    expect(labels(view)).toEqual(['Classic', 'Sudden death', 'Teams', 'Day']);
    expect(labels(await ben.command('quiz'))).toEqual(['Clásico', 'Muerte súbita', 'Equipos', 'Día']);
  });

  it('opens in the channel where it is asked for, with who is in, one at a time', async () => {
    const own = await ana.command('quiz', wholeStart);
    expect(text(own)).toContain('opens in this channel');
    await round();
    expect(text(shown())).toMatch(/Quiz: Núcleo[\s\S]*2 questions\.[\s\S]*In: Ana[\s\S]*Starts in 60 s/);
    expect(text(await ben.command('quiz', { what: 'start' }))).toContain('Hay un concurso abierto en este canal.');
    await ben.pressLabel(shown(), /^Join$/);
    expect(text(await ben.pressLabel(shown(), /^Join$/))).toContain('Ya estabas dentro');
    expect(text(await until(/In \(2\)/))).toContain('Ana and Ben');
  });

  it('tells kindly where nobody else reads along, and where there is nothing to ask', async () => {
    const alone = { ...ana.place, channel: null };
    const route = ana.app.route({ kind: 'command', person: ana.person, command: 'quiz', options: { what: 'start' } });
    if (route?.answer !== 'private') throw new Error('expected a private answer');
    expect(text(await route.handle(alone))).toContain('start it in a channel');
    expect(text(await ana.command('quiz', { what: 'start', deck: 'Istio' }))).toContain('Istio');
  });

  it('starts by itself after a minute', async () => {
    await ana.command('quiz', wholeStart);
    const begun = clock.now;
    await until(/Question 1 of 2/);
    expect(clock.now - begun).toBe(TIMES.open + TIMES.ready);
  });

  it('is started and stopped by its host, or by who looks after the decks', async () => {
    await ben.command('quiz', { ...wholeStart, deck: 'nucleo' });
    await round();
    const eva = botUser(world, 'Eva', ['en'], clock, { manages: false });
    expect(text(await eva.pressLabel(shown(), /^Empezar$/))).toContain('Who opened the quiz can do that');
    expect(text(await eva.command('quiz', { what: 'stop' }))).toContain('It goes on as before');
    expect(text(await ana.command('quiz', { what: 'stop' }))).toContain('Stopped.');
    expect(text(await until(/Fin del concurso/))).toContain('Ana lo ha parado.');
    expect(text(await ana.command('quiz', { what: 'stop' }))).toContain('No quiz is open');
  });
});

describe('a round', () => {
  it('is one message that counts down, and becomes the answer', async () => {
    await begin();
    await until(/Question 1 of 2 · 10 s/);
    const answered = await until(/¿Qué hace [\s\S]*Nobody had it this time/);
    expect(labels(answered)).toEqual(['In the notes']);
    expect(text(answered)).toMatch(/Imágenes · docker\.md, line 4/);
    expect([...channel.keys()].filter((key) => key.includes(':round:0'))).toHaveLength(1);
  });

  it('keeps the first choice of everybody, in private, and tells how many have answered', async () => {
    const asked = await begin();
    const [first = '', second = ''] = labels(asked).map((label) => `^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    expect(text(await ben.pressLabel(asked, new RegExp(first)))).toContain('Han respondido 1 de 2.');
    expect(text(await ben.pressLabel(asked, new RegExp(first)))).toContain('Tu respuesta');
    expect(text(await ben.pressLabel(asked, new RegExp(second)))).toContain('Cuenta tu primera respuesta');
    const open = await until(/1 of 2 have answered/);
    expect(text(open)).not.toContain('Ben');
    const { events } = await questions();
    expect(events.filter(({ kind }) => kind === 'answered')).toMatchObject([{ proof: 'chosen', by: learnerId('ben') }]);
  });

  it('is over when all have answered, and what comes later is told so', async () => {
    const asked = await begin();
    const [label = ''] = labels(asked);
    const press = (user: BotUser) => user.pressLabel(asked, new RegExp(label.slice(0, 12)));
    await press(ben);
    await press(ana);
    const begun = clock.now;
    await until(/Question 1 of 2(?! ·)/);
    expect(clock.now - begun).toBeLessThan(3_000);
    const eva = botUser(world, 'Eva', ['en'], clock, { manages: false });
    expect(text(await press(eva))).toContain('The time was up');
  });

  it('ends in a podium, and what somebody missed goes to their own reviews', async () => {
    const { store } = world.opened;
    await begin();
    for (const number of [1, 2]) {
      const asked = await until(new RegExp(`Question ${number} of 2 · `));
      const all = JSON.parse((await questions()).questions);
      const { right, options, kind } = all[number - 1];
      if (kind !== 'choice') throw new Error(`expected a choice, not ${kind}`);
      const wrong = options.find((option: { key: string }) => option.key !== right);
      const choose = (user: BotUser, key: string) => {
        const args = [...(asked.controls ?? [])].flatMap((each) => (each.kind === 'button' ? [each.action] : []));
        const action = args.find((ref) => ref.args[2] === key);
        if (action === undefined) throw new Error('no such choice');
        return user.press(action);
      };
      await choose(ben, right);
      await choose(ana, wrong.key);
      await until(new RegExp(`Question ${number} of 2(?! ·)[\\s\\S]*Right: Ben`));
    }
    const end = await until(/The quiz on Núcleo is over/);
    expect(text(end)).toMatch(/1\. Ben[\s\S]*2 right[\s\S]*2\. Ana[\s\S]*0 points · 0 right/);
    const missed = await ana.pressLabel(end, /^What I missed$/);
    expect(text(missed)).toContain('2 of yours missed');
    expect(text(await ben.pressLabel(end, /^What I missed$/))).toContain('Las sabías todas.');
    expect(text(await ana.pressLabel(missed, /^Yes/))).toContain('2 cards come next in your reviews');
    expect(text(await ana.pressLabel(missed, /^Yes/))).toContain('Nothing new in your reviews; 2 are in them already.');
    // Nobody's plan has moved.
    const progress = await store.progress.ofCards(
      world.team,
      learnerId('ben'),
      TERMS.map((_, n) => cardId(`t${n}`)),
    );
    expect([...progress.values()].filter(({ kind }) => kind !== 'new')).toEqual([]);
    expect(await round()).toBeNull();
  });
});

describe('what is typed', () => {
  beforeEach(async () => {
    await ana.command('quiz', { what: 'start', deck: 'docker', rounds: '1' });
    await ben.pressLabel(await until(/Quiz: Docker/), /^Join$/);
  });

  it('may be tried again until the time is up; a hint costs', async () => {
    const asked = await until(/Question 1 of 1/);
    expect(labels(asked)).toEqual(['Answer', 'Hint (−30)']);
    const form = await ben.formOf(asked, /^Answer$/);
    const wrong = await ben.submit(form, { answer: 'mutables' });
    expect(text(wrong)).toContain('Todavía no: mutables.');
    expect(text(await ben.pressLabel(wrong, /^Pista/))).toContain('i········');
    expect(text(await ben.submit(form, { answer: ' INMUTABLES. ' }))).toContain('Acertaste');
    expect(text(await until(/Right: Ben/))).toMatch(/Las imágenes son inmutables/);
    expect(text(await until(/is over/))).toContain('1. Ben: 80 points · 1 right');
  });
});

describe('a quiz that is', () => {
  it('of teams lets people choose their side, and those who just answer join the smaller one', async () => {
    await ana.command('quiz', { ...wholeStart, mode: 'teams' });
    const open = await until(/teams/);
    expect(labels(open)).toEqual(['Join red', 'Join blue', 'Start']);
    expect(text(await ben.pressLabel(open, /blue/))).toContain('equipo azul');
    await ana.pressLabel(open, /^Start$/);
    await until(/Red 0 · Blue 0/);
  });

  it('sudden death takes nobody in once it has begun', async () => {
    await ana.command('quiz', { ...wholeStart, mode: 'sudden' });
    await ana.pressLabel(await until(/sudden death/), /^Start$/);
    const asked = await until(/Question 1 of 2/);
    const [label = ''] = labels(asked);
    expect(text(await ben.pressLabel(asked, new RegExp(label.slice(0, 12))))).toContain('empezó sin ti');
  });

  it('open for a day is answered alone, in one’s own time, and shown once', async () => {
    await ana.command('quiz', { ...wholeStart, mode: 'day' });
    const open = await until(/24 h left/);
    let own = await ben.pressLabel(open, /Take part/);
    for (const number of [1, 2]) {
      expect(text(own)).toContain(`Pregunta ${number} de 2`);
      const [label = ''] = labels(own);
      own = await ben.pressLabel(own, new RegExp(label.slice(0, 12)));
    }
    expect(text(own)).toContain('Has respondido todo.');
    // A live one stands in nobody's way, nor is it stood in the way of.
    expect(text(await ana.command('quiz', { what: 'start' }))).toContain('opens in this channel');
    await ana.command('quiz', { what: 'stop' });
    const end = await until(/The quiz on Núcleo is over/);
    expect(text(end)).toMatch(/1\. Ben[\s\S]*1\. ¿Qué hace/);
    expect(clock.now - MONDAY_NOON).toBeGreaterThanOrEqual(TIMES.day);
  });
});

describe('two processes', () => {
  it('never do a step twice, and one goes on where the other died in the middle of one', async () => {
    await ana.command('quiz', wholeStart);
    await until(/Quiz: Núcleo/);
    await ana.pressLabel(shown(), /^Start$/);
    // This one dies when it has written down that the question is asked, and before anybody sees it.
    const failing: ChatAdapter = { ...adapter, update: () => Promise.reject(new Error('killed')) };
    const other = createQuizRound({
      context: () => world.at(clock.now),
      adapterOf: () => failing,
      render: quizMessage,
      renderUnwritable: unwritableView,
      logger: { warn() {}, info() {} },
    });
    await until(/first question comes in a moment/);
    clock.now += TIMES.ready;
    await other();
    const asked = (await questions()).events.filter(({ kind }) => kind === 'asked');
    expect(asked).toHaveLength(1);
    await round();
    expect([...channel.keys()].some((key) => key.endsWith('round:0'))).toBe(false);
    clock.now += 10_000;
    await Promise.all([round(), round(), round()]);
    expect(text(shown())).toMatch(/Question 1 of 2 · 20 s/);
    expect((await questions()).events.filter(({ kind }) => kind === 'asked')).toEqual(asked);
    expect([...channel.keys()].filter((key) => key.endsWith('round:0'))).toHaveLength(1);
  });

  it('write to the channel once for each step, however many look at once', async () => {
    await ana.command('quiz', wholeStart);
    await Promise.all(Array.from({ length: 6 }, () => round()));
    expect(writes).toBe(1);
  });
});

describe('a channel', () => {
  it('that is too busy is waited for, and none of the quiz is lost', async () => {
    await ana.command('quiz', wholeStart);
    answer = { status: 'rate-limited', retryAfterMs: 5_000 };
    await round();
    expect(channel.size).toBe(0);
    answer = { status: 'sent' };
    await round();
    expect(channel.size).toBe(0);
    clock.now += 5_000;
    await round();
    expect(text(shown())).toContain('Quiz: Núcleo');
  });

  it('where nothing can be written ends the quiz, and the host is told what to do', async () => {
    await ana.command('quiz', wholeStart);
    answer = { status: 'forbidden' };
    await round();
    expect(direct.map(text)).toEqual([expect.stringContaining('Invite me there')]);
    answer = { status: 'sent' };
    expect(text(await ana.command('quiz', { what: 'stop' }))).toContain('No quiz is open');
    expect(await round()).toBeNull();
  });

  it('whose platform is away is come back to', async () => {
    await ana.command('quiz', wholeStart);
    state = 'reconnecting';
    await round();
    expect(writes).toBe(0);
    state = 'connected';
    clock.now += 1_000;
    await round();
    expect(text(shown())).toContain('Quiz: Núcleo');
  });
});
