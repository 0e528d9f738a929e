/**
 * The chat port: everything that passes between the bot and a platform, as plain data. Discord, Slack and the local
 * web room stand behind it; none of their words appear here. What is shown is in `view.ts`, what people do in
 * `request.ts`; this file has what the bot and an adapter offer each other.
 */
import type { Destination } from './destination.js';
import type { ChatRequest, LineAmongOthers, Person, Place, QuestionEvent, SuggestEvent } from './request.js';
import type { Form, View } from './view.js';

export { type Destination, parseDestination } from './destination.js';
export type * from './request.js';
export type * from './view.js';

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
  /**
   * Whether a line that does not call the bot goes on with what it was asked in that conversation, so that it is to be
   * answered like a question to it. Stores nothing.
   */
  follows(line: LineAmongOthers): Promise<boolean>;
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
  /** Accepts nothing new, finishes what is in flight, then resolves. Safe to call twice. */
  stop(): Promise<void>;
  state(): AdapterState;
  /**
   * Writes to a destination of this platform. The same `key` again writes nothing again. Never throws for what a
   * platform can answer.
   */
  send(destination: Destination, view: View, key: string): Promise<SendResult>;
  /**
   * Shows the view in the message that was sent under the key; where none was sent yet, sends it. What a single message
   * does not hold is left out of a change. `gone` also where somebody has taken the message away. The caller keeps to
   * the platform's pace. Never throws for what a platform can answer.
   */
  update(destination: Destination, view: View, key: string): Promise<SendResult>;
}
