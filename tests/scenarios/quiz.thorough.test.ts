import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import { roomWords } from '../../src/bot/room-words.js';
import { slackWords } from '../../src/bot/slack-words.js';
import { createDiscordAdapter } from '../../src/chat/discord/adapter.js';
import type { ChatAdapter, Destination } from '../../src/chat/port.js';
import { createSlackAdapter } from '../../src/chat/slack/adapter.js';
import { parseRoomContent } from '../../src/chat/web/room-content.js';
import { createWebRoom, type WebRoom } from '../../src/chat/web/web-room.js';
import { cardId, deckId, passageId, type QuizId, quizId, workspaceId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { POINTS, standingsOf } from '../../src/core/quiz/score.js';
import { replayQuiz } from '../../src/core/quiz/state.js';
import { newId } from '../../src/program/ids.js';
import { startQuizzes } from '../../src/program/quizzes.js';
import type { OpenStore } from '../../src/store/open/open.js';
import { createLookups } from '../../src/tutor/ask/lookups.js';
import { directReader } from '../../src/tutor/decks/direct-reader.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import { type QuizQuestion, quizOf } from '../../src/tutor/quiz/quiz.js';
import { toldOfChanges } from '../../src/tutor/quiz/told-of-changes.js';
import type { ChatActor, SeenMessage } from '../contracts/chat-adapter.js';
import { openTestStore } from '../support/database.js';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord/index.js';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/index.js';
import { RoomBrowser } from '../support/room-browser.js';

/** On each of the three platforms, at once: 51 people. */
const PLAYERS = 17;
const ROUNDS = 4;
const TERMS = ['cgroups', 'namespaces', 'overlay', 'runc', 'seccomp', 'buildkit', 'containerd', 'compose'];
const SAYS = [
  'Limitan la memoria',
  'Separan las redes',
  'Apilan las capas',
  'Arrancan los procesos',
  'Filtran las llamadas',
  'Montan los discos',
  'Vigilan los nodos',
  'Describen los servicios',
];
const logger = { warn() {}, info() {}, error() {}, debug() {} };

let opened: OpenStore;
let discord: FakeDiscord;
let slack: FakeSlack;

/** What a process is made of, on the database that all share. */
type Replica = { readonly room: WebRoom; stop(): Promise<void> };

async function prepare(id: string): Promise<void> {
  const { store } = opened;
  const [workspace, now] = [workspaceId(id), instant(Date.now())];
  if ((await store.workspaces.ensure(workspace, id.split(':')[0] ?? '', now)) === 'known') return;
  const cards = TERMS.map((term, n) => ({
    id: cardId(`t${n}`),
    kind: 'basic' as const,
    front: `¿Qué hacen los **${term}**?`,
    back: SAYS[n] ?? '',
    context: ['Docker'],
    source: { file: 'docker.md', line: n + 1 },
    tags: [],
    passageId: passageId('docker'),
  }));
  const deck = { id: deckId('docker'), name: 'Docker', language: 'es', source: 'docker.md', contentHash: 'h' } as const;
  await store.decks.apply(workspace, { deck, baseVersion: 0, cards, paused: [], passages: [] }, now);
}

async function startReplica(): Promise<Replica> {
  const { store } = opened;
  const models = { answering: null, suggesting: null, nearness: null };
  const parts = { lookups: createLookups(store), sources: createSources(directReader), newId, ...models };
  let wake = (): void => {};
  const told = { ...store, quizzes: toldOfChanges(store.quizzes, () => wake()) };
  const prepared = new Map<string, Promise<void>>();
  const app = createBot({
    ...parts,
    store: told,
    clock: () => instant(Date.now()),
    prepare(id) {
      const known = prepared.get(id) ?? prepare(id);
      prepared.set(id, known);
      return known;
    },
  });
  const common = { app, logger, now: Date.now, newRef: newId, restName: 'rest.txt' };
  const room = createWebRoom({
    ...common,
    log: opened.roomLog(parseRoomContent),
    workspaceId: 'web:local',
    roomId: 'web:local',
    words: roomWords,
    newSecret: () => `${newId()}${newId()}${newId()}`.slice(0, 32),
    allowedHosts: [],
    invitation: null,
  });
  const onDiscord = createDiscordAdapter({
    ...common,
    token: discord.token,
    apiBase: discord.apiBase,
    memory: opened.chatMemory('discord'),
    broke: () => {},
    homesOf: async () => [],
  });
  const onSlack = createSlackAdapter({
    ...common,
    access: { kind: 'token', botToken: slack.botToken },
    connection: { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    prefix: '',
    memory: opened.chatMemory('slack'),
    words: slackWords,
    homeCommand: 'today',
  });
  const adapters: readonly ChatAdapter[] = [room.adapter, onDiscord, onSlack.adapter];
  await Promise.all(adapters.map((adapter) => adapter.start()));
  const context = () => ({ ...parts, store, now: instant(Date.now()) });
  const quizzes = startQuizzes({ context, adapters, clock: Date.now, logger });
  wake = quizzes.wake;
  return {
    room,
    async stop() {
      await quizzes.stop();
      await Promise.all(adapters.map((adapter) => adapter.stop()));
    },
  };
}

/** Two processes; people of the room reach whichever of them lives. */
const replicas: Replica[] = [];
const roomOf = (at: number) => ({
  request: (url: string, init: RequestInit) =>
    (replicas[at % replicas.length] ?? replicas[0])!.room.app.request(url, init),
});

async function restart(): Promise<void> {
  const going = replicas.shift();
  await going?.stop();
  replicas.push(await startReplica());
}

type Team = {
  readonly name: string;
  readonly workspace: string;
  readonly channel: Destination;
  readonly people: readonly ChatActor[];
};

beforeAll(async () => {
  opened = await openTestStore();
  [discord, slack] = await Promise.all([
    startFakeDiscord({ deadlineMs: 15_000, maxConcurrency: 2 }),
    startFakeSlack({ ackTimeoutMs: 60_000, triggerTtlMs: 60_000 }),
  ]);
  // What a process did not acknowledge before it ended comes to the other.
  slack.socket.redeliverAfter(3_000);
  replicas.push(await startReplica(), await startReplica());
}, 60_000);
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await Promise.all([discord.close(), slack.close()]);
  await opened.close();
});

