import { pattern } from '../core/word-pattern.js';
import { placeKey } from './key.js';

/** A place, and the regions that it must lie in: "Springfield" in "illinois" and "usa". */
export type Phrasing = { readonly head: string; readonly within: readonly string[] };

/** Words before a place when people say where they are or which time they mean. */
const LIVING = [
  ...['i live', 'i am', 'im', 'living', 'based', 'vivo', 'estoy', 'resido', 'soy', 'my', 'mi'],
  ...['hora', 'horario', 'zona horaria', 'huso horario', 'zona', 'time', 'timezone', 'tz', 'zone'],
];
const BEFORE = pattern('')`^(?:${LIVING}(?: local)? )?(?:(?:in|at|of|from|for|de|del|en) )?(?:(?:the|la|el) )?`;
const AFTER = / (?:local time|time zone|timezone|time|tz|zone)$/;

/** The place in "hora de Madrid", "Madrid time", "I live in Madrid". */
function withoutFiller(key: string): string {
  return key.replace(AFTER, '').replace(BEFORE(), '').trim();
}

function splitParts(text: string): readonly Phrasing[] {
  const parts = text
    .split(/[,;()[\]/|\n]|\s[-–—·]\s/)
    .map(placeKey)
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const [first = '', ...rest] = parts.map(withoutFiller);
  // "Madrid, Spain", and "Spain, Madrid".
  return [
    { head: first, within: rest },
    { head: rest.at(-1) ?? '', within: [first, ...rest.slice(0, -1)] },
  ];
}

/** With more words a text is not split, since each split is a search. */
const WORDS = 6;

/** "Paris Texas", "Springfield Illinois USA": a place, and the state and country behind it. */
function splitWords(key: string): readonly Phrasing[] {
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
  const place = withoutFiller(key);
  const ways = [
    { head: key, within: [] },
    { head: place, within: [] },
    ...splitParts(text),
    ...splitWords(key),
    ...splitWords(place),
  ];
  return ways.filter(({ head }) => head.length > 1);
}
