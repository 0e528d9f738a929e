/**
 * The chat port: everything that passes between the bot and a platform, as plain data. Discord, Slack and the local
 * web room stand behind it; none of their words appear here.
 */
import { z } from 'zod';

// ── What the bot shows ──────────────────────────────────────────────────────────────────────────────────────────

export type Tone = 'neutral' | 'success' | 'warning' | 'danger';

/** One message of the bot. Data only; every view has a plain-text form (`plain-text.ts`). */
export type View = {
  readonly tone?: Tone;
  /** Plain text. */
  readonly title?: string;
  readonly body: readonly Block[];
  readonly controls?: readonly Control[];
  /** CommonMark, shown small. */
  readonly footer?: string;
  /** Goes along with an answer; what `send` brings has none. */
  readonly file?: ViewFile;
};

/** A file for whoever reads the answer. */
export type ViewFile = {
  /** Of ASCII letters, digits, dots and hyphens. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Said in its place where the platform does not take it. CommonMark. */
  readonly orElse: string;
};

/** All text is CommonMark unless said otherwise, and may come from notes: an adapter lets none of it ping or run. */
export type Block =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'code'; readonly code: string; readonly language?: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  /** What the message is about, shown large: the first paragraph stands out, what follows it is text. */
  | { readonly kind: 'headline'; readonly markdown: string }
  /** Where one is, shown small: plain words, and a bar where there is something to count. */
  | { readonly kind: 'caption'; readonly text: string; readonly bar?: Bar }
  /** Things that can each be acted on, with their buttons beside them. */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  /** Bars. `label` and `text` are plain; `value` runs from 0 to `max`. */
  | {
      readonly kind: 'meters';
      readonly meters: readonly {
        readonly label: string;
        readonly value: number;
        readonly max: number;
        readonly text: string;
      }[];
    };

/** `value` runs from 0 to `max`. */
export type Bar = { readonly value: number; readonly max: number };

/** `markdown` is CommonMark of one paragraph. At most three buttons. */
export type Row = { readonly markdown: string; readonly bar?: Bar; readonly controls: readonly Button[] };

export type Button = {
  readonly kind: 'button';
  readonly label: string;
  readonly action: ActionRef;
  readonly style?: 'primary' | 'plain' | 'danger';
};

