import type { Block } from '../../chat/port.js';
import type { LearnerId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import { endOfPhase } from '../../core/quiz/clock.js';
import type { QuizMode } from '../../core/quiz/events.js';
import type { QuizState } from '../../core/quiz/state.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortenLabel } from '../words.js';

/** So many names are said; the others are counted. */
const NAMED = 12;
const LONGEST_NAME = 40;
const HOUR_MS = 3_600_000;

export type Names = ReadonlyMap<LearnerId, string>;

export const MODE_WORDS = {
  classic: 'quiz.mode.classic',
  sudden: 'quiz.mode.sudden',
  teams: 'quiz.mode.teams',
  day: 'quiz.mode.day',
} as const satisfies Record<QuizMode, MessageKey>;

export const RULES = {
  classic: 'quiz.rules.classic',
  sudden: 'quiz.rules.sudden',
  teams: 'quiz.rules.teams',
  day: 'quiz.rules.day',
} as const satisfies Record<QuizMode, MessageKey>;

/** A name as plain text. */
export function nameOf(names: Names, who: LearnerId): string {
  return shortenLabel(names.get(who) ?? who, LONGEST_NAME);
}

/** "Ana, Luis and 3 more", as Markdown. */
export function namesLine(language: Language, names: Names, people: readonly LearnerId[]): string {
  const known = people.slice(0, NAMED).map((who) => escapeInline(nameOf(names, who)));
  const more = people.length - known.length;
  const parts = more > 0 ? [...known, say(language, 'quiz.more', { more })] : known;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** What is left of a phase, in words: "20 s", "23 h". */
export function timeLeft(language: Language, ms: number): string {
  if (ms >= HOUR_MS) return say(language, 'quiz.hours', { hours: Math.ceil(ms / HOUR_MS) });
  return say(language, 'quiz.seconds', { seconds: Math.max(0, Math.round(ms / 1_000)) });
}

/** Small words above a bar that runs out. */
export function countdown(
  language: Language,
  key: MessageKey,
  { state, now, values = {} }: { state: QuizState; now: Instant; values?: Readonly<Record<string, string | number>> },
): Block {
  const end = endOfPhase(state) ?? now;
  const left = Math.max(0, end - now);
  const text = say(language, key, { ...values, left: timeLeft(language, left) });
  return { kind: 'caption', text, bar: { value: left, max: Math.max(1, end - state.since) } };
}
