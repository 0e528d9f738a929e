import { sql } from 'drizzle-orm';

/**
 * Part of a statement whose transaction then does not wait for the disk: a server that crashes at once may forget it. What
 * is committed after it and does wait is on the disk only when this is.
 */
export const WITHOUT_WAITING = sql<string>`set_config('synchronous_commit', 'off', true)`;
