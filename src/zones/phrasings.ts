import { pattern } from '../core/word-pattern.js';
import { placeKey } from './key.js';

/** A place, and what it must lie in: "Springfield" in "illinois" and "usa". */
export type Phrasing = { readonly head: string; readonly within: readonly string[] };

/** What people put before a place when they say where they are, or whose time they mean. */
const LIVING = [
  ...['i live', 'i am', 'im', 'living', 'based', 'vivo', 'estoy', 'resido', 'soy', 'my', 'mi'],
  ...['hora', 'horario', 'zona horaria', 'huso horario', 'zona', 'time', 'timezone', 'tz', 'zone'],
];
const BEFORE = pattern('')`^(?:${LIVING}(?: local)? )?(?:(?:in|at|of|from|for|de|del|en) )?(?:(?:the|la|el) )?`;
const AFTER = / (?:local time|time zone|timezone|time|tz|zone)$/;

/** The place in "hora de Madrid", "Madrid time", "I live in Madrid". */
function bare(key: string): string {
  return key.replace(AFTER, '').replace(BEFORE(), '').trim();
}

function parted(text: string): readonly Phrasing[] {
  const parts = text
    .split(/[,;()[\]/|\n]|\s[-–—·]\s/)
    .map(placeKey)
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const [first = '', ...rest] = parts.map(bare);
  // "Madrid, Spain", and "Spain, Madrid".
  return [
    { head: first, within: rest },
    { head: rest.at(-1) ?? '', within: [first, ...rest.slice(0, -1)] },
  ];
}

/** Nobody names a place in more words; each of them costs a search. */
const WORDS = 6;

/** "Paris Texas", "Springfield Illinois USA": a place, and the state and country behind it. */
function spaced(key: string): readonly Phrasing[] {
  const words = key.split(' ');
  if (words.length > WORDS) return [];
  const joined = (from: number, to?: number) => words.slice(from, to).join(' ');
  const cuts = words.slice(1).map((_, at) => at + 1);
  const once = cuts.map((cut) => ({ head: joined(0, cut), within: [joined(cut)] }));
  const twice = cuts.flatMap((cut) =>
    cuts
      .filter((next) => next > cut)
      .map((next) => ({ head: joined(0, cut), within: [joined(cut, next), joined(next)] })),
  );
  return [...once.toReversed(), ...twice.toReversed()];
}

/** The ways to read what somebody typed, the plainest first. */
export function phrasings(text: string): readonly Phrasing[] {
  const key = placeKey(text);
  const place = bare(key);
  const ways = [
    { head: key, within: [] },
    { head: place, within: [] },
    ...parted(text),
    ...spaced(key),
    ...spaced(place),
  ];
  return ways.filter(({ head }) => head.length > 1);
}
