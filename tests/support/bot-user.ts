import { type BotOptions, createBot } from '../../src/bot/bot.js';
import { controlsOf } from '../../src/chat/controls-of.js';
import { viewToPlainText } from '../../src/chat/plain-text.js';
import type {
  ActionRef,
  ChatApp,
  ChatRequest,
  Control,
  Form,
  Person,
  Place,
  SentFile,
  View,
} from '../../src/chat/port.js';
import { instant } from '../../src/core/local-date.js';
import { createLookups } from '../../src/tutor/ask/lookups.js';
import { directReader } from '../../src/tutor/decks/direct-reader.js';
import { createSources } from '../../src/tutor/decks/sources.js';
import { MONDAY_NOON, type World } from './world.js';

/** A person in front of the bot, without any platform between. */
export type BotUser = {
  readonly app: ChatApp;
  readonly person: Person;
  readonly place: Place;
  command(name: string, options?: Readonly<Record<string, string>>): Promise<View>;
  press(action: ActionRef, choice?: string): Promise<View>;
  /** Presses the button of that label on a view; the one beside those words, where rows have the same. */
  pressLabel(view: View, label: RegExp, row?: RegExp): Promise<View>;
  /** Chooses the option of that label in one of a view's selects. */
  choose(view: View, option: RegExp): Promise<View>;
  form(action: ActionRef): Promise<Form>;
  /** The form that a command opens. */
  commandForm(name: string, options?: Readonly<Record<string, string>>): Promise<Form>;
  /** The form behind the button of that label on a view. */
  formOf(view: View, label: RegExp): Promise<Form>;
  shortcut(name: string, text: string): Promise<Form>;
  /** Aloud in one conversation of all, unless another is named. */
  ask(text: string, aloud?: boolean, files?: readonly SentFile[], conversation?: string): Promise<View>;
  submit(
    form: Form,
    values: Readonly<Record<string, string>>,
    files?: Readonly<Record<string, SentFile>>,
  ): Promise<View>;
};

export type Clock = { now: number };

export function labels(view: View): readonly string[] {
  return controlsOf(view).map((control) => control.label);
}

/** What can be chosen in a view's selects. */
export function options(view: View): readonly string[] {
  return controlsOf(view).flatMap((control) =>
    control.kind === 'select' ? control.options.map((option) => option.label) : [],
  );
}

export function text(view: View): string {
  return viewToPlainText(view);
}

/** The one row that says so, as a view of its own. */
export function rowOf(view: View, words: RegExp): View {
  const rows = view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
  const found = rows.filter(({ markdown }) => words.test(text({ body: [{ kind: 'text', markdown }] })));
  if (found.length !== 1) throw new Error(`${found.length} rows like ${words} in ${text(view)}`);
  return { body: [{ kind: 'rows', rows: found }] };
}

function labelled(view: View, label: RegExp, row?: RegExp): Control {
  const rows = view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
  const within = row === undefined ? controlsOf(view) : (rows.find((one) => row.test(one.markdown))?.controls ?? []);
  const found = within.find((control) => label.test(control.label));
  if (!found) throw new Error(`no control like ${label} among ${labels(view).join(', ')}`);
  return found;
}

export function botUser(
  world: World,
  name: string,
  languages: readonly string[],
  clock: Clock = { now: MONDAY_NOON },
  more: Partial<Person> = {},
  models: Partial<Pick<BotOptions, 'answering' | 'suggesting' | 'nearness' | 'lookups' | 'sources'>> = {},
): BotUser {
  const { store } = world.opened;
  const { newId } = world.at(clock.now);
  const app = createBot({
    store,
    answering: null,
    nearness: null,
    suggesting: null,
    lookups: createLookups(store),
    sources: createSources(directReader),
    newId,
    clock: () => instant(clock.now),
    prepare: async () => {},
    ...models,
  });
  const id = name.toLowerCase();
  const person: Person = { id, name, languages, timeZone: 'Europe/Madrid', manages: true, ...more };
  const direct = { platform: 'web', kind: 'direct', id } as const;
  const channel = { platform: 'web', kind: 'channel', id: world.team } as const;
  const place: Place = { workspaceId: world.team, lead: '/', direct, channel };
  async function viewOf(request: ChatRequest): Promise<View> {
    const route = app.route(request);
    if (route === null || route.answer === 'form') throw new Error('expected a route that answers with a view');
    return route.handle(place);
  }
  async function openForm(request: ChatRequest): Promise<Form> {
    const route = app.route(request);
    if (route?.answer !== 'form') throw new Error('expected a route that opens a form');
    return route.open(place);
  }
  const user: BotUser = {
    app,
    person,
    place,
    command: (command, options = {}) => viewOf({ kind: 'command', person, command, options }),
    press: ({ action, args }, choice) =>
      viewOf({ kind: 'action', person, action, args: choice === undefined ? args : [...args, choice] }),
    pressLabel(view, label, row) {
      const control = labelled(view, label, row);
      if (control.kind !== 'button') throw new Error(`${control.label} is no button`);
      return user.press(control.action);
    },
    choose(view, option) {
      for (const control of controlsOf(view)) {
        const chosen = control.kind === 'select' ? control.options.find((one) => option.test(one.label)) : undefined;
        if (control.kind === 'select' && chosen) return user.press(control.action, chosen.value);
      }
      throw new Error(`no option like ${option} among ${options(view).join(', ')}`);
    },
    form: ({ action, args }) => openForm({ kind: 'action', person, action, args }),
    formOf(view, label) {
      const control = labelled(view, label);
      if (control.kind !== 'button') throw new Error(`${control.label} is no button`);
      return user.form(control.action);
    },
    commandForm: (command, options = {}) => openForm({ kind: 'command', person, command, options }),
    shortcut: (shortcut, text) => openForm({ kind: 'shortcut', person, shortcut, text }),
    ask: (text, aloud = false, files = [], conversation = 'c1') =>
      viewOf({ kind: 'question', person, text, aloud, conversation: aloud ? conversation : null, files }),
    submit: (form, values, files = {}) => viewOf({ kind: 'submission', person, ...form.action, values, files }),
  };
  return user;
}