/** The message of everybody that says so. */
function seen(actor: ChatActor, words: RegExp, timeout = 40_000): Promise<SeenMessage> {
  return vi.waitFor(
    async () => {
      const found = (await actor.sees()).findLast(({ text }) => words.test(text));
      if (found === undefined) throw new Error(`nobody sees ${words}`);
      return found;
    },
    { timeout, interval: 200 },
  );
}

/** Which button is right, as the notes have it; `null` where the answer is typed. */
function rightOf({ text, buttons }: SeenMessage): string | null {
  const named = TERMS.findIndex((term) => new RegExp(`\\b${term}\\b`, 'i').test(text));
  const said = SAYS.findIndex((says) => text.toLowerCase().includes(says.toLowerCase()));
  if (buttons.includes('Answer')) return null;
  if (buttons.includes('True')) return named === said ? 'True' : 'False';
  const own = buttons.find((label) => label === SAYS[named]);
  const term = buttons.find((label) => label.toLowerCase() === TERMS[said]);
  if (own === undefined && term === undefined) throw new Error(`what is right in ${text} [${buttons.join('] [')}]?`);
  return own ?? term ?? null;
}

function typedAnswer({ text }: SeenMessage): string {
  return SAYS[TERMS.findIndex((term) => text.includes(term))] ?? '';
}

/** Acts that were not answered in time, such as by a process that was going, and that were done again. */
let again = 0;

/** As people do: what is not answered is pressed once more. */
async function insist(act: () => Promise<void>): Promise<void> {
  await act().catch(async () => {
    again += 1;
    await act();
  });
}

