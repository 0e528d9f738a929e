import type { ChatLogger } from '../chat-logger.js';
import type { ChatMemory } from '../chat-memory.js';
import type { Cipher } from '../cipher.js';
import type { CommandWords } from '../parse-command.js';
import type { ChatApp } from '../port.js';

/** Where encrypted installations are kept, by workspace. */
export interface SealedInstallations {
  put(workspaceId: string, sealed: string, at: number): Promise<void>;
  get(workspaceId: string): Promise<string | null>;
  remove(workspaceId: string): Promise<void>;
}

export type SlackWords = CommandWords & {
  /** Closes a modal without sending it. */
  readonly close: string;
  /** Title of a modal that only tells something. */
  readonly notice: string;
  /** Says that what no message holds follows as a file. */
  readonly rest: string;
  /** Says that a file is in the direct messages, where only the person sees it. */
  readonly fileDirect: string;
};

/** One workspace by its own token, or as many as install the app. */
export type SlackAccess =
  | { readonly kind: 'token'; readonly botToken: string }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      /** Where Slack sends people back to, `https://…/slack/oauth_redirect`. */
      readonly redirectUri: string;
      readonly installations: SealedInstallations;
      readonly cipher: Cipher;
    };

export type SlackConnection =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** All of its tokens and secrets are never logged. */
export type SlackOptions = {
  readonly app: ChatApp;
  readonly access: SlackAccess;
  readonly connection: SlackConnection;
  /** Another address of the Web API, such as a proxy's; `null` for Slack's own. */
  readonly apiUrl: string | null;
  /** Put before the name of each slash command but the main one. */
  readonly prefix: string;
  readonly memory: ChatMemory;
  readonly logger: ChatLogger;
  readonly words: (languages: readonly string[]) => SlackWords;
  /** The command whose answer is a person's home tab. */
  readonly homeCommand: string;
  /** Name of the file with what no message holds. */
  readonly restName: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A short id by which a failure is found in the log. */
  readonly newRef: () => string;
};

export const PLATFORM = 'slack';
/** The slash command that always works: `/repaso <command> …`. */
export const MAIN_COMMAND = '/repaso';
