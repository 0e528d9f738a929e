import { fileURLToPath } from 'node:url';
import { asc, sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, pgSchema, serial, text } from 'drizzle-orm/pg-core';
import type { Database, Queries } from '../database.js';
import { DatabaseNewer } from './errors.js';

/** A version is the number of migrations applied; 0 is an empty database. */
export type MigrationResult = { readonly from: number; readonly to: number; readonly applied: number };

/** Beside `src` in a checkout and beside `dist` in a package: both are two levels up. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** An arbitrary number that all versions of the program share. */
const LOCK_KEY = 7_297_276;

/** drizzle-kit's own bookkeeping, so that its tools work on the database too. */
const applied = pgSchema('drizzle').table('__drizzle_migrations', {
  id: serial('id').primaryKey(),
  hash: text('hash').notNull(),
  createdAt: bigint('created_at', { mode: 'number' }).notNull(),
});

type Migration = ReturnType<typeof readMigrationFiles>[number];

/** Held until the transaction ends. Replicas that start together wait here for each other. */
async function takeTurn(db: Queries): Promise<void> {
  await db.execute(sql`set local statement_timeout = 0`);
  await db.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY}::bigint)`);
}

async function readApplied(db: Queries): Promise<readonly number[]> {
  await db.execute(sql`create schema if not exists drizzle`);
  await db.execute(sql`create table if not exists ${applied} (
    id serial primary key, hash text not null, created_at bigint not null)`);
  const rows = await db.select({ createdAt: applied.createdAt }).from(applied).orderBy(asc(applied.id));
  return rows.map((row) => row.createdAt);
}

async function apply(db: Queries, migration: Migration): Promise<void> {
  for (const statement of migration.sql) await db.execute(sql.raw(statement));
  await db.insert(applied).values({ hash: migration.hash, createdAt: migration.folderMillis });
}

/**
 * Migrates the database to this program's version in one transaction. Throws `DatabaseNewer`, with nothing changed,
 * where the database has a migration that this program lacks.
 */
export function migrateDatabase(
  database: Database,
  onStart: (from: number, to: number) => void = () => {},
  folder: string = MIGRATIONS_FOLDER,
): Promise<MigrationResult> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const times = new Set(known.map((migration) => migration.folderMillis));
  return database.transaction(async (db) => {
    await takeTurn(db);
    const done = await readApplied(db);
    if (done.some((time) => !times.has(time))) throw new DatabaseNewer(done.length, known.length);
    const pending = known.filter((migration) => !done.includes(migration.folderMillis));
    if (pending.length > 0) onStart(done.length, known.length);
    for (const migration of pending) await apply(db, migration);
    return { from: done.length, to: known.length, applied: pending.length };
  });
}
