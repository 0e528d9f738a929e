import { type Instant, instant } from '../core/local-date.js';
import { placeKey } from './key.js';
import { clockGroup, offsetMinutes } from './runtime-zone.js';
import type { ZoneMatch, ZoneOption, ZoneSearch } from './zone-match.js';

/** The limit of Discord's and Slack's selects. */
const MAX_OPTIONS = 25;
const WEEK_MS = 7 * 86_400_000;
/** A place this many times smaller than another of the same name is not offered. */
const TOO_SMALL = 500;

/** Whether two zones have the same time throughout the coming year. */
function sameClock(a: string, b: string, now: Instant): boolean {
  if (clockGroup(a) === clockGroup(b)) return true;
  const weeks = Array.from({ length: 53 }, (_, week) => instant(now + week * WEEK_MS));
  const other = offsetMinutes(b, weeks);
  return offsetMinutes(a, weeks).every((minutes, week) => minutes === other[week]);
}

function sameCountryAndClock(a: ZoneOption, b: ZoneOption, now: Instant): boolean {
  return a.zone === b.zone || (a.country === b.country && sameClock(a.zone, b.zone, now));
}

/** The options without repeated clocks of one country. */
function mergeSameClocks(options: readonly ZoneOption[], now: Instant): readonly ZoneOption[] {
  const merged: ZoneOption[] = [];
  for (const option of options) {
    if (!merged.some((known) => sameCountryAndClock(known, option, now))) merged.push(option);
  }
  return merged;
}

function lastPart(zone: string): string {
  return placeKey(zone.split('/').at(-1) ?? zone);
}

/** How much less likely a name from another language or an airport is than a place's own name. */
const SELDOM = 10;
/** Populations in thousands; a smaller place is not assumed without asking: there are towns called Hola and Asia. */
const KNOWN_TOWN = 20;
const KNOWN_ELSEWHERE = 100;
const KNOWN_BY_LETTERS = 1_000;

/** How likely a match is what somebody means: a clock's name first, then by population. */
function scoreOf({ kind, own, people }: ZoneMatch): number {
  if (kind === 'clock') return Number.MAX_SAFE_INTEGER;
  return own ? people : people / SELDOM;
}

/**
 * How many times more people one place must have than another of the same name for the other to be ruled out: fewer for a
 * country and for the city that the zone is named after, more where the larger one has the name only elsewhere. Between
 * two codes nothing is ruled out: "IN" is India and Indiana.
 */
function margin(top: ZoneMatch, rival: ZoneMatch, key: string): number {
  if (key.length < 3 && rival.kind !== 'city') return Number.POSITIVE_INFINITY;
  if (!top.own && rival.own) return 200;
  if (top.kind === 'country' || top.options.some(({ zone }) => lastPart(zone) === key)) return 10;
  return 20;
}

/** Whether a place is known well enough by that name to be chosen without asking. */
function isFamiliar({ kind, own, people, options }: ZoneMatch, key: string): boolean {
  if (kind !== 'city') return own;
  if (own) return people >= KNOWN_TOWN || options.some(({ zone }) => lastPart(zone) === key);
  return people >= (key.length < 4 ? KNOWN_BY_LETTERS : KNOWN_ELSEWHERE);
}

/** Whether it is a place that a zone is named after and that no list of cities has. */
function isNamesake({ kind, options: [first] }: ZoneMatch): boolean {
  return kind === 'city' && first?.city === null;
}

function isOffered(rival: ZoneMatch, top: ZoneMatch): boolean {
  if (top.kind === 'clock') return rival.own || rival.people > KNOWN_BY_LETTERS;
  return isNamesake(rival) || scoreOf(rival) * TOO_SMALL > scoreOf(top);
}

/** Chooses among the matches of a key, of which there is at least one, with at least one option each. */
export function chooseZone(matches: readonly ZoneMatch[], key: string, now: Instant): ZoneSearch {
  const [top, ...others] = matches.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const main = top?.options[0];
  if (top === undefined || main === undefined) return { kind: 'unknown', near: [] };
  const rivals = others.filter(({ options }) =>
    options.some((option) => !top.options.some((known) => sameCountryAndClock(known, option, now))),
  );
  const offered = rivals.filter((rival) => isOffered(rival, top));
  const unclear = offered.filter((rival) => isNamesake(rival) || rival.people * margin(top, rival, key) > top.people);
  const one = top.options.every((option) => sameCountryAndClock(main, option, now));
  if (one && unclear.length === 0) {
    return isFamiliar(top, key) ? { kind: 'sure', option: main } : { kind: 'unknown', near: [main] };
  }
  const options = mergeSameClocks(
    [top, ...offered].flatMap((match) => match.options),
    now,
  );
  return { kind: 'several', options: options.slice(0, MAX_OPTIONS) };
}
