import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CardId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { QuestionKind } from '../../core/question-kind.js';
import { DEFAULT_SCHEDULING, type Scheduling } from '../../core/scheduling.js';
import type { DeliveryOutcome } from '../interfaces/deliveries.js';
import type { TimeZoneFrom } from '../interfaces/learners.js';
import { easyDaysColumn, instantColumn, localDateColumn } from './columns.js';
import { cards } from './decks.js';
import { workspaces } from './workspaces.js';

/**
 * `daily_hour` and `daily_minute` are the time of the daily message on the learner's wall clock, the hour null for
 * none; `daily_from` is the first of their dates that has one, null for any. `reviews_per_day` and `per_session` are
 * null where there is no limit. What decides when cards come back is from `scheduler` to `overdue_credit`; `plan_version`
 * counts its changes, after each of which the learner's progress is what the log amounts to by the new settings.
 */
export const learners = pgTable(
  'learners',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    name: text('name').notNull(),
    language: text('language').$type<Language>().notNull(),
    timeZone: text('time_zone').notNull(),
    timeZoneFrom: text('time_zone_from').$type<TimeZoneFrom>().notNull().default('assumed'),
    dailyHour: integer('daily_hour'),
    dailyMinute: integer('daily_minute').notNull().default(0),
    dailyFrom: localDateColumn('daily_from'),
    newPerDay: integer('new_per_day').notNull().default(10),
    reviewsPerDay: integer('reviews_per_day'),
    perSession: integer('per_session').default(20),
    questionKind: text('question_kind').$type<QuestionKind>().notNull().default('mixed'),
    scheduler: text('scheduler').$type<Scheduling['scheduler']>().notNull().default(DEFAULT_SCHEDULING.scheduler),
    schedulerChosenBy: text('scheduler_chosen_by')
      .$type<Scheduling['chosenBy']>()
      .notNull()
      .default(DEFAULT_SCHEDULING.chosenBy),
    retentionPercent: integer('retention_percent').notNull().default(DEFAULT_SCHEDULING.retentionPercent),
    spread: text('spread').$type<Scheduling['spread']>().notNull().default(DEFAULT_SCHEDULING.spread),
    easyDays: easyDaysColumn('easy_days').notNull().default(sql`'nnnnnnn'`),
    maxIntervalDays: integer('max_interval_days').notNull().default(DEFAULT_SCHEDULING.maxIntervalDays),
    overdueCredit: boolean('overdue_credit').notNull().default(DEFAULT_SCHEDULING.overdueCredit),
    planVersion: integer('plan_version').notNull().default(0),
    destination: json('destination'),
    /** When the platform last said that they manage their place; null where it never did. A day's precision. */
    managedAt: instantColumn('managed_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId] }),
    index('learners_daily_idx').on(table.timeZone, table.dailyHour).where(sql`${table.dailyHour} is not null`),
    index('learners_homes_idx').on(table.learnerId, table.createdAt),
    check('learners_time_zone_from_check', sql`${table.timeZoneFrom} in ('assumed', 'platform', 'person')`),
    check('learners_daily_hour_check', sql`${table.dailyHour} between 0 and 23`),
    check('learners_daily_minute_check', sql`${table.dailyMinute} between 0 and 59`),
    check('learners_new_per_day_check', sql`${table.newPerDay} between 0 and 1000`),
    check('learners_reviews_per_day_check', sql`${table.reviewsPerDay} between 1 and 10000`),
    check('learners_question_kind_check', sql`${table.questionKind} in ('mixed', 'reveal', 'typed', 'choice')`),
    check('learners_per_session_check', sql`${table.perSession} between 1 and 200`),
    check('learners_scheduler_check', sql`${table.scheduler} in ('sm2', 'fsrs')`),
    check('learners_scheduler_chosen_by_check', sql`${table.schedulerChosenBy} in ('workspace', 'person')`),
    check('learners_retention_percent_check', sql`${table.retentionPercent} between 80 and 95`),
    check('learners_spread_check', sql`${table.spread} in ('exact', 'balanced')`),
    check('learners_easy_days_check', sql`${table.easyDays} ~ '^[nf-]{7}$'`),
    check('learners_max_interval_days_check', sql`${table.maxIntervalDays} between 1 and 36500`),
  ],
);

/** Cards that a learner asked for by name. Rows stay after the first review, when they no longer matter. */
export const picks = pgTable(
  'picks',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    pickedAt: instantColumn('picked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId, table.cardId] }),
    foreignKey({
      name: 'picks_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    foreignKey({
      name: 'picks_card_fk',
      columns: [table.workspaceId, table.cardId],
      foreignColumns: [cards.workspaceId, cards.cardId],
    }),
  ],
);

/**
 * Cards that a learner is not asked: until a date, or until they resume them where `until` is null. Rows that are over
 * go with the learner's next hold.
 */
export const holds = pgTable(
  'holds',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    until: localDateColumn('until'),
    heldAt: instantColumn('held_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId, table.cardId] }),
    foreignKey({
      name: 'holds_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    foreignKey({
      name: 'holds_card_fk',
      columns: [table.workspaceId, table.cardId],
      foreignColumns: [cards.workspaceId, cards.cardId],
    }),
  ],
);

/**
 * One daily message to one person on one of their dates; the primary key ensures that. `session_id` is no foreign
 * key: the session is opened after the claim.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    on: localDateColumn('local_date').notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    claims: integer('claims').notNull(),
    claimedAt: instantColumn('claimed_at').notNull(),
    leaseUntil: instantColumn('lease_until').notNull(),
    outcome: text('outcome').$type<DeliveryOutcome>(),
    finishedAt: instantColumn('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId, table.on] }),
    foreignKey({
      name: 'deliveries_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    index('deliveries_open_idx').on(table.leaseUntil).where(sql`${table.outcome} is null`),
    check('deliveries_outcome_check', sql`${table.outcome} in ('sent', 'nothing-due', 'gone', 'forbidden')`),
    check('deliveries_finished_check', sql`(${table.outcome} is null) = (${table.finishedAt} is null)`),
  ],
);
