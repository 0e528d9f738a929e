import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import { FEATURES } from '../../src/bot/features.js';
import { roomWords } from '../../src/bot/room-words.js';
import { findCommand, parseCommand, splitCommand } from '../../src/chat/parse-command.js';
import { viewToPlainText } from '../../src/chat/plain-text.js';
import type { ChatApp, ChatRequest, Form, Place, View } from '../../src/chat/port.js';
import { LANGUAGES, type Language } from '../../src/core/language.js';
import { instant } from '../../src/core/local-date.js';
import { createLogger } from '../../src/program/log.js';
import { createWorkspaceNotes } from '../../src/program/workspaces.js';
import { createLookups } from '../../src/tutor/ask/lookups.js';
import type { TutorContext } from '../../src/tutor/context.js';
import { directReader } from '../../src/tutor/decks/direct-reader.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import type { ChatActor } from '../contracts/chat-adapter.js';
import { openTestStore } from '../support/database.js';
import { type DiscordChat, startDiscordChat } from '../support/discord-chat.js';
import { type Example, printedExamples, usageLines } from '../support/printed-examples.js';
import { RoomBrowser } from '../support/room-browser.js';
import { type SlackChat, startSlackChat } from '../support/slack-chat.js';
import { startTestRoom, type TestRoom } from '../support/web-room.js';

/** What is printed and is no line to type, each with the reason why. */
const NOT_TYPED: Readonly<Record<string, string>> = {
  '/': 'a key: it shows the commands',
  '/slack/': 'an address',
  '/repaso-review': 'a name that Slack lists, with its prefix before it',
  'Ask me anything, or type /': 'says what the box takes',
  'Pregúntame algo, o escribe /': 'says what the box takes',
  'The answer is out of date': 'says what may be wrong with a card',
  'La respuesta está anticuada': 'says what may be wrong with a card',
};

/** Examples of what goes into a form's field: the form's own answer to them is looked at. */
const FIELDS: Readonly<Record<string, { readonly action: string; readonly field: string }>> = {
  'settings.time-zone.placeholder': { action: 'settings.zone', field: 'zone' },
  'daily.form.placeholder': { action: 'daily.time', field: 'time' },
  'import.text.placeholder': { action: 'import.send', field: 'text' },
};

/** How the answer to each command looks, in either language; a form is told by its labels. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  explain: /docker\.md, l[ií]ne|Topics in the notes|Temas de los apuntes/,
  ask: /docker\.md, l[ií]ne/,
  review: /· 1 (?:of|de) \d+|\bDocker\b/,
  deck: /Decks|Mazos/,
  today: /Today|Hoy/,
  export: /Which kind of file|Qué clase de archivo|docker\.csv/,
  cards: /cards?|tarjetas?/i,
  queue: /suggestion|propuesta/,
  gaps: /without an answer|answered everything|sin respuesta|respondido a todo/,
  alias: /Other names|Otros nombres|Learned|Aprendido/,
  daily: /Daily message|Mensaje diario/,
  quiz: /A quiz|quiz opens|Stopped|Un concurso|concurso se abre|Parado/,
  leaderboard: /Week \d+|Semana \d+/,
  editors: /can change the decks|puede cambiar los mazos/,
  settings: /Your settings|Tus ajustes/,
  help: /What I can do|Lo que puedo hacer/,
  question: /docker\.md, l[ií]ne/,
  'settings.zone': /Bogotá/,
  'daily.time': /09:30/,
  'import.send': /Layer/,
};

type Answered = { readonly request: ChatRequest; readonly view: View | null; readonly form: Form | null };

/** The app, and what it answered last. */
function recording(app: ChatApp): { readonly app: ChatApp; readonly answered: Answered[] } {
  const answered: Answered[] = [];
  return {
    answered,
    app: {
      ...app,
      route(request) {
        const route = app.route(request);
        if (route === null) return null;
        if (route.answer === 'form') {
          const open = async (place: Place): Promise<Form> => {
            const form = await route.open(place);
            answered.push({ request, view: null, form });
            return form;
          };
          return { answer: 'form', open };
        }
        return {
          answer: route.answer,
          async handle(place, show) {
            const view = await route.handle(place, show);
            answered.push({ request, view, form: null });
            return view;
          },
        };
      },
    },
  };
}

type Person = { readonly actor: ChatActor; readonly type: (line: string) => Promise<void> };
type Platform = Readonly<Record<Language, Person>>;

