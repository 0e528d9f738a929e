import { sql } from 'drizzle-orm';
import { type Instant, instant } from '../../core/local-date.js';
import type { Connection, OpenOptions } from './open.js';
import { openEmbedded } from './open-embedded.js';
import { openServer } from './open-server.js';

/** The state of a database, read without changing it. */
type Inspection = {
  readonly kind: Connection['kind'];
  /** Migrations applied, 0 where there are none. */
  readonly version: number;
  /** The database's own clock. */
  readonly now: Instant;
};

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
      const [row] = await db.select({ now, migrated }).from(sql`(values (1)) as one`);
      const count = sql<number>`count(*)`.mapWith(Number).as('count');
      const applied = row?.migrated ? await db.select({ count }).from(sql`drizzle.__drizzle_migrations`) : [];
      return { kind, version: applied[0]?.count ?? 0, now: instant(Number(row?.now)) };
    });
  } finally {
    await close();
  }
}
