import { escapeMarkdown } from '../../src/chat/escape-markdown.js';
import type {
  ActionRef,
  ActionRequest,
  AnswerMode,
  ChatApp,
  ChatRequest,
  CommandOption,
  CommandRequest,
  CommandSpec,
  Failure,
  Form,
  QuestionRequest,
  Route,
  ShowProgress,
  SubmitRequest,
  View,
} from '../../src/chat/port.js';

function both(text: string): { en: string; es: string } {
  return { en: text, es: `${text} (es)` };
}

function named(name: string): { en: string; es: string } {
  return { en: name, es: `${name}-es` };
}

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
  return {
    name,
    names: named(name),
    description: both(name),
    required: false,
    type: 'string',
    choices: [],
    suggests: false,
    ...more,
  };
}

function command(name: string, ...options: readonly CommandOption[]): CommandSpec {
  return { name, names: named(name), description: both(`Does ${name}`), options };
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
    { kind: 'text', name: 'city', label: 'City', required: true, multiline: false, maxLength: 40 },
    { kind: 'text', name: 'why', label: 'Why', required: false, multiline: true, maxLength: 400 },
  ],
};

/** Asks for a file of at most 100 kB. */
const UPLOAD: Form = {
  title: 'Notes, please',
  action: ref('file.sent', 'u1'),
  submitLabel: 'Send it',
  fields: [
    { kind: 'file', name: 'notes', label: 'Notes', required: false, accept: ['.md', '.txt'], maxBytes: 100_000 },
    { kind: 'text', name: 'deck', label: 'Deck', required: false, multiline: false, maxLength: 40 },
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

/** An answer with a file, which tells its own name. */
function giftView(whose: string): View {
  const bytes = new TextEncoder().encode(`gift.csv ${whose}\n`);
  return { ...says(`a gift ${whose}`), file: { name: 'gift.csv', bytes, orElse: `no gift ${whose}` } };
}

function formWith(why: string): Form {
  const filled = ({ fields }: Form) =>
    fields.map((field) => (field.kind === 'text' && field.name === 'why' ? { ...field, value: why } : field));
  return { ...FORM, fields: filled(FORM) };
}

function failureText(failure: Failure): string {
  if (failure.kind === 'error') return `It broke (ref. ${failure.ref})`;
  return failure.kind === 'too-late' ? 'Too late for a form' : 'I do not know that';
}

function nameOf(request: ChatRequest): string {
  if (request.kind === 'command') return request.command;
  return request.kind === 'action' || request.kind === 'submission' ? request.action : request.kind;
}

type Found =
  | { readonly answer: AnswerMode; readonly view: (show: ShowProgress) => View | Promise<View> }
  | { readonly answer: 'form'; readonly form: Form };

export type Received = { readonly name: string; readonly size: number; readonly content: Uint8Array };

export type FakeApp = {
  readonly app: ChatApp;
  /** Every handler that ran, with whom it ran for. */
  readonly calls: readonly string[];
  /** Files that were sent and read. */
  readonly received: readonly Received[];
  /** Makes handlers of `/slow` wait until the returned function is called. */
  hold(): () => void;
};

/** A bot with one command or action for each way of answering. */
export function createFakeApp(): FakeApp {
  const calls: string[] = [];
  const received: Received[] = [];
  let gate: Promise<void> = Promise.resolve();

  function route(answer: AnswerMode, view: (show: ShowProgress) => View | Promise<View>): Found {
    return { answer, view };
  }
  async function grow(show: ShowProgress): Promise<View> {
    show(says('a seed'));
    show(says('half a tree'));
    await gate;
    return says('a whole tree');
  }
  async function wilt(show: ShowProgress): Promise<View> {
    await grow(show);
    return broken();
  }
  const form: Found = { answer: 'form', form: FORM };
  function broken(): never {
    throw new Error('the handler broke');
  }

  function commandRoute({ command: name, options }: CommandRequest): Found | null {
    switch (name) {
      case 'whisper':
        return route('private', () => says(`whispered: ${options.text}`));
      case 'shout':
        return route('public', () => says(`shouted: ${options.text}`));
      case 'card':
        return route('private', () => cardView(1));
      case 'board':
        return route('public', () => cardView(1));
      case 'ask':
        return form;
      case 'upload':
        return { answer: 'form', form: UPLOAD };
      case 'gift':
        return route('private', () => giftView(`for ${options.text}`));
      case 'gift-aloud':
        return route('public', () => giftView('for all'));
      case 'fail':
        return route('private', broken);
      case 'fail-aloud':
        return route('public', broken);
      case 'slow':
        return route('private', async () => {
          await gate;
          return says('slowly done');
        });
      case 'grow':
        return route('private', grow);
      case 'grow-aloud':
        return route('public', grow);
      case 'long':
        return route('private', () => says(longText()));
      case 'pick':
        return route('private', () => says(`picked: ${options.size} ${options.count ?? 'none'}`));
      default:
        return null;
    }
  }

  function actionRoute({ action, args }: ActionRequest): Found | null {
    switch (action) {
      case 'turn':
        return route('replace', () => cardView(Number(args[0]) + 1));
      case 'colour':
        return route('replace', () => says(`colour ${args.at(-1)}`));
      case 'share':
        return route('public', () => says('shared with all'));
      case 'tell':
        return route('private', () => says('told to one'));
      case 'ask':
        return form;
      case 'break':
        return route('replace', broken);
      default:
        return null;
    }
  }

  async function receive({ args: [id], values, files }: SubmitRequest): Promise<View> {
    const { notes } = files;
    if (notes === undefined) return says(`got ${id}: no file for ${values.deck}`);
    const { name, size } = notes;
    received.push({ name, size, content: await notes.read() });
    return says(`got ${id}: ${name} of ${size} bytes for ${values.deck}`);
  }

  async function answer({ text, files }: QuestionRequest, show: ShowProgress): Promise<View> {
    if (text === 'grow please') return grow(show);
    if (text === 'wilt please') return wilt(show);
    if (text === 'lost please') return { ...says('not in the notes'), tone: 'warning' };
    if (text === 'break please') return broken();
    if (text === 'card please') return cardView(1);
    if (text === 'quiz please') return { ...says('what is it?'), awaits: ref('guess', 'one') };
    if (text === 'long please') return says(longText());
    if (text === 'wait please') {
      await gate;
      return says('worth the wait');
    }
    for (const { name, size, read } of files) received.push({ name, size, content: await read() });
    const along = files.length === 0 ? [] : [`with ${files.map(({ name }) => name).join(', ')}`];
    return says(escapeMarkdown(['answered:', text, ...along].filter((part) => part !== '').join(' ')));
  }

  function find(request: ChatRequest): Found | null {
    switch (request.kind) {
      case 'command':
        return commandRoute(request);
      case 'action':
        return actionRoute(request);
      case 'submission': {
        const { action, args, values } = request;
        if (action === 'file.sent') return route('private', () => receive(request));
        if (action === 'guess') return route('replace', () => says(`guessed ${args[0]}: ${values.answer}`));
        if (action !== 'form.sent') return null;
        return route('private', () => says(`got ${args[0]}: ${values.city}, ${values.why}`));
      }
      case 'shortcut':
        return request.shortcut === 'keep' ? { answer: 'form', form: formWith(request.text) } : null;
      case 'question':
        return route(request.aloud ? 'public' : 'private', (show) => answer(request, show));
    }
  }

  const app: ChatApp = {
    commands: [
      command('whisper', option('text', { required: true })),
      command('shout', option('text', { required: true, suggests: true })),
      command('card'),
      command('board'),
      command('ask'),
      command('upload'),
      command('gift', option('text', { required: true })),
      command('gift-aloud'),
      command('fail'),
      command('fail-aloud'),
      command('slow'),
      command('grow'),
      command('grow-aloud'),
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
    shortcuts: [{ name: 'keep', label: both('Keep this') }],
    route(request): Route | null {
      const found = find(request);
      if (found === null) return null;
      if (found.answer === 'form') return { answer: 'form', open: async () => found.form };
      const { answer, view } = found;
      return {
        answer,
        async handle(_, show = () => {}) {
          calls.push(`${nameOf(request)} ${request.person.id}`);
          return view(show);
        },
      };
    },
    async suggest({ typed }) {
      return ['layers', 'images', 'image names']
        .filter((word) => word.startsWith(typed))
        .map((word) => ({ label: word, value: word }));
    },
    overhear: async ({ text }) => (text === 'who knows layers?' ? says('shall I?') : null),
    follows: async ({ text }) => text === 'and then what?',
    welcome: async (person) => says(`welcome ${person.id}`),
    failure: (_, failure) => ({ tone: 'danger', body: [{ kind: 'text', markdown: failureText(failure) }] }),
  };
  return {
    app,
    calls,
    received,
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
