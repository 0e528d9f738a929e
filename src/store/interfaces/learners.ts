import type { DailyPreference } from '../../core/daily.js';
import type { DayLimits } from '../../core/day.js';
import type { LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import type { QuestionKind } from '../../core/question-kind.js';
import type { SchedulerName, Scheduling } from '../../core/scheduling.js';

/** Where the time zone comes from: UTC by default, the chat platform, or the person. */
export type TimeZoneFrom = 'assumed' | 'platform' | 'person';

export type Learner = {
  readonly workspaceId: WorkspaceId;
  readonly id: LearnerId;
  readonly name: string;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly timeZoneFrom: TimeZoneFrom;
  readonly daily: DailyPreference;
  readonly limits: DayLimits;
  /** How they like to be asked. */
  readonly questionKind: QuestionKind;
  readonly scheduling: Scheduling;
  /** Where messages to them go: a chat destination as JSON, which the sender parses. */
  readonly destination: unknown;
  /** When the platform last said that they manage their place; `null` where it never did. Up to a day early. */
  readonly managedAt: Instant | null;
};

export type LearnerPatch = Partial<
  Pick<
    Learner,
    'name' | 'language' | 'timeZone' | 'timeZoneFrom' | 'daily' | 'questionKind' | 'destination' | 'managedAt'
  > & {
    /** Limits are set one by one, since two devices may change different ones at once. */
    readonly limits: Partial<DayLimits>;
  }
>;

export interface Learners {
  /**
   * Creates a new learner with these values, and with the workspace's scheduler unless it is their own choice; returns an
   * existing one unchanged.
   */
  ensure(learner: Learner, at: Instant): Promise<Learner>;
  get(workspace: WorkspaceId, learner: LearnerId): Promise<Learner | null>;
  /** Those of these people who are known, by name. */
  named(workspace: WorkspaceId, learners: readonly LearnerId[]): Promise<readonly Learner[]>;
  /** By name. */
  list(workspace: WorkspaceId, limit: number): Promise<readonly Learner[]>;
  /** Returns the learner as changed, or `null` where there is none. */
  update(workspace: WorkspaceId, learner: LearnerId, patch: LearnerPatch): Promise<Learner | null>;
  /**
   * Learners of all workspaces whose daily message is on, whose wall clock (calendar date and time in their own time
   * zone) has reached their date and time, and who have no delivery yet for that calendar date. Oldest learner first.
   */
  awaitingDaily(at: Instant, limit: number): Promise<readonly Learner[]>;
  /**
   * Learners of all workspaces who follow their workspace's scheduler and still have another, with the one that they are to
   * have. Oldest learner first.
   */
  behindWorkspace(limit: number): Promise<readonly { readonly learner: Learner; readonly scheduler: SchedulerName }[]>;
  /** The workspaces of a platform in which this person is a learner, the most recently visited first. */
  homesOf(platform: string, learner: LearnerId): Promise<readonly WorkspaceId[]>;
}
