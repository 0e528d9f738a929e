import { dailyAt, nextDaily, type TimeOfDay } from '../../core/daily.js';
import { isLanguage, type Language } from '../../core/language.js';
import { type LocalDate, wallClock } from '../../core/local-date.js';
import type { QuestionKind } from '../../core/question-kind.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { ZoneOption } from '../../zones/zone-match.js';
import { optionNames, zoneName } from '../../zones/zone-name.js';
import type { TutorContext } from '../context.js';
import { withTimeZone } from './meet-learner.js';

async function save(
  context: TutorContext,
  learner: Learner,
  patch: Parameters<TutorContext['store']['learners']['update']>[2],
): Promise<Learner> {
  return (await context.store.learners.update(learner.workspaceId, learner.id, patch)) ?? learner;
}

/** Returns the changed learner; the same one for a language that Repaso does not speak. */
export async function changeLanguage(context: TutorContext, learner: Learner, language: string): Promise<Learner> {
  return isLanguage(language) ? save(context, learner, { language }) : learner;
}

export async function changeQuestionKind(
  context: TutorContext,
  learner: Learner,
  questionKind: QuestionKind,
): Promise<Learner> {
  return learner.questionKind === questionKind ? learner : save(context, learner, { questionKind });
}

/** The name of a zone for people: "Madrid, Spain". */
export function nameZone(zone: string, language: Language): string {
  return zoneName(zone, language);
}

/** A zone that the learner may mean, with its name in their language. */
export type OfferedZone = { readonly zone: string; readonly name: string };

export type TimeZoneChange =
  | { readonly kind: 'changed'; readonly learner: Learner }
  /** The zone is set already. */
  | { readonly kind: 'same'; readonly learner: Learner }
  /** Nothing was changed: several zones match, the likeliest first. */
  | { readonly kind: 'several'; readonly typed: string; readonly zones: readonly OfferedZone[] }
  /** Nothing was changed: no zone matches; `zones` have similar names. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly zones: readonly OfferedZone[] };

function offer(options: readonly ZoneOption[], learner: Learner): readonly OfferedZone[] {
  const names = optionNames(options, learner.language);
  return options.map(({ zone }, at) => ({ zone, name: names[at] ?? zone }));
}

/**
 * Sets the time zone from what people call their place or clock: a country, a city, "EST", "UTC-3", an IANA name.
 * Saves only a zone that is the only one meant.
 */
export async function changeTimeZone(context: TutorContext, learner: Learner, typed: string): Promise<TimeZoneChange> {
  // The lists of zones are loaded when the first person sets one.
  const { findZones, modernZone } = await import('../../zones/find-zones.js');
  const found = await findZones(typed, context.now);
  if (found.kind === 'several') return { kind: 'several', typed, zones: offer(found.options, learner) };
  if (found.kind === 'unknown') return { kind: 'unknown', typed, zones: offer(found.near, learner) };
  const { zone } = found.option;
  if (modernZone(learner.timeZone) === zone) {
    return { kind: 'same', learner: await confirmTimeZone(context, learner) };
  }
  const moved = { ...withTimeZone(learner, zone, context.now), timeZoneFrom: 'person' } as const;
  return { kind: 'changed', learner: await save(context, learner, moved) };
}

/** The person confirms the assumed time zone. */
export async function confirmTimeZone(context: TutorContext, learner: Learner): Promise<Learner> {
  return learner.timeZoneFrom === 'person' ? learner : save(context, learner, { timeZoneFrom: 'person' });
}

/** A learner's choice for the daily message. */
export type DailyWish = { readonly kind: 'off' } | ({ readonly kind: 'on' } & TimeOfDay);

/** Turns the daily message on or off. One that is on at that time stays as it is. */
export async function changeDaily(
  context: TutorContext,
  learner: Learner,
  wish: DailyWish,
  destination: unknown,
): Promise<Learner> {
  if (wish.kind === 'off') return save(context, learner, { daily: wish });
  const { daily } = learner;
  const known = daily.kind === 'on' && daily.hour === wish.hour && daily.minute === wish.minute;
  const wanted = known ? daily : dailyAt(wish, wallClock(context.now, learner.timeZone));
  return save(context, learner, { daily: wanted, destination });
}

/** The date of a learner's next message, and whether it is their first. */
export type NextDaily = { readonly on: LocalDate; readonly first: boolean };

/** When the next message is due; `null` where the learner wants none. */
export async function readNextDaily(context: TutorContext, learner: Learner): Promise<NextDaily | null> {
  if (learner.daily.kind === 'off') return null;
  const lastOn = await context.store.deliveries.lastDate(learner.workspaceId, learner.id);
  const on = nextDaily(learner.daily, wallClock(context.now, learner.timeZone), lastOn);
  return on === null ? null : { on, first: lastOn === null };
}
