import type { ChatLogger } from '../chat-logger.js';
import type { ChatApp } from '../port.js';
import type { Invitation } from './invitation.js';
import type { RoomLog } from './room-log.js';
import type { RoomWords } from './words.js';

export type WebRoomOptions = {
  readonly app: ChatApp;
  readonly log: RoomLog;
  readonly workspaceId: string;
  readonly roomId: string;
  readonly words: (languages: readonly string[]) => RoomWords;
  readonly logger: ChatLogger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A short id by which a failure is found in the log. */
  readonly newRef: () => string;
  /** 32 characters that nobody can guess, of `0-9a-z`. */
  readonly newSecret: () => string;
  /** What lets people in; `null` for a room that is open to everybody who reaches it. */
  readonly invitation: Invitation | null;
  /** Host names, besides the loopback ones and bare addresses, under which the room may be opened. */
  readonly allowedHosts: readonly string[];
};