export type Control =
  | Button
  | {
      readonly kind: 'select';
      /** What is chosen; also the accessible name. */
      readonly label: string;
      /** Called with the chosen option's value as its last argument. */
      readonly action: ActionRef;
      readonly options: readonly { readonly label: string; readonly value: string; readonly selected?: boolean }[];
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A button's meaning: a name and ids, never state. Encoded by `action-ref.ts` into at most 100 characters. */
export type ActionRef = { readonly action: string; readonly args: readonly string[] };

/** Questions in one go. At most five fields. */
export type Form = {
  readonly title: string;
  /** Called with the fields' values when sent. */
  readonly action: ActionRef;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
};

export type FormField = TextField | FileField;

export type TextField = {
  readonly kind: 'text';
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Said small beside the field. Plain text. */
  readonly hint?: string;
  readonly required: boolean;
  readonly multiline: boolean;
  /** In characters. */
  readonly maxLength: number;
};

/** One file from the person's own machine. */
export type FileField = {
  readonly kind: 'file';
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** How the names of the files end, with the dot and in lower case, such as `.md`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
};

/** A file that came with a form or with words. */
export type SentFile = {
  readonly name: string;
  readonly size: number;
  /** Rejects where the platform does not hand it out, or gives more than it said. */
  readonly read: () => Promise<Uint8Array>;
};

// ── What people do ──────────────────────────────────────────────────────────────────────────────────────────────

/** Who acts, as the platform knows them. */
export type Person = {
  /** Unique within the workspace. */
  readonly id: string;
  readonly name: string;
  /** BCP 47 tags in order of preference, as far as the platform tells. */
  readonly languages: readonly string[];
  /** IANA name where the platform knows it. */
  readonly timeZone: string | null;
  /** Whether the platform lets them manage the place they are in. */
  readonly manages: boolean;
};

export type Place = {
  readonly workspaceId: string;
  /** What people write before a command's name here: `/`, or `/repaso ` where names are shared with others. */
  readonly lead: string;
  /** Where the person can be written to directly. */
  readonly direct: Destination;
};

type Who = { readonly person: Person };

export type CommandRequest = Who & {
  readonly kind: 'command';
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
};
export type ActionRequest = Who & {
  readonly kind: 'action';
  readonly action: string;
  readonly args: readonly string[];
};
export type SubmitRequest = Who & {
  readonly kind: 'submission';
  readonly action: string;
  readonly args: readonly string[];
  /** Of text fields, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** Of file fields that were filled, by name. */
  readonly files: Readonly<Record<string, SentFile>>;
};
/** Something done with a message that somebody wrote. */
export type ShortcutRequest = Who & {
  readonly kind: 'shortcut';
  readonly shortcut: string;
  /** As plain as the platform tells it. */
  readonly text: string;
};
/** Plain words to the bot: a mention in a channel, a direct message. */
export type QuestionRequest = Who & {
  readonly kind: 'question';
  readonly text: string;
  /** Whether others read along. */
  readonly aloud: boolean;
  /** What came along with the words. */
  readonly files: readonly SentFile[];
};

/**
 * What somebody asks of the bot. It decides the route; where it was asked decides nothing of that, so a platform that
 * has to look the place up can acknowledge first.
 */
export type ChatRequest = CommandRequest | ActionRequest | SubmitRequest | ShortcutRequest | QuestionRequest;

/** A request in its place, as handlers see it. */
export type Placed<R> = R & { readonly place: Place };

export type CommandEvent = Placed<CommandRequest>;
export type ActionEvent = Placed<ActionRequest>;
export type SubmitEvent = Placed<SubmitRequest>;
export type ShortcutEvent = Placed<ShortcutRequest>;
export type QuestionEvent = Placed<QuestionRequest>;
export type SuggestEvent = Placed<Who> & { readonly command: string; readonly option: string; readonly typed: string };

// ── What the bot offers ─────────────────────────────────────────────────────────────────────────────────────────

/**
 * Who sees an answer, decided before the handler runs, because platforms fix it at the acknowledgement:
 * `private` only the asker, `public` everyone in the channel, `replace` changes the message that was pressed.
 */
export type AnswerMode = 'private' | 'public' | 'replace';

/** A text in each language that the bot speaks; the first tag is the fallback. */
export type Localized = Readonly<Record<'en' | 'es', string>>;

export type CommandOption = {
  /** Lower case, the same on every platform: the key in `CommandEvent.options`. */
  readonly name: string;
  /** What people call it. */
  readonly names: Localized;
  readonly description: Localized;
  readonly required: boolean;
  readonly type: 'string' | 'integer';
  /** The only values allowed; empty for any. */
  readonly choices: readonly { readonly value: string; readonly label: Localized }[];
  /** Whether `suggest` proposes values while the person types. */
  readonly suggests: boolean;
};

export type CommandSpec = {
  /** Lower case, the same on every platform. */
  readonly name: string;
  /** What people call it, lower case; the name itself among them. */
  readonly names: Localized;
  readonly description: Localized;
  readonly options: readonly CommandOption[];
};

/** Something that can be done with any message, where the platform has a menu for it. */
export type ShortcutSpec = { readonly name: string; readonly label: Localized };

export type Suggestion = { readonly label: string; readonly value: string };

/**
 * Shows how far an answer has come, on platforms that can change what they have shown. Every view takes the place of
 * the one before, the one that the handler returns that of the last; some may never be seen.
 */
export type ShowProgress = (view: View) => void;

/** How a request is answered, known before anything runs. */
export type Route =
  | { readonly answer: AnswerMode; readonly handle: (place: Place, show?: ShowProgress) => Promise<View> }
  | { readonly answer: 'form'; readonly open: (place: Place) => Promise<Form> };

/** The bot as an adapter sees it. */
export interface ChatApp {
  readonly commands: readonly CommandSpec[];
  readonly shortcuts: readonly ShortcutSpec[];
  /** `null` for what this version does not know. */
  route(request: ChatRequest): Route | null;
  suggest(event: SuggestEvent): Promise<readonly Suggestion[]>;
  /**
   * What the bot has to say, to the person alone, to a line among others that is not said to it; `null` for nothing,
   * which is what it mostly has.
   */
  overhear(event: QuestionEvent): Promise<View | null>;
  /** The first words to somebody who has just come. Stores nothing about them. */
  welcome(person: Person, place: Place): Promise<View>;
  /** The calm sentence for what went wrong, with the id under which the log has the rest. */
  failure(person: Person, failure: Failure): View;
}

export type Failure =
  | { readonly kind: 'unknown-route'; readonly name: string }
  /** The platform no longer waits for the form. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'error'; readonly error: unknown; readonly ref: string };

// ── What an adapter offers ──────────────────────────────────────────────────────────────────────────────────────

/** An address that can be kept and written to later. */
export type Destination = { readonly platform: string; readonly kind: 'channel' | 'direct'; readonly id: string };

const destinationSchema = z.object({
  platform: z.string().min(1),
  kind: z.enum(['channel', 'direct']),
  id: z.string().min(1),
});

/** A destination that was kept as JSON, or `null` for anything else. */
export function parseDestination(stored: unknown): Destination | null {
  const parsed = destinationSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export type SendResult =
  | { readonly status: 'sent' }
  /** The destination no longer exists. */
  | { readonly status: 'gone' }
  /** The platform or the person does not allow it. */
  | { readonly status: 'forbidden' }
  | { readonly status: 'rate-limited'; readonly retryAfterMs: number };

/** `failed` says why in the platform's own word, such as `invalid_auth`; the adapter may go on trying. */
export type AdapterState = 'starting' | 'connected' | 'reconnecting' | 'stopped' | { readonly failed: string };

export interface ChatAdapter {
  readonly platform: string;
  /** Resolves when people can be answered. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight, then resolves. Safe to call twice. */
  stop(): Promise<void>;
  state(): AdapterState;
  /**
   * Writes to a destination of this platform. The same `key` again writes nothing again. Never throws for what a
   * platform can answer.
   */
  send(destination: Destination, view: View, key: string): Promise<SendResult>;
}
