import { getCountryCode, rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import type { Instant } from '../core/local-date.js';

/** Every IANA name, old ones too, with the name of the zone that represents its country's clock. */
const GROUPS: ReadonlyMap<string, string> = new Map(
  rawTimeZones.flatMap((zone) => zone.group.map((name) => [name, zone.name] as const)),
);
const CURRENT: ReadonlySet<string> = new Set(timeZonesNames);

/** The zone that represents all zones of its country with the same clock; an unknown zone represents itself. */
export function clockGroup(zone: string): string {
  return GROUPS.get(zone) ?? zone;
}

/** Every known IANA name, old ones too. */
export function everyZoneName(): Iterable<string> {
  return GROUPS.keys();
}

/** ISO 3166 code; `null` for a zone of no country, such as UTC. */
export function countryOfZone(zone: string): string | null {
  return getCountryCode(zone) ?? null;
}

const known = new Map<string, boolean>();

/** Whether this runtime, which may be older than the list of zones, accepts an IANA name. */
export function isKnownZone(zone: string): boolean {
  const cached = known.get(zone);
  if (cached !== undefined) return cached;
  const takes = isAcceptedByRuntime(zone);
  if (GROUPS.has(zone)) known.set(zone, takes);
  return takes;
}

function isAcceptedByRuntime(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The runtime's canonical name of a zone, which differs between versions. */
export function runtimeName(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/**
 * The current name of a zone: `Asia/Kolkata` for `Asia/Calcutta`. Names that are unknown, or unknown to this runtime, stay
 * as they are.
 */
export function modernZone(zone: string): string {
  if (CURRENT.has(zone) || !isKnownZone(zone)) return zone;
  const same = runtimeName(zone);
  const names = rawTimeZones.find(({ group }) => group.includes(zone))?.group ?? [];
  const found = names.find((name) => CURRENT.has(name) && isKnownZone(name) && runtimeName(name) === same);
  return found ?? (isKnownZone(clockGroup(zone)) ? clockGroup(zone) : zone);
}

const MINUTE_MS = 60_000;

/** Minutes by which a zone is ahead of UTC at each moment. Formatters are not cached, since there are hundreds of zones. */
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
