import type { ChatLogger } from '../chat-logger.js';
import type { ChatMemory } from '../chat-memory.js';
import type { ChatApp } from '../port.js';

export type DiscordOptions = {
  readonly app: ChatApp;
  /** The bot's token: never logged. */
  readonly token: string;
  /** Another address of the API, such as a proxy's; `null` for Discord's own. Without a version. */
  readonly apiBase: string | null;
  readonly memory: ChatMemory;
  readonly logger: ChatLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A short id by which a failure is found in the log. */
  readonly newRef: () => string;
  /** The workspaces in which somebody learns who writes directly, the one they came to last first. Discord does not say. */
  readonly homesOf: (userId: string) => Promise<readonly string[]>;
  /** Discord has closed the line for good: the adapter is to be started anew. */
  readonly broke: (error: unknown) => void;
  /** Name of the file with what no message holds. */
  readonly restName: string;
};

export const PLATFORM = 'discord';
