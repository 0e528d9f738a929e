import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Load } from '../core/spread.js';
import { learners, progress } from './schema.js';

/** A later day is empty enough, whatever is planned for it. */
const DAYS_AHEAD = 400;

const loadSchema = z.record(z.string(), z.number()).nullable();

/** How many cards a learner's coming days hold, as JSON by date; null for one whose cards come to the day. */
export function loadOf(workspace: WorkspaceId, learner: LearnerId, at: Instant) {
  const today = sql`${new Date(at).toISOString()}::timestamptz::date`;
  return sql<unknown>`case when ${learners.spread} = 'balanced' then (
    select json_object_agg(days.due::text, days.cards) from (
      select ${progress.due} as due, count(*)::integer as cards from ${progress}
      where ${progress.workspaceId} = ${workspace} and ${progress.learnerId} = ${learner}
        and ${progress.due} between ${today} and ${today} + ${DAYS_AHEAD}::integer
      group by ${progress.due}
    ) as days
  ) end`.as('load');
}

export function loadFromJson(json: unknown): Load {
  const days = loadSchema.parse(typeof json === 'string' ? JSON.parse(json) : json) ?? {};
  return (date) => days[date] ?? 0;
}
