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

export type Migration = ReturnType<typeof readMigrationFiles>[number];

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

/** The migrations applied, by the time each was made; none where there is no database of ours yet. Changes nothing. */
export async function readVersion(db: Queries): Promise<readonly number[]> {
  const isThere = sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null`.as('is_there');
  const [row] = await db.select({ isThere }).from(sql`(values (1)) as one`);
  if (!row?.isThere) return [];
  const rows = await db.select({ createdAt: applied.createdAt }).from(applied).orderBy(asc(applied.id));
  return rows.map((each) => each.createdAt);
}

async function apply(db: Queries, migration: Migration): Promise<void> {
  for (const statement of migration.sql) await db.execute(sql.raw(statement));
  await db.insert(applied).values({ hash: migration.hash, createdAt: migration.folderMillis });
}

export function knownMigrations(folder: string = MIGRATIONS_FOLDER): readonly Migration[] {
  return readMigrationFiles({ migrationsFolder: folder });
}

/** Throws `DatabaseNewer` where the database has a migration that this program does not bring. */
export function refuseNewer(done: readonly number[], known: readonly Migration[]): void {
  const times = new Set(known.map((migration) => migration.folderMillis));
  if (done.some((time) => !times.has(time))) throw new DatabaseNewer(done.length, known.length);
}

/** Forgets, in the caller's transaction, that any migration was applied: for one who has dropped every table. */
export async function forgetMigrations(db: Queries): Promise<void> {
  await db.delete(applied);
}

/** Starts a change of the schema in the caller's transaction: nobody else changes it until the transaction ends. */
export async function beginMigrating(db: Queries): Promise<readonly number[]> {
  await takeTurn(db);
  return readApplied(db);
}

export async function applyMigrations(db: Queries, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) await apply(db, migration);
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
  const known = knownMigrations(folder);
  return database.transaction(async (db) => {
    const done = await beginMigrating(db);
    refuseNewer(done, known);
    const pending = known.filter((migration) => !done.includes(migration.folderMillis));
    if (pending.length > 0) onStart(done.length, known.length);
    await applyMigrations(db, pending);
    return { from: done.length, to: known.length, applied: pending.length };
  });
}
