import { sql } from 'drizzle-orm';
import { bigint, check, index, json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytesColumn, instantColumn } from './columns.js';

/**
 * A room's latest revision. Each change of a room raises it in its own transaction: the row's lock makes the changes
 * of a room run one after the other, so that revisions become visible in their order. Numbers of a sequence could be
 * committed out of order, and a reader that continues from the last one would miss an entry.
 *
 * The id is a workspace's, but no foreign key: people may talk before anybody there learns.
 */
export const rooms = pgTable('rooms', {
  workspaceId: text('workspace_id').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
});

/** `entry_id` is the revision at which the entry was created. */
export const roomEntries = pgTable(
  'room_entries',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => rooms.workspaceId),
    id: bigint('entry_id', { mode: 'number' }).notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    key: text('key').notNull(),
    /** Null for the bot. */
    authorId: text('author_id'),
    authorName: text('author_name'),
    onlyFor: text('only_for'),
    /**
     * `json` instead of `jsonb`: it is never queried, and `jsonb` refuses half a surrogate pair, with which a cut
     * text may end.
     */
    content: json('content').notNull(),
    at: instantColumn('written_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('room_entries_revision_key').on(table.workspaceId, table.revision),
    uniqueIndex('room_entries_key_key').on(table.workspaceId, table.key),
    check('room_entries_author_check', sql`(${table.authorId} is null) = (${table.authorName} is null)`),
    check('room_entries_revision_check', sql`${table.revision} >= ${table.id}`),
  ],
);

/** Files of the bot's answers; deleted after a day or so, since the asker can ask again. */
export const roomFiles = pgTable(
  'room_files',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('file_id').notNull(),
    onlyFor: text('only_for'),
    name: text('name').notNull(),
    bytes: bytesColumn('bytes').notNull(),
    at: instantColumn('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('room_files_age_idx').on(table.workspaceId, table.at),
  ],
);
