import { desc, sql } from 'drizzle-orm';
import { type Instant, instant } from '../../core/local-date.js';
import type { Queries } from '../database.js';
import { TABLE_NAMES } from '../schema.js';
import type { Connection, OpenOptions } from './open.js';
import { openEmbedded } from './open-embedded.js';
import { openServer } from './open-server.js';

/** The state of a database, read without changing it. */
export type Inspection = {
  readonly kind: Connection['kind'];
  /** Migrations applied, 0 where there are none. */
  readonly version: number;
  /** The database's own clock. */
  readonly now: Instant;
  /** What all of it takes on the disk. */
  readonly bytes: number;
  /** The largest tables with their indexes, largest first. */
  readonly largest: readonly TableSize[];
};

export type TableSize = { readonly name: string; readonly bytes: number };

const LARGEST = 3;

async function sizesOf(db: Queries): Promise<readonly TableSize[]> {
  const bytes = sql<number>`pg_total_relation_size(c.oid)`.mapWith(Number).as('bytes');
  return db
    .select({ name: sql<string>`c.relname::text`.as('name'), bytes })
    .from(sql`pg_class c`)
    .where(
      sql`c.oid in (${sql.join(
        TABLE_NAMES.map((name) => sql`to_regclass(${name}::text)`),
        sql`, `,
      )})`,
    )
    .orderBy(desc(sql`bytes`))
    .limit(LARGEST);
}

/**
 * Reads the database's state without migrating it; opening an embedded one that does not exist creates it. Throws
 * what `openStore` throws.
 */
export async function inspectDatabase({ databaseUrl, dataDir, onStep = () => {} }: OpenOptions): Promise<Inspection> {
  const { kind, database, close } =
    databaseUrl === null ? await openEmbedded(dataDir, onStep) : await openServer(databaseUrl, onStep);
  try {
    return await database.run(async (db) => {
      const now = sql<string>`extract(epoch from clock_timestamp()) * 1000`.mapWith(Number).as('now');
      const migrated = sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null`.as('migrated');
      const bytes = sql<number>`pg_database_size(current_database())`.mapWith(Number).as('bytes');
      const [row] = await db.select({ now, migrated, bytes }).from(sql`(values (1)) as one`);
      const count = sql<number>`count(*)`.mapWith(Number).as('count');
      const applied = row?.migrated ? await db.select({ count }).from(sql`drizzle.__drizzle_migrations`) : [];
      return {
        kind,
        version: applied[0]?.count ?? 0,
        now: instant(Number(row?.now)),
        bytes: row?.bytes ?? 0,
        largest: await sizesOf(db),
      };
    });
  } finally {
    await close();
  }
}
