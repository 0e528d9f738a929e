import type { ChatActor, ChosenFiles, SeenMessage } from '../../contracts/chat-adapter.js';
import type { Installed, InstallOptions } from './install.js';
import type { Json } from './json.js';

/** How something is said in a channel or conversation. */
export type Saying = {
  readonly thread_ts?: string;
  /** Files that go along. */
  readonly files?: readonly ChosenFiles[string][];
  /** "Also send to channel", for what is said in a thread. */
  readonly broadcast?: boolean;
  /** The same key again is the same event again, under one `event_id`. */
  readonly key?: string;
};

/** Somebody in a workspace, and everything that they can do to the app. */
export interface SlackPerson extends ChatActor {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  /** Where commands, mentions and shortcuts happen. */
  readonly channelId: string;
  /** The conversation with the bot. */
  readonly directChannelId: string;
  /** The same person in another channel, or in the conversation with the bot. */
  at(channelId: string): SlackPerson;
  /** Writes `@bot text` in the channel. */
  mention(text: string, saying?: Saying): Promise<void>;
  /** Writes in the channel without calling the bot. */
  talk(text: string, saying?: Saying): Promise<void>;
  /** Writes to the bot alone. */
  directMessage(text: string, saying?: Saying): Promise<void>;
  openHome(key?: string): Promise<void>;
  /** Opens the tab with the conversation. */
  openMessages(key?: string): Promise<void>;
  /** The home tab that was published for this person. */
  home(): Promise<SeenMessage | null>;
  /** The modal on top. Its buttons can be pressed like a message's. */
  modal(): Promise<SeenMessage | null>;
  /** What the app said was wrong with the fields, by block. */
  formErrors(): Readonly<Record<string, string>>;
  /** Uses a message shortcut on a message that this person writes first. */
  useShortcut(callbackId: string, messageText: string, key?: string): Promise<void>;
  /** Adds the app to the workspace, from the app's own install page. */
  install(url: string, options?: InstallOptions): Promise<Installed>;
  /** Any other event of the workspace, for instance `{type: 'app_uninstalled'}`. */
  happens(event: Json, key?: string): Promise<void>;
}