/** Everybody answers by a pattern of their own, one in three wrongly. */
async function answerAll(people: readonly ChatActor[], message: SeenMessage, round: number): Promise<void> {
  const right = rightOf(message);
  const wrong = message.buttons.find((label) => label !== right) ?? '';
  await Promise.all(
    people.map(async (person, n) => {
      const knows = (n + round) % 3 !== 0;
      if (right === null) {
        await insist(() => person.press(message, 'Answer'));
        await vi.waitFor(async () => expect(await person.openForm()).not.toBeNull(), { timeout: 20_000 });
        if (!knows) {
          // Not at the first try.
          await person.submit({ answer: 'No lo sé' });
          await insist(() => person.press(message, 'Answer'));
          await vi.waitFor(async () => expect(await person.openForm()).not.toBeNull(), { timeout: 20_000 });
        }
        await person.submit({ answer: typedAnswer(message) });
        return;
      }
      await insist(() => person.press(message, knows ? right : wrong));
    }),
  );
}

/** What an answer is worth by the notes alone. */
function isRight({ kind, front, prompt, options }: QuizQuestion, given: string, proof: 'typed' | 'chosen'): string {
  const at = TERMS.findIndex((term) => front.includes(term));
  const says = SAYS[at] ?? '';
  const text = options.find(({ key }) => key === given)?.text ?? given;
  if (kind === 'claim') return (given === 'yes') === (prompt === says) ? 'right' : 'wrong';
  if (proof === 'typed') return text === says ? 'right' : 'wrong';
  return text === says || text.toLowerCase() === TERMS[at] ? 'right' : 'wrong';
}

async function logOf({ workspace }: Team, id: QuizId) {
  const log = await opened.store.quizzes.read(workspaceId(workspace), id);
  if (log === null) throw new Error(`no quiz ${id} in ${workspace}`);
  return log;
}

/** Writes to a channel, in the order in which they came. */
function writes(): Readonly<Record<string, readonly number[]>> {
  const path = new RegExp(`^/channels/${discord.guild.channelId}/messages`);
  const toDiscord = discord.requests.filter((each) => each.method !== 'GET' && path.test(each.path));
  const toSlack = slack.requests.filter(
    ({ method, args }) => /^chat\.(postMessage|update)$/.test(method) && args.channel === slack.channelId,
  );
  return { discord: toDiscord.map(({ at }) => at), slack: toSlack.map(({ at }) => at) };
}

