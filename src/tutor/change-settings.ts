import type { DailyPreference } from '../core/daily.js';
import { isLanguage } from '../core/language.js';
import { isTimeZone } from '../core/local-date.js';
import { fold } from '../core/text.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

async function save(
  context: TutorContext,
  learner: Learner,
  patch: Parameters<TutorContext['store']['learners']['update']>[2],
): Promise<Learner> {
  return (await context.store.learners.update(learner.workspaceId, learner.id, patch)) ?? learner;
}

/** The learner as changed; unchanged for a language that Repaso does not speak. */
export async function changeLanguage(context: TutorContext, learner: Learner, language: string): Promise<Learner> {
  return isLanguage(language) ? save(context, learner, { language }) : learner;
}

export type TimeZoneChange =
  | { readonly kind: 'changed'; readonly learner: Learner }
  /** Nothing was changed: none of the zones, or several, go by that name. */
  | { readonly kind: 'unclear'; readonly typed: string; readonly zones: readonly string[] };

/** Discord's and our own limit for a select. */
const MAX_ZONES = 25;

/** Takes an IANA name, or a part of one such as a city ("madrid" → `Europe/Madrid`). */
export async function changeTimeZone(context: TutorContext, learner: Learner, typed: string): Promise<TimeZoneChange> {
  const zones = matchingZones(typed);
  const [only] = zones;
  if (only === undefined || zones.length > 1) return { kind: 'unclear', typed, zones: zones.slice(0, MAX_ZONES) };
  return { kind: 'changed', learner: await save(context, learner, { timeZone: only, timeZoneFrom: 'person' }) };
}

function matchingZones(typed: string): readonly string[] {
  const wanted = fold(typed).trim().replace(/\s+/g, '_');
  if (wanted === '') return [];
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const exact = zones.find((zone) => fold(zone) === wanted);
  if (exact !== undefined) return [exact];
  const city = zones.filter((zone) => fold(zone).split('/').at(-1) === wanted);
  if (city.length > 0) return city;
  const part = zones.filter((zone) => fold(zone).includes(wanted));
  // Older names and abbreviations ("US/Eastern") are valid although the list leaves them out.
  return part.length === 0 && isTimeZone(typed.trim()) ? [typed.trim()] : part;
}

/** Turns the daily message on or off. */
export async function changeDaily(
  context: TutorContext,
  learner: Learner,
  daily: DailyPreference,
  destination: unknown,
): Promise<Learner> {
  return save(context, learner, daily.kind === 'on' ? { daily, destination } : { daily });
}
