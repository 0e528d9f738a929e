import type { View } from '../port.js';

/** What stands in the room: a person's line or a view of the bot. */
export type RoomContent =
  | { readonly kind: 'line'; readonly text: string }
  /** `file` stands for the view's own, which is kept apart. */
  | { readonly kind: 'view'; readonly view: Omit<View, 'file'>; readonly file?: KeptFile };

/** A file that came with an answer. `size` in bytes. */
export type KeptFile = { readonly id: string; readonly name: string; readonly size: number };

export type RoomFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The only person who may have it, or `null` for everyone. */
  readonly onlyFor: string | null;
  /** In milliseconds since 1970. */
  readonly at: number;
};

/** How long a file is kept at least, in milliseconds. */
export const FILE_KEPT_MS = 24 * 3_600_000;

/** `Content` is the room's own matter: who keeps it never looks inside. */
export type RoomEntry<Content = RoomContent> = {
  readonly author: { readonly kind: 'bot' } | { readonly kind: 'person'; readonly id: string; readonly name: string };
  /** The only person who sees it, or `null` for everyone. */
  readonly onlyFor: string | null;
  readonly content: Content;
  /** In milliseconds since 1970. */
  readonly at: number;
};

export type LoggedEntry<Content = RoomContent> = RoomEntry<Content> & {
  /** Its place in the room: grows with each new entry. */
  readonly id: number;
  /** Grows with each new entry and each change of one: a reader who knows the last one misses nothing. */
  readonly revision: number;
};

/** The room's memory. Kept by the store, so that a restart or a lost connection loses no message. */
export interface RoomLog<Content = RoomContent> {
  /** The same `key` again adds nothing and returns the entry of the first time. */
  append(room: string, entry: RoomEntry<Content>, key: string): Promise<LoggedEntry<Content>>;
  /** Gives an entry new content. `null` where it does not exist or is not visible to `viewer`. */
  replace(room: string, id: number, viewer: string, content: Content): Promise<LoggedEntry<Content> | null>;
  get(room: string, id: number, viewer: string): Promise<LoggedEntry<Content> | null>;
  /** What `viewer` may see with a revision above `revision`, in order of revision, at most `limit`. */
  since(room: string, viewer: string, revision: number, limit: number): Promise<readonly LoggedEntry<Content>[]>;
  /** The `limit` entries before `id` (the latest where `null`) that `viewer` may see, in order of id. */
  before(room: string, viewer: string, id: number | null, limit: number): Promise<readonly LoggedEntry<Content>[]>;
  /** Keeps a file under an id, and forgets those that are older than `FILE_KEPT_MS`. The same id again changes nothing. */
  keepFile(room: string, id: string, file: RoomFile): Promise<void>;
  /** `null` where there is none, or not for `viewer`. */
  file(room: string, id: string, viewer: string): Promise<RoomFile | null>;
  /** The room's latest revision, 0 for an empty one. */
  revision(room: string): Promise<number>;
}
