import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reviews } from './schema.js';

const undoing = alias(reviews, 'undoing');

/** Whether a row of the log was not taken back. */
export function isStanding() {
  return sql`not exists (select 1 from ${reviews} as ${sql.identifier('undoing')}
    where ${undoing.workspaceId} = ${reviews.workspaceId} and ${undoing.learnerId} = ${reviews.learnerId}
      and ${undoing.takesBack} = ${reviews.number})`;
}