const examples = printedExamples();
const typed = examples.filter(({ line, from }) => NOT_TYPED[line] === undefined && fieldOf(from) === undefined);

function fieldOf(from: string) {
  return Object.entries(FIELDS).find(([key]) => from === `the message ${key}`)?.[1];
}

let answered: Answered[];
let app: ChatApp;
let rooms: readonly TestRoom[];
let slack: SlackChat;
let discord: DiscordChat;
const platforms: Record<string, Platform> = {};
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openTestStore();
  const { store } = opened;
  const lookups = createLookups(store);
  const sources = createSources(directReader);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id${ids}`;
  };
  const now = () => instant(Date.parse('2026-11-23T12:00:00Z'));
  const context = (): TutorContext => ({
    store,
    lookups,
    sources,
    newId,
    answering: null,
    suggesting: null,
    nearness: null,
    now: now(),
  });
  const logger = createLogger('silent', 'stderr');
  const { prepare } = createWorkspaceNotes({ context, flashcardsDir: 'flashcards', logger });
  const bot = createBot({
    store,
    lookups,
    sources,
    newId,
    answering: null,
    suggesting: null,
    nearness: null,
    clock: now,
    prepare,
  });
  ({ app, answered } = recording(bot));
  [slack, discord] = await Promise.all([startSlackChat(app, 'http'), startDiscordChat(app)]);
  // A room of their own for each: alone in it they talk to the bot.
  let at = 0;
  const unhurried = () => {
    at += 10_000;
    return at;
  };
  rooms = await Promise.all(
    LANGUAGES.map((language) => startTestRoom(app, { roomId: language, workspaceId: 'web:w', now: unhurried })),
  );
  const browsers = await Promise.all(rooms.map((room, at) => RoomBrowser.open(room.app, LANGUAGES[at])));
  const inRoom = (at: number): Person => {
    const actor = browsers[at];
    if (actor === undefined) throw new Error('nobody is in the room');
    return { actor, type: (line) => actor.say(line) };
  };
  const onSlack = (name: string, locale: string): Person => {
    const actor = slack.slack.person({ name, locale, isAdmin: true }, slack.way);
    const type = (line: string) => {
      if (line.startsWith('/')) return actor.run('repaso', { text: line.replace(/^\/(?:repaso )?/, '') });
      return line.startsWith('@Repaso ') ? actor.mention(line.slice(8)) : actor.directMessage(line);
    };
    return { actor, type };
  };
  const onDiscord = (name: string, locale: string): Person => {
    const actor = discord.discord.person({ name, locale, manages: true });
    return { actor, type: (line) => typeOnDiscord(actor, line) };
  };
  platforms.room = { en: inRoom(0), es: inRoom(1) };
  platforms.Slack = { en: onSlack('Ben', 'en-US'), es: onSlack('Ana', 'es-ES') };
  platforms.Discord = { en: onDiscord('Ben', 'en-GB'), es: onDiscord('Ana', 'es-ES') };
  close = async () => {
    for (const browser of browsers) browser.close();
    await Promise.all([...rooms.map((room) => room.adapter.stop()), slack.close(), discord.close()]);
    await opened.close();
  };
}, 120_000);
afterAll(async () => {
  await close();
  expect([slack.slack.violations, discord.discord.violations]).toEqual([[], []]);
});

/** Discord's own client parts a line into options, as the parser does. */
async function typeOnDiscord(actor: ReturnType<DiscordChat['discord']['person']>, line: string): Promise<void> {
  const command = splitCommand(line.replace(/^\/repaso /, '/'));
  if (command === null) {
    return line.startsWith('@Repaso ') ? actor.mention(line.slice(8)) : actor.directMessage(line);
  }
  const spec = findCommand(app.commands, command.name);
  const parsed = spec === undefined ? null : parseCommand(spec, command.rest, roomWords(['en']));
  if (spec === undefined || !parsed?.ok) throw new Error(`Discord sends no ${line}`);
  await actor.run(spec.name, parsed.options);
}

/** What the line asks for: a command's name, else a question. */
function askedBy(line: string): { readonly name: string; readonly isForm: boolean } {
  const command = splitCommand(line.replace(/^(?:\/repaso )?\/?/, '/'));
  const spec = command === null ? undefined : findCommand(app.commands, command.name);
  if (spec === undefined || command === null) return { name: 'question', isForm: false };
  const opensForm = ['import', 'card'].includes(spec.name) || (spec.name === 'ask' && command.rest === '');
  const half = spec.name === 'alias' && command.rest !== '' && !/\S\s+\S/.test(command.rest);
  return { name: spec.name, isForm: opensForm || half };
}

/** Discord asks for what an option needs before it sends anything. */
function neverSent(platform: string, line: string): boolean {
  const command = splitCommand(line);
  const spec = command === null ? undefined : findCommand(app.commands, command.name);
  return platform === 'Discord' && command?.rest === '' && (spec?.options.some(({ required }) => required) ?? false);
}

async function typedBy(platform: string, { line, language }: Example): Promise<void> {
  const person = platforms[platform]?.[language];
  if (person === undefined) throw new Error(`nobody is on ${platform}`);
  const { name, isForm } = askedBy(line);
  // While a card waits in the room, plain words are its answer; another answer ends that.
  if (platform === 'room' && name !== 'question' && !line.startsWith('/')) {
    await person.type('/help');
    const isLast = async () => expect((await person.actor.sees()).at(-1)?.text).toMatch(ANSWERS.help ?? /^$/);
    await vi.waitFor(isLast, { timeout: 10_000 });
  }
  answered.length = 0;
  const before = (await person.actor.sees()).length;
  await person.type(line);
  const last = await vi.waitFor(
    () => {
      const latest = answered.at(-1);
      if (latest === undefined) throw new Error(`nothing answers ${line}`);
      return latest;
    },
    { timeout: 10_000 },
  );
  if (isForm) {
    expect(last.form?.fields.length).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await person.actor.openForm()).not.toBeNull(), { timeout: 10_000 });
    return;
  }
  expect(last.view?.tone ?? 'neutral').not.toMatch(/warning|danger/);
  expect(`${last.view?.title ?? ''}\n${last.view === null ? '' : viewToPlainText(last.view)}`).toMatch(
    ANSWERS[name] ?? /^$/,
  );
  await vi.waitFor(
    async () => {
      const seen = (await person.actor.sees()).slice(Math.max(0, before - 1));
      const words = seen.map(({ text, selects }) => [text, ...selects].join('\n')).join('\n');
      expect(words).toMatch(ANSWERS[name] ?? /^$/);
    },
    { timeout: 10_000 },
  );
}

it('are forty and more, each from where it is printed', () => {
  expect(typed.length).toBeGreaterThanOrEqual(40);
  const lines = typed.map(({ line }) => line);
  for (const line of ['/ask why are images light?', '/alias prom Prometheus', '/explain layers', '/daily on 9']) {
    expect(lines).toContain(line);
  }
});

it('leave none out without a reason: what is not typed is printed', () => {
  const lines = examples.map(({ line }) => line);
  expect(Object.keys(NOT_TYPED).filter((line) => !lines.includes(line))).toEqual([]);
  for (const line of usageLines()) expect(line.startsWith('/')).toBe(true);
});

it('know how every command’s answer looks, but for those that are forms', () => {
  const known = [...Object.keys(ANSWERS), 'import', 'card'];
  expect(FEATURES.map(({ command }) => command.name).filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(['room', 'Slack', 'Discord'])('typed word for word, on the %s', (platform) => {
  it.each(
    typed.map((example) => [example.line, example.from, example] as const),
  )('%s (%s)', async (line, _, example) => {
    if (neverSent(platform, line)) {
      const person = platforms[platform]?.[example.language];
      await expect(person?.type(line)).rejects.toThrow(/only with/);
    } else await typedBy(platform, example);
  });
});

describe('written into the field beside which it is printed', () => {
  it.each(
    examples.filter(({ from }) => fieldOf(from) !== undefined).map((example) => [example.line, example] as const),
  )('%s', async (line, { from, language }) => {
    const { action, field } = fieldOf(from) ?? { action: '', field: '' };
    const person = { id: 'eva', name: 'Eva', languages: [language], timeZone: null, manages: true };
    const place = {
      workspaceId: 'web:w',
      lead: '/',
      direct: { platform: 'web', kind: 'direct', id: 'eva' },
      channel: null,
    } as const;
    const route = app.route({
      kind: 'submission',
      person,
      action,
      args: [],
      values: { [field]: line },
      files: {},
    });
    if (route === null || route.answer === 'form') throw new Error('expected a view');
    const view = await route.handle(place);
    expect(view.tone ?? 'neutral').not.toMatch(/warning|danger/);
    expect(viewToPlainText(view)).toMatch(ANSWERS[action] ?? /^$/);
  });
});
