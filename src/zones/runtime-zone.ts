import { getCountryCode, rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import type { Instant } from '../core/local-date.js';

/** Every IANA name, old ones too, with the name of the zone that stands for its country's clock. */
const GROUPS: ReadonlyMap<string, string> = new Map(
  rawTimeZones.flatMap((zone) => zone.group.map((name) => [name, zone.name] as const)),
);
const CURRENT: ReadonlySet<string> = new Set(timeZonesNames);

/** The zone that stands for all of its country with the same clock; the zone itself where nobody knows it. */
export function clockGroup(zone: string): string {
  return GROUPS.get(zone) ?? zone;
}

/** Every IANA name that is known, old ones too. */
export function everyZoneName(): Iterable<string> {
  return GROUPS.keys();
}

/** ISO 3166 code; `null` for a zone of no country, such as UTC. */
export function countryOfZone(zone: string): string | null {
  return getCountryCode(zone) ?? null;
}

const known = new Map<string, boolean>();

/** Whether this runtime takes an IANA name: it may be older than the list of zones. */
export function isKnownZone(zone: string): boolean {
  const told = known.get(zone);
  if (told !== undefined) return told;
  const takes = isTaken(zone);
  if (GROUPS.has(zone)) known.set(zone, takes);
  return takes;
}

function isTaken(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What this runtime calls a zone and all its older names; which of them it takes differs from version to version. */
export function runtimeName(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/**
 * The name that a zone has today: `Asia/Kolkata` for `Asia/Calcutta`. Names that this runtime does not know yet, or
 * that nobody knows, stay as they are.
 */
export function modernZone(zone: string): string {
  if (CURRENT.has(zone) || !isKnownZone(zone)) return zone;
  const same = runtimeName(zone);
  const names = rawTimeZones.find(({ group }) => group.includes(zone))?.group ?? [];
  const found = names.find((name) => CURRENT.has(name) && isKnownZone(name) && runtimeName(name) === same);
  return found ?? (isKnownZone(clockGroup(zone)) ? clockGroup(zone) : zone);
}

const MINUTE_MS = 60_000;

/** Minutes by which a zone is ahead of UTC at each of the moments. Keeps no formatter: there are hundreds of zones. */
export function offsetMinutes(zone: string, moments: readonly Instant[]): readonly number[] {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return moments.map((at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
    return shown / MINUTE_MS - Math.floor(at / MINUTE_MS);
  });
}
