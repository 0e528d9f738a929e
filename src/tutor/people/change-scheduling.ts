import type { SchedulerName, Scheduling } from '../../core/scheduling.js';
import { DAY_EASES, type DayEase, type EasyDays } from '../../core/spread.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** One change of when a person's cards come back. */
export type SchedulingChange =
  /** `workspace` follows everybody's scheduler. */
  | { readonly kind: 'scheduler'; readonly scheduler: SchedulerName | 'workspace' }
  | ({ readonly kind: 'value' } & Partial<
      Pick<Scheduling, 'retentionPercent' | 'spread' | 'maxIntervalDays' | 'overdueCredit'>
    >)
  /** A day of the week, from 0 for Monday, gets the next of its states. */
  | { readonly kind: 'easy-day'; readonly day: number };

function nextEase(ease: DayEase): DayEase {
  return DAY_EASES[(DAY_EASES.indexOf(ease) + 1) % DAY_EASES.length] ?? 'normal';
}

function withNextEase(days: EasyDays, day: number): EasyDays {
  const [a, b, c, d, e, f, g] = days.map((ease, index) => (index === day ? nextEase(ease) : ease));
  const of = (ease: DayEase | undefined): DayEase => ease ?? 'normal';
  return [of(a), of(b), of(c), of(d), of(e), of(f), of(g)];
}

async function patchOf(
  { store }: TutorContext,
  { workspaceId, scheduling }: Learner,
  change: SchedulingChange,
): Promise<Partial<Scheduling>> {
  if (change.kind === 'value') {
    const { kind: _, ...values } = change;
    return values;
  }
  // Easy days say where balanced cards go, so whoever sets one has them balanced.
  if (change.kind === 'easy-day') {
    return { easyDays: withNextEase(scheduling.easyDays, change.day), spread: 'balanced' };
  }
  if (change.scheduler !== 'workspace') return { scheduler: change.scheduler, chosenBy: 'person' };
  return { scheduler: await store.workspaces.scheduler(workspaceId), chosenBy: 'workspace' };
}

/** Changes when a person's cards come back: all of them are planned anew from what they answered. Nothing is lost. */
export async function changeScheduling(
  context: TutorContext,
  learner: Learner,
  change: SchedulingChange,
): Promise<Learner> {
  const patch = await patchOf(context, learner, change);
  return (await context.store.reviews.reschedule(learner.workspaceId, learner.id, patch)) ?? learner;
}

export function workspaceScheduler({ store }: TutorContext, { workspaceId }: Learner): Promise<SchedulerName> {
  return store.workspaces.scheduler(workspaceId);
}

/**
 * Sets the scheduler of everybody in a workspace who has not chosen one. The manager moves at once; the others are moved
 * by the clock, one after the other (`moveBehind`), so that a large workspace waits for nobody.
 */
export async function changeWorkspaceScheduler(
  context: TutorContext,
  manager: Learner,
  scheduler: SchedulerName,
): Promise<Learner> {
  await context.store.workspaces.setScheduler(manager.workspaceId, scheduler);
  if (manager.scheduling.chosenBy === 'person') return manager;
  return changeScheduling(context, manager, { kind: 'scheduler', scheduler: 'workspace' });
}

/** Moves some of those who follow their workspace to its scheduler; returns how many. */
export async function moveBehind({ store }: TutorContext, most: number): Promise<number> {
  const behind = await store.learners.behindWorkspace(most);
  for (const { learner, scheduler } of behind) {
    await store.reviews.reschedule(learner.workspaceId, learner.id, { scheduler });
  }
  return behind.length;
}
