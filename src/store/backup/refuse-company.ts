import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { BackupError } from './errors.js';

/** A connection that was closed a moment ago may still be listed. */
const LOOKS = 8;
const LOOK_EVERY_MS = 400;

async function hasCompany({ run }: Database): Promise<boolean> {
  const others = await run((db) =>
    db
      .select({ pid: sql<number>`pid`.as('pid') })
      .from(sql`pg_stat_activity`)
      .where(sql`datname = current_database() and application_name = 'repaso' and pid <> pg_backend_pid()`)
      .limit(1),
  );
  return others.length > 0;
}

/**
 * Throws where another Repaso works on the same server database: what it holds in memory would be of one that is gone.
 */
export async function refuseCompany(database: Database): Promise<void> {
  for (let look = 1; await hasCompany(database); look += 1) {
    if (look === LOOKS) throw new BackupError('in-use');
    await pause(LOOK_EVERY_MS);
  }
}
