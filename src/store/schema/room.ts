import { sql } from 'drizzle-orm';
import { bigint, check, index, json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytesColumn, instantColumn } from './columns.js';

/**
 * A room's latest revision. Each change of a room raises it in the change's own transaction: the row's lock puts
 * the changes of a room in one line, so that revisions become visible in their order. A sequence would hand out
 * numbers that commit out of order, and a reader who goes by the last one would miss an entry.
 *
 * The room is a workspace by its id, but no foreign key: people may talk before anybody is taught.
 */
export const rooms = pgTable('rooms', {
  workspaceId: text('workspace_id').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
});

/** `entry_id` is the revision at which the entry was made. */
export const roomEntries = pgTable(
  'room_entries',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => rooms.workspaceId),
    id: bigint('entry_id', { mode: 'number' }).notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    key: text('key').notNull(),
    /** Null where the bot speaks. */
    authorId: text('author_id'),
    authorName: text('author_name'),
    onlyFor: text('only_for'),
    /** `json` and not `jsonb`: nobody looks inside, and `jsonb` refuses half an emoji, which a cut text may end with. */
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

/** Files that came with the bot's answers; kept a day or so, for whoever asked can ask again. */
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
