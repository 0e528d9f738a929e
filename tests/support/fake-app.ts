import type {
  ActionRef,
  ChatApp,
  CommandEvent,
  CommandOption,
  CommandSpec,
  Form,
  Person,
  Route,
  View,
} from '../../src/chat/port.js';

function both(text: string): { en: string; es: string } {
  return { en: text, es: `${text} (es)` };
}

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
  return { name, description: both(name), required: false, type: 'string', choices: [], suggests: false, ...more };
}

function command(name: string, ...options: readonly CommandOption[]): CommandSpec {
  return { name, description: both(`Does ${name}`), options };
}

function ref(action: string, ...args: readonly string[]): ActionRef {
  return { action, args };
}

function says(markdown: string): View {
  return { body: [{ kind: 'text', markdown }] };
}

const FORM: Form = {
  title: 'A question',
  action: ref('form.sent', 'f1'),
  submitLabel: 'Send it',
  fields: [
    { name: 'city', label: 'City', required: true, multiline: false, maxLength: 40 },
    { name: 'why', label: 'Why', required: false, multiline: true, maxLength: 400 },
  ],
};

/** A card with a control of every kind. `side` says how often it was turned. */
export function cardView(side: number): View {
  return {
    title: 'A card',
    body: [{ kind: 'text', markdown: `side ${side}` }],
    controls: [
      { kind: 'button', label: 'Turn', action: ref('turn', `${side}`), style: 'primary' },
      { kind: 'button', label: 'Share', action: ref('share', `${side}`) },
      { kind: 'button', label: 'Tell me', action: ref('tell') },
      { kind: 'button', label: 'Ask', action: ref('ask') },
      { kind: 'button', label: 'Break', action: ref('break') },
      { kind: 'button', label: 'Vanished', action: ref('no-such-thing') },
      {
        kind: 'select',
        label: 'Colour',
        action: ref('colour'),
        options: [
          { label: 'Red', value: 'r' },
          { label: 'Blue', value: 'b' },
        ],
      },
    ],
    footer: '*the foot*',
  };
}

export type FakeApp = {
  readonly app: ChatApp;
  /** Every handler that ran, with whom it ran for. */
  readonly calls: readonly string[];
  /** Makes handlers of `/slow` wait until the returned function is called. */
  hold(): () => void;
};

/** A bot with one command or action for each way of answering. */
export function createFakeApp(): FakeApp {
  const calls: string[] = [];
  let gate: Promise<void> = Promise.resolve();

  function route<E extends { readonly person: Person }>(
    answer: 'private' | 'public' | 'replace',
    name: string,
    view: (event: E) => View | Promise<View>,
  ): Route<E> {
    return {
      answer,
      async handle(event) {
        calls.push(`${name} ${event.person.id}`);
        return view(event);
      },
    };
  }
  function form<E>(): Route<E> {
    return { answer: 'form', open: async () => FORM };
  }
  function broken(): never {
    throw new Error('the handler broke');
  }

  const commands: Record<string, Route<CommandEvent>> = {
    whisper: route('private', 'whisper', ({ options }) => says(`whispered: ${options.text}`)),
    shout: route('public', 'shout', ({ options }) => says(`shouted: ${options.text}`)),
    card: route('private', 'card', () => cardView(1)),
    board: route('public', 'board', () => cardView(1)),
    ask: form(),
    fail: route('private', 'fail', broken),
    'fail-aloud': route('public', 'fail-aloud', broken),
    slow: route('private', 'slow', async () => {
      await gate;
      return says('slowly done');
    }),
    long: route('private', 'long', () => says(longText())),
    pick: route('private', 'pick', ({ options }) => says(`picked: ${options.size} ${options.count ?? 'none'}`)),
  };

  const app: ChatApp = {
    commands: [
      command('whisper', option('text', { required: true })),
      command('shout', option('text', { required: true, suggests: true })),
      command('card'),
      command('board'),
      command('ask'),
      command('fail'),
      command('fail-aloud'),
      command('slow'),
      command('long'),
      command(
        'pick',
        option('size', {
          required: true,
          choices: [
            { value: 's', label: { en: 'small', es: 'pequeño' } },
            { value: 'l', label: { en: 'large', es: 'grande' } },
          ],
        }),
        option('count', { type: 'integer' }),
      ),
    ],
    commandRoute: (name) => commands[name] ?? null,
    actionRoute(name) {
      switch (name) {
        case 'turn':
          return route('replace', 'turn', ({ args }) => cardView(Number(args[0]) + 1));
        case 'colour':
          return route('replace', 'colour', ({ args }) => says(`colour ${args.at(-1)}`));
        case 'share':
          return route('public', 'share', () => says('shared with all'));
        case 'tell':
          return route('private', 'tell', () => says('told to one'));
        case 'ask':
          return form();
        case 'break':
          return route('replace', 'break', broken);
        default:
          return null;
      }
    },
    submitRoute: (name) =>
      name === 'form.sent'
        ? route('private', 'form.sent', ({ args, values }) => says(`got ${args[0]}: ${values.city}, ${values.why}`))
        : null,
    async suggest({ typed }) {
      return ['layers', 'images', 'image names']
        .filter((word) => word.startsWith(typed))
        .map((word) => ({ label: word, value: word }));
    },
    welcome: async (person) => says(`welcome ${person.id}`),
    failure: (_, failure) => ({
      tone: 'danger',
      body: [
        { kind: 'text', markdown: failure.kind === 'error' ? `It broke (ref. ${failure.ref})` : 'I do not know that' },
      ],
    }),
  };
  return {
    app,
    calls,
    hold() {
      let open: () => void = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

/** 3,000 numbered words in paragraphs, more than a message of any platform holds. */
export function longText(): string {
  return Array.from({ length: 3_000 }, (_, n) => `word${n}${n % 60 === 59 ? '\n\n' : ''}`).join(' ');
}
