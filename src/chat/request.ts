/** What people do, as plain data. */
import type { Destination } from './destination.js';

/** A file that came with a form or with words. */
export type SentFile = {
  readonly name: string;
  readonly size: number;
  /** Rejects where the platform does not hand it out, or gives more than it said. */
  readonly read: () => Promise<Uint8Array>;
};

/** Who acts, as the platform knows them. */
export type Person = {
  /** Unique within the workspace. */
  readonly id: string;
  readonly name: string;
  /** BCP 47 tags in order of preference, as far as the platform says. */
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
  /** What others read along where the person is, and can be written to later; `null` where nobody else does. */
  readonly channel: Destination | null;
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
  /** As plain as the platform sends it. */
  readonly text: string;
};
/** Plain words to the bot: a mention in a channel, a direct message. */
export type QuestionRequest = Who & {
  readonly kind: 'question';
  readonly text: string;
  /** Whether others read along. */
  readonly aloud: boolean;
  /**
   * Names the conversation that others read: the same for what belongs together, as in a thread, and for one person where
   * nothing shows what does. `null` where nobody reads along.
   */
  readonly conversation: string | null;
  /** What was sent with the words. */
  readonly files: readonly SentFile[];
};

/** A line in a conversation that others read, which does not call the bot. */
export type LineAmongOthers = {
  readonly workspaceId: string;
  readonly conversation: string;
  readonly personId: string;
  readonly text: string;
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
