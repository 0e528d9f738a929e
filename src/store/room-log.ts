import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { FILE_KEPT_MS, type LoggedEntry, type RoomEntry, type RoomFile, type RoomLog } from '../chat/web/room-log.js';
import { instant } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import { roomEntries, roomFiles, rooms } from './schema.js';

type RoomEntryRow = typeof roomEntries.$inferSelect;

function authorOf({ authorId: id, authorName: name }: RoomEntryRow): RoomEntry<unknown>['author'] {
  return id === null || name === null ? { kind: 'bot' } : { kind: 'person', id, name };
}

function visible(room: string, viewer: string) {
  return and(eq(roomEntries.workspaceId, room), or(isNull(roomEntries.onlyFor), eq(roomEntries.onlyFor, viewer)));
}

/** Raises the room's revision and locks its row until the transaction ends, so that the next change waits. */
async function nextRevision(db: Queries, room: string): Promise<number> {
  const [row] = await db
    .insert(rooms)
    .values({ workspaceId: room, revision: 1 })
    .onConflictDoUpdate({ target: rooms.workspaceId, set: { revision: sql`${rooms.revision} + 1` } })
    .returning({ revision: rooms.revision });
  if (!row) throw new Error(`room ${room} has no revision`);
  return row.revision;
}

async function findByKey(db: Queries, room: string, key: string): Promise<RoomEntryRow | null> {
  const [row] = await db
    .select()
    .from(roomEntries)
    .where(and(eq(roomEntries.workspaceId, room), eq(roomEntries.key, key)));
  return row ?? null;
}

/** `null` where the key has been inserted meanwhile; the revision raised for it then has no entry. */
async function insert(db: Queries, entry: Omit<RoomEntryRow, 'id' | 'revision'>): Promise<RoomEntryRow | null> {
  const id = await nextRevision(db, entry.workspaceId);
  const [row] = await db
    .insert(roomEntries)
    .values({ ...entry, id, revision: id })
    .onConflictDoNothing({ target: [roomEntries.workspaceId, roomEntries.key] })
    .returning();
  return row ?? null;
}

async function append(
  { run, transaction }: Database,
  entry: Omit<RoomEntryRow, 'id' | 'revision'>,
): Promise<RoomEntryRow> {
  const { workspaceId: room, key } = entry;
  const row =
    (await run((db) => findByKey(db, room, key))) ??
    (await transaction((db) => insert(db, entry))) ??
    (await run((db) => findByKey(db, room, key)));
  if (!row) throw new Error(`entry ${key} of room ${room} was neither there nor made`);
  return row;
}

async function find(db: Queries, room: string, id: number, viewer: string): Promise<RoomEntryRow | null> {
  const [row] = await db
    .select()
    .from(roomEntries)
    .where(and(visible(room, viewer), eq(roomEntries.id, id)));
  return row ?? null;
}

async function replace(
  db: Queries,
  room: string,
  id: number,
  viewer: string,
  content: unknown,
): Promise<RoomEntryRow | null> {
  const found = await find(db, room, id, viewer);
  if (!found) return null;
  const revision = await nextRevision(db, room);
  const [row] = await db
    .update(roomEntries)
    .set({ content, revision })
    .where(and(eq(roomEntries.workspaceId, room), eq(roomEntries.id, id)))
    .returning();
  return row ?? null;
}

function since(db: Queries, room: string, viewer: string, revision: number, limit: number): Promise<RoomEntryRow[]> {
  return db
    .select()
    .from(roomEntries)
    .where(and(visible(room, viewer), gt(roomEntries.revision, revision)))
    .orderBy(asc(roomEntries.revision))
    .limit(limit);
}

async function before(
  db: Queries,
  room: string,
  viewer: string,
  id: number | null,
  limit: number,
): Promise<RoomEntryRow[]> {
  const rows = await db
    .select()
    .from(roomEntries)
    .where(and(visible(room, viewer), id === null ? undefined : lt(roomEntries.id, id)))
    .orderBy(desc(roomEntries.id))
    .limit(limit);
  return rows.reverse();
}

async function revisionOf(db: Queries, room: string): Promise<number> {
  const [row] = await db.select({ revision: rooms.revision }).from(rooms).where(eq(rooms.workspaceId, room));
  return row?.revision ?? 0;
}

async function keepFile(db: Queries, room: string, id: string, file: RoomFile): Promise<void> {
  const at = instant(file.at);
  const oldest = instant(file.at - FILE_KEPT_MS);
  await db.delete(roomFiles).where(and(eq(roomFiles.workspaceId, room), lt(roomFiles.at, oldest)));
  await db
    .insert(roomFiles)
    .values({ workspaceId: room, id, ...file, at })
    .onConflictDoNothing();
}

async function findFile(db: Queries, room: string, id: string, viewer: string): Promise<RoomFile | null> {
  const { name, bytes, onlyFor, at } = roomFiles;
  const isTheirs = or(isNull(onlyFor), eq(onlyFor, viewer));
  const [found] = await db
    .select({ name, bytes, onlyFor, at })
    .from(roomFiles)
    .where(and(eq(roomFiles.workspaceId, room), eq(roomFiles.id, id), isTheirs));
  return found === undefined ? null : { ...found, bytes: new Uint8Array(found.bytes) };
}

function rowOf(room: string, entry: RoomEntry<unknown>, key: string): Omit<RoomEntryRow, 'id' | 'revision'> {
  const { author, onlyFor, content, at } = entry;
  const [authorId, authorName] = author.kind === 'bot' ? [null, null] : [author.id, author.name];
  return { workspaceId: room, key, authorId, authorName, onlyFor, content, at: instant(at) };
}

/** @param parse reads content that this or an earlier version of the caller stored */
export function createRoomLog<Content>(database: Database, parse: (stored: unknown) => Content): RoomLog<Content> {
  const { run, transaction } = database;
  const logged = (row: RoomEntryRow): LoggedEntry<Content> => {
    const { id, revision, onlyFor, content, at } = row;
    return { id, revision, author: authorOf(row), onlyFor, content: parse(content), at };
  };
  const loggedOrNull = (row: RoomEntryRow | null) => (row === null ? null : logged(row));

  return {
    append: async (room, entry, key) => logged(await append(database, rowOf(room, entry, key))),
    replace: async (room, id, viewer, content) =>
      loggedOrNull(await transaction((db) => replace(db, room, id, viewer, content))),
    get: async (room, id, viewer) => loggedOrNull(await run((db) => find(db, room, id, viewer))),
    since: async (room, viewer, revision, limit) =>
      (await run((db) => since(db, room, viewer, revision, limit))).map(logged),
    before: async (room, viewer, id, limit) => (await run((db) => before(db, room, viewer, id, limit))).map(logged),
    keepFile: (room, id, file) => transaction((db) => keepFile(db, room, id, file)),
    file: (room, id, viewer) => run((db) => findFile(db, room, id, viewer)),
    revision: (room) => run((db) => revisionOf(db, room)),
  };
}
