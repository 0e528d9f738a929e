import { dailyAt } from '../../core/daily.js';
import { DEFAULT_LIMITS } from '../../core/day.js';
import { learnerId, workspaceId } from '../../core/ids.js';
import { preferredLanguage } from '../../core/language.js';
import { type Instant, isTimeZone, wallClock } from '../../core/local-date.js';
import { DEFAULT_SCHEDULING } from '../../core/scheduling.js';
import type { Learner, LearnerPatch } from '../../store/interfaces/learners.js';

export type { Learner };

import type { TutorContext } from '../context.js';

/** A person as a chat platform describes them. */
export type Introduction = {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  /** BCP 47 tags in order of preference. */
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly destination: unknown;
  /** Whether the platform lets them manage the place; in a direct message it may not know. */
  readonly manages?: boolean;
};

const DAY_MS = 86_400_000;

/** The platform's zone, or UTC until one is known. */
function zoneOf({ timeZone }: Introduction): Pick<Learner, 'timeZone' | 'timeZoneFrom'> {
  return timeZone !== null && isTimeZone(timeZone)
    ? { timeZone, timeZoneFrom: 'platform' }
    : { timeZone: 'UTC', timeZoneFrom: 'assumed' };
}

/** The changes for a new time zone; the daily message does not come at once because of it. */
export function withTimeZone(
  learner: Learner,
  timeZone: string,
  now: Instant,
): Pick<LearnerPatch, 'timeZone' | 'daily'> {
  const { daily } = learner;
  return { timeZone, ...(daily.kind === 'on' ? { daily: dailyAt(daily, wallClock(now, timeZone)) } : {}) };
}

/** What is new about the person since the learner was stored, or `null`. */
function changesOf(learner: Learner, person: Introduction, now: Instant): LearnerPatch | null {
  const zone = zoneOf(person);
  const name = learner.name === person.name ? {} : { name: person.name };
  const found =
    learner.timeZoneFrom === 'assumed' && zone.timeZoneFrom === 'platform'
      ? { ...zone, ...withTimeZone(learner, zone.timeZone, now) }
      : {};
  const managedAt = isNewsOfManaging(learner, person, now) ? { managedAt: now } : {};
  const patch = { ...name, ...found, ...managedAt };
  return Object.keys(patch).length === 0 ? null : patch;
}

/** Once a day is enough, so that a manager's every word is no write. */
function isNewsOfManaging({ managedAt }: Learner, { manages }: Introduction, now: Instant): boolean {
  return manages === true && (managedAt === null || now - managedAt >= DAY_MS);
}

/**
 * The learner for a person: created at the first contact with the platform's language and time zone. Later only the
 * name follows the platform, and the zone while it is an assumed one; language and time zone stay as the learner has
 * them.
 */
export async function meetLearner(context: TutorContext, person: Introduction): Promise<Learner> {
  const { store, now } = context;
  const workspace = workspaceId(person.workspaceId);
  const learner = await store.learners.ensure(
    {
      workspaceId: workspace,
      id: learnerId(person.id),
      name: person.name,
      language: preferredLanguage(person.languages),
      ...zoneOf(person),
      daily: { kind: 'off' },
      limits: DEFAULT_LIMITS,
      questionKind: 'mixed',
      scheduling: DEFAULT_SCHEDULING,
      destination: person.destination,
      managedAt: person.manages === true ? now : null,
    },
    now,
  );
  const patch = changesOf(learner, person, now);
  if (patch === null) return learner;
  return (await store.learners.update(workspace, learner.id, patch)) ?? learner;
}
