import { type Instant, instant } from '../core/local-date.js';
import { placeKey } from './key.js';
import type { Found, Reading, ZoneOption } from './reading.js';
import { clockGroup, offsetMinutes } from './runtime-zone.js';

/** Discord's and Slack's limits for a select allow no more than this, and nobody reads more. */
const MOST = 25;
const WEEK_MS = 7 * 86_400_000;
/** A place this many times smaller than another of its name is not offered beside it. */
const TOO_SMALL = 500;

/** Whether two zones show the same time in all of the year to come. */
function sameClock(a: string, b: string, now: Instant): boolean {
  if (clockGroup(a) === clockGroup(b)) return true;
  const weeks = Array.from({ length: 53 }, (_, week) => instant(now + week * WEEK_MS));
  const other = offsetMinutes(b, weeks);
  return offsetMinutes(a, weeks).every((minutes, week) => minutes === other[week]);
}

function sameCountryAndClock(a: ZoneOption, b: ZoneOption, now: Instant): boolean {
  return a.zone === b.zone || (a.country === b.country && sameClock(a.zone, b.zone, now));
}

/** The options with each clock of each country once. */
function distinct(options: readonly ZoneOption[], now: Instant): readonly ZoneOption[] {
  const kept: ZoneOption[] = [];
  for (const option of options) {
    if (!kept.some((known) => sameCountryAndClock(known, option, now))) kept.push(option);
  }
  return kept;
}

function lastPart(zone: string): string {
  return placeKey(zone.split('/').at(-1) ?? zone);
}

/** A name that another language or an airport has for a place says it less surely than its own. */
const SELDOM = 10;
/** In thousands. About a smaller place people are asked: there is a town called Hola, and one called Asia. */
const KNOWN_TOWN = 20;
const KNOWN_ELSEWHERE = 100;
const KNOWN_BY_LETTERS = 1_000;

/** How likely a reading is meant: the name of a clock most of all, then by people. */
function likely({ kind, own, people }: Reading): number {
  if (kind === 'clock') return Number.MAX_SAFE_INTEGER;
  return own ? people : people / SELDOM;
}

/**
 * How many times more people one thing must have than another that goes by the same name before nobody can have meant
 * the other: less for a country and for the city that the zone is named after, more where the larger is called so
 * somewhere else only. No number is enough between two codes: "IN" is India and Indiana.
 */
function margin(top: Reading, rival: Reading, key: string): number {
  if (key.length < 3 && rival.kind !== 'city') return Number.POSITIVE_INFINITY;
  if (!top.own && rival.own) return 200;
  if (top.kind === 'country' || top.options.some(({ zone }) => lastPart(zone) === key)) return 10;
  return 20;
}

/** Whether a place is well enough known by that name to be taken without a question. */
function isFamiliar({ kind, own, people, options }: Reading, key: string): boolean {
  if (kind !== 'city') return own;
  if (own) return people >= KNOWN_TOWN || options.some(({ zone }) => lastPart(zone) === key);
  return people >= (key.length < 4 ? KNOWN_BY_LETTERS : KNOWN_ELSEWHERE);
}

/** A place that a zone is named after, and that no list of cities has. */
function isNamesake({ kind, options: [first] }: Reading): boolean {
  return kind === 'city' && first?.city === null;
}

function isOffered(rival: Reading, top: Reading): boolean {
  if (top.kind === 'clock') return rival.own || rival.people > KNOWN_BY_LETTERS;
  return isNamesake(rival) || likely(rival) * TOO_SMALL > likely(top);
}

/** What the readings of a key come to. There is at least one, with at least one option each. */
export function decide(readings: readonly Reading[], key: string, now: Instant): Found {
  const [top, ...others] = readings.toSorted((a, b) => likely(b) - likely(a));
  const main = top?.options[0];
  if (top === undefined || main === undefined) return { kind: 'unknown', near: [] };
  const rivals = others.filter(({ options }) =>
    options.some((option) => !top.options.some((known) => sameCountryAndClock(known, option, now))),
  );
  const offered = rivals.filter((rival) => isOffered(rival, top));
  const meant = offered.filter((rival) => isNamesake(rival) || rival.people * margin(top, rival, key) > top.people);
  const one = top.options.every((option) => sameCountryAndClock(main, option, now));
  if (one && meant.length === 0) {
    return isFamiliar(top, key) ? { kind: 'sure', option: main } : { kind: 'unknown', near: [main] };
  }
  const options = distinct(
    [top, ...offered].flatMap((reading) => reading.options),
    now,
  );
  return { kind: 'several', options: options.slice(0, MOST) };
}
