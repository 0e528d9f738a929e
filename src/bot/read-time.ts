import type { TimeOfDay } from '../core/daily.js';
import { fold } from '../core/text.js';

/** The hours as words, in English and Spanish: "nine", "las nueve". */
const HOURS: ReadonlyMap<string, number> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve'.split(' '),
    'una dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  ].flatMap((words) => words.map((word, at) => [word, at + 1] as const)),
);
const NAMED: ReadonlyMap<string, TimeOfDay> = new Map([
  ...['noon', 'midday', 'mediodia', '12 noon', '12 midday', '12 mediodia'].map((word) => [word, at(12)] as const),
  ...['midnight', 'medianoche', '12 midnight', '12 medianoche'].map((word) => [word, at(0)] as const),
]);
/** The minutes as words: "y media", "half past", "menos cuarto". */
const MINUTES: ReadonlyMap<string, number> = new Map([
  ...['media', 'half', 'thirty', 'treinta'].map((word) => [word, 30] as const),
  ...['cuarto', 'quarter', 'a quarter', 'fifteen', 'quince'].map((word) => [word, 15] as const),
  ...['forty five', 'cuarenta y cinco'].map((word) => [word, 45] as const),
  ...['diez', 'ten'].map((word) => [word, 10] as const),
  ...['veinte', 'twenty'].map((word) => [word, 20] as const),
]);

type Part = 'morning' | 'small-hours' | 'afternoon' | 'night';

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/ ?\bam$/, 'morning'],
  [/ ?\bpm$/, 'afternoon'],
  [/ (?:in the|this) morning$| (?:de|por) la manana$| manana$/, 'morning'],
  [/ de la madrugada$| de madrugada$/, 'small-hours'],
  [/ (?:in the|this) (?:afternoon|evening)$| (?:de|por) la tarde$| tarde$| del mediodia$/, 'afternoon'],
  [/ at night$| tonight$| (?:de|por) la noche$| noche$/, 'night'],
];

const BEFORE =
  /^(?:(?:every ?day|daily|cada dia|todos los dias|at|around|about|by|a eso de|sobre|hacia|a|hora|@|the|las?|los|el|al) )+/;
const AFTER = /\s*(?:o ?clock|sharp|en punto|hours?|horas?|hrs?|hs)$/;

function at(hour: number, minute = 0): TimeOfDay {
  return { hour, minute };
}

function tidy(typed: string): string {
  return fold(typed)
    .replace(/[’']/g, ' ')
    .replace(/(?<![a-z])([ap])\.? ?m\b\.?/g, '$1m')
    .replace(/(\d)([ap]m)\b/g, '$1 $2')
    .replace(/[.,;!?\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function hourOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  return HOURS.get(word) ?? null;
}

function minuteOf(words: string): number | null {
  if (/^\d{1,2}$/.test(words)) return Number(words);
  return MINUTES.get(words) ?? null;
}

function before(hour: number, minute: number): TimeOfDay {
  const minutes = (hour * 60 - minute + 24 * 60) % (24 * 60);
  return at(Math.floor(minutes / 60), minutes % 60);
}

/** "9", "9:30", "9.30", "9h30", "9h", "930", "half past nine", "nueve y media", "diez menos cuarto". */
function clockOf(words: string): TimeOfDay | null {
  const digits = /^(\d{1,2})(?: ?[:.,h] ?(\d{2}))? ?h?$/.exec(words) ?? /^(\d{1,2})(\d{2})$/.exec(words);
  if (digits !== null) return at(Number(digits[1]), Number(digits[2] ?? 0));
  const english = /^(half|a quarter|quarter|\d{1,2}|ten|twenty) (past|to) (\S+)$/.exec(words);
  const spanish = /^(\S+) (y|menos) (.+)$/.exec(words) ?? /^(\S+)( )(.+)$/.exec(words);
  const hour = hourOf(english?.[3] ?? spanish?.[1] ?? words);
  if (hour === null) return null;
  const minute = english === null && spanish === null ? 0 : minuteOf(english?.[1] ?? spanish?.[3] ?? '');
  if (minute === null) return null;
  return english?.[2] === 'to' || spanish?.[2] === 'menos' ? before(hour, minute) : at(hour, minute);
}

/** The hour of the day for an hour of the clock in a part of the day; `null` for "21 in the morning". */
function hourIn(part: Part | null, hour: number): number | null {
  if (part === null) return hour;
  if (hour > 12) return part === 'afternoon' || part === 'night' ? hour : null;
  switch (part) {
    case 'morning':
      return hour;
    case 'small-hours':
      return hour % 12;
    case 'afternoon':
      return (hour % 12) + 12;
    case 'night':
      // "12 de la noche" is midnight, "1 de la noche" an hour later.
      return hour === 12 || hour < 5 ? hour % 12 : hour + 12;
  }
}

/**
 * The time of day in a typed text, in English or Spanish, or `null`. A bare hour is read on the 24-hour clock, so
 * that a 9 never means the evening.
 */
export function readTime(typed: string): TimeOfDay | null {
  const text = tidy(typed).replace(BEFORE, '');
  const named = NAMED.get(text);
  if (named !== undefined) return named;
  const [ending, part] = PARTS.find(([pattern]) => pattern.test(text)) ?? [null, null];
  const words = (ending === null ? text : text.replace(ending, '')).replace(AFTER, '').trim();
  const clock = clockOf(words);
  if (clock === null || clock.minute > 59 || clock.hour > 24) return null;
  // "12 am" is midnight, "las 12 de la mañana" is noon.
  const hour = ending?.source.includes('am') === true ? clock.hour % 12 : hourIn(part, clock.hour);
  if (hour === null || (hour === 24 && clock.minute > 0)) return null;
  return at(hour % 24, clock.minute);
}
