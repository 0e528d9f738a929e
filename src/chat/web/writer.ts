import { createHash } from 'node:crypto';
import type { View } from '../port.js';
import type { Hub } from './hub.js';
import type { LoggedEntry, RoomContent, RoomEntry, RoomLog } from './room-log.js';
import type { Visitor } from './visitor.js';

export type WriterDeps = {
  readonly log: RoomLog;
  readonly hub: Hub;
  readonly roomId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** No visitor's id: who sees only what everybody does. */
const EVERYBODY = '';

/** Writes into the room's log, and tells the open pages. What the log does not take rejects. */
export type Writer = {
  post(entry: RoomEntry, key: string): Promise<LoggedEntry>;
  /** The view as the log keeps it: a file of it is kept apart, for the one who sees the view. */
  contentOf(view: View, onlyFor: string | null, key: string): Promise<RoomContent>;
  postView(view: View, onlyFor: string | null, key: string): Promise<LoggedEntry>;
  postLine(visitor: Visitor, text: string, onlyFor: string | null, key: string): Promise<LoggedEntry>;
  /** Gives an entry that the visitor sees another view. */
  change(visitor: Visitor, entry: number, view: View): Promise<void>;
  /** Gives a message what another has, for those who see it. */
  put(id: number, entry: Pick<RoomEntry, 'onlyFor' | 'content'>): Promise<void>;
};

export function createWriter({ log, hub, roomId, now }: WriterDeps): Writer {
  async function post(entry: RoomEntry, key: string): Promise<LoggedEntry> {
    const logged = await log.append(roomId, entry, key);
    hub.changed(logged.onlyFor);
    return logged;
  }

  async function contentOf({ file, ...view }: View, onlyFor: string | null, key: string): Promise<RoomContent> {
    if (file === undefined) return { kind: 'view', view };
    const id = createHash('sha256').update(key).digest('base64url');
    await log.keepFile(roomId, id, { name: file.name, bytes: file.bytes, onlyFor, at: now() });
    return { kind: 'view', view, file: { id, name: file.name, size: file.bytes.length } };
  }

  async function postView(view: View, onlyFor: string | null, key: string): Promise<LoggedEntry> {
    const content = await contentOf(view, onlyFor, key);
    return post({ author: { kind: 'bot' }, onlyFor, content, at: now() }, key);
  }

  function postLine(visitor: Visitor, text: string, onlyFor: string | null, key: string): Promise<LoggedEntry> {
    const { id, name } = visitor;
    return post({ author: { kind: 'person', id, name }, onlyFor, content: { kind: 'line', text }, at: now() }, key);
  }

  async function change(visitor: Visitor, entry: number, view: View): Promise<void> {
    const content = await contentOf(view, visitor.id, `${visitor.id}:${entry}:changed`);
    await put(entry, { onlyFor: visitor.id, content });
  }

  async function put(id: number, { onlyFor, content }: Pick<RoomEntry, 'onlyFor' | 'content'>): Promise<void> {
    const changed = await log.replace(roomId, id, onlyFor ?? EVERYBODY, content);
    if (changed !== null) hub.changed(changed.onlyFor);
  }

  return { post, contentOf, postView, postLine, change, put };
}