it('51 people play on three platforms, with two processes that are each restarted in the middle: no answer is lost', {
  timeout: 240_000,
}, async () => {
  const count = Array.from({ length: PLAYERS }, (_, n) => n);
  const inRoom = await Promise.all(
    count.map(async (n) => {
      const person = await RoomBrowser.open(roomOf(n));
      await person.rename(`W${n}`);
      return person;
    }),
  );
  const teams: readonly Team[] = [
    {
      name: 'web',
      workspace: 'web:local',
      channel: { platform: 'web', kind: 'channel', id: 'web:local' },
      people: inRoom,
    },
    {
      name: 'discord',
      workspace: `discord:${discord.guild.id}`,
      channel: discord.channel,
      people: count.map((n) => discord.person({ name: `D${n}` })),
    },
    {
      name: 'slack',
      workspace: `slack:${slack.team.id}`,
      channel: slack.channel,
      people: count.map((n) => slack.person({ name: `S${n}` }, 'socket')),
    },
  ];
  const played = new Map<string, QuizId>();

  await Promise.all(
    teams.map(async ({ people, workspace, channel }) => {
      const [host] = people;
      if (host === undefined) throw new Error('nobody plays');
      await host.run('quiz', { what: 'start', deck: 'Docker', rounds: `${ROUNDS}` });
      const open = await seen(host, /Starts in/);
      await Promise.all(people.slice(1).map((person) => insist(() => person.press(open, 'Join'))));
      await seen(host, new RegExp(`In \\(${PLAYERS}\\)`));
      const id = await opened.store.quizzes.openIn(workspaceId(workspace), `${channel.platform}:${channel.id}`);
      if (id === null) throw new Error(`no quiz is open in ${workspace}`);
      played.set(workspace, id);
      await host.press(await seen(host, /Starts in/), 'Start');
    }),
  );

  for (let round = 0; round < ROUNDS; round += 1) {
    // One process after the other goes while people answer, and another comes.
    const restarted = round === 1 || round === 2 ? restart() : Promise.resolve();
    await Promise.all(
      teams.map(async ({ people: [host, ...others] }) => {
        if (host === undefined) throw new Error('nobody plays');
        const message = await seen(host, new RegExp(`Question ${round + 1} of ${ROUNDS} ·`));
        const people = [host, ...others];
        const half = Math.floor(people.length / 2);
        await Promise.all([
          answerAll(people.slice(0, half), message, round),
          answerAll(people.slice(half), message, round + half),
        ]);
      }),
    );
    await restarted;
  }

  for (const team of teams) {
    const [host] = team.people;
    if (host === undefined) throw new Error('nobody plays');
    const end = await seen(host, /The quiz on Docker is over/);
    const { quiz, events } = await logOf(team, played.get(team.workspace) ?? quizId('none'));
    const state = replayQuiz(quiz.createdAt, events);

    // No answer is lost, and none counts twice: those that count are those that were confirmed, all others were too late.
    const answers = events.flatMap((event) => (event.kind === 'answered' ? [event] : []));
    const counted = answers.filter(({ proof, verdict }) => proof === 'chosen' || verdict === 'right');
    expect(new Set(counted.map((event) => `${event.round}/${event.by}`)).size).toBe(counted.length);
    const screens = await Promise.all(team.people.map((person) => person.sees()));
    const told = (words: RegExp) => screens.flat().filter(({ text }) => words.test(text)).length;
    const confirmed = told(/Your answer: |Right: [\s\S]*have answered/);
    const late = told(/The time was up/);
    // What was done again may be confirmed again; it counts once.
    for (const [least, most] of [
      [counted.length, confirmed],
      [confirmed, counted.length + again],
      [PLAYERS * ROUNDS, confirmed + late],
      [confirmed + late, PLAYERS * ROUNDS + again],
    ] as const) {
      expect([team.name, least, most, least <= most]).toEqual([team.name, least, most, true]);
    }
    expect([team.name, state.players.size]).toEqual([team.name, PLAYERS]);
    for (const kind of ['asked', 'revealed'] as const) {
      const rounds = events.flatMap((event) => (event.kind === kind ? [event.round] : []));
      expect([team.name, kind, rounds]).toEqual([team.name, kind, [0, 1, 2, 3]]);
    }

    // The points are those of the log, and the log is what people did.
    const standings = standingsOf(quiz.mode, state);
    const { questions } = quizOf({ quiz, events });
    for (const { round, text, verdict, proof } of answers) {
      const question = questions[round];
      if (question === undefined) throw new Error(`no question ${round}`);
      expect([question.front, text, verdict]).toEqual([question.front, text, isRight(question, text, proof)]);
    }
    for (const { points, right: known } of standings) {
      expect(points).toBeGreaterThanOrEqual(known * POINTS.right);
      expect(points).toBeLessThanOrEqual(known * (POINTS.right + POINTS.first + POINTS.fastest));
    }
    for (const { points } of standings.slice(0, 10)) expect(end.text).toContain(`${points} points`);

    // Each question is one message, which everybody sees, whose answer is in its place.
    for (const screen of screens) {
      const shown = screen.filter(({ text }) => /Question \d of 4/.test(text) && /Right:|Nobody had it/.test(text));
      expect([team.name, shown.length]).toEqual([team.name, ROUNDS]);
    }
  }

  // No channel was written to more often than its platform takes: Slack about one a second, Discord five in five seconds.
  for (const [platform, times] of Object.entries(writes())) {
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect([platform, Math.min(...gaps) >= 1_000]).toEqual([platform, true]);
    expect(times.length).toBeGreaterThan(2 * ROUNDS);
  }
  expect([discord.violations, slack.violations, discord.pings, slack.pings]).toEqual([[], [], [], []]);
  for (const person of inRoom) person.close();
});
