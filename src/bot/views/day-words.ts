import type { Control } from '../../chat/port.js';
import { type DayCounts, waitingIn } from '../../core/day.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { Day } from '../../tutor/review/read-day.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { dayWords } from '../words.js';

/** Numbers of new cards that are offered where the day brings no more. */
const MORE = [5, 10];

/** "3 due · 10 new today · 41 still to come", without zero counts; today's counts are always there. */
export function dayCountsLine(
  language: Language,
  counts: Pick<DayCounts, 'due' | 'fresh'> & Partial<DayCounts>,
): string {
  const { due, fresh, toCome = 0 } = counts;
  const parts = [
    ...(due > 0 ? [say(language, 'day.due', { cards: due })] : []),
    ...(fresh > 0 ? [say(language, 'day.fresh', { cards: fresh })] : []),
    ...(due + fresh === 0 ? [say(language, 'day.nothing')] : []),
    ...(toCome > 0 ? [say(language, 'day.to-come', { cards: toCome })] : []),
  ];
  return parts.join(' · ');
}

function waits(counts: DayCounts): boolean {
  return waitingIn(counts) > 0;
}

/** The deck of a sentence, in the catalogue's form. */
function scopeOf({ deck }: Day) {
  return { scope: deck === null ? 'all' : 'deck', deck: escapeInline(deck?.name ?? '') };
}

/** The title of a day that brings no more cards. Plain text. */
export function restTitle(language: Language, day: Day): string {
  if (!isAllMet(day)) return say(language, 'review.over');
  return say(language, 'review.nothing', { ...scopeOf(day), deck: day.deck?.name ?? '' });
}

/** "Tomorrow brings 10 due and 10 new cards." Empty where it brings none. */
export function tomorrowLine(language: Language, { all, tomorrow }: Day): string {
  const { due, fresh } = tomorrow;
  if (due + fresh === 0) return '';
  const kind = fresh === 0 ? 'due' : due === 0 ? 'fresh' : 'both';
  return say(language, 'day.tomorrow', { after: waits(all) ? 'yes' : 'no', kind, due, fresh });
}

/** The cards beyond the day's limits. Empty where there are none. */
export function beyondLine(language: Language, day: Day): string {
  const { counts, done, limits } = day;
  const held = say(language, 'day.held', { cards: counts.held, limit: limits.reviewsPerDay ?? 0 });
  const reached = say(language, 'day.reached', { met: done.met, cards: counts.toCome, ...scopeOf(day) });
  const isReached = counts.toCome > 0 && counts.fresh === 0;
  return joined([counts.held > 0 ? held : '', isReached ? reached : '']);
}

/** When the next cards are due, if all have been met and none is due now. */
function allMetLine(language: Language, day: Day): string {
  const { cards, next, on } = day;
  if (cards === 0) return say(language, 'day.no-cards', scopeOf(day));
  const met = say(language, 'day.all-met', { cards, ...scopeOf(day) });
  if (next === null) return met;
  return `${met} ${say(language, 'day.next', { cards: next.cards, day: dayWords(language, next.on, on) })}`;
}

/** Whether only practice is left. */
function isAllMet({ counts }: Day): boolean {
  return !waits(counts) && counts.held + counts.toCome === 0;
}

/**
 * "5 more cards wait: 2 due · 3 new today." Of the deck, or of all decks where it has none. Empty where none wait.
 */
function waitingLine(language: Language, { counts, all }: Day): string {
  const { due, fresh } = waits(counts) ? counts : all;
  const cards = due + fresh;
  return cards === 0 ? '' : say(language, 'day.waiting', { cards, counts: dayCountsLine(language, { due, fresh }) });
}

/** What is left of the day, after a session or where it brings no more cards. */
export function restLine(language: Language, day: Day): string {
  const rest = [waitingLine(language, day), beyondLine(language, day), tomorrowLine(language, day)];
  if (!isAllMet(day)) return joined(rest);
  // The date of the next due cards makes tomorrow's line unnecessary.
  return joined([allMetLine(language, day), waits(day.all) ? joined(rest) : '']);
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join(' ');
}

/** Buttons for everything that can still be learned today, the most wanted first. */
export function restControls(language: Language, day: Day): readonly Control[] {
  const { counts, cards, offer, deck } = day;
  const of = deck === null ? [] : [refOf(deck.deckId)];
  const more = (label: string, wanted: string | number): Control =>
    button(label, 'review.more', [offer, wanted, ...of]);
  const goesOn = say(language, 'review.continue');
  const controls = [
    ...(waits(counts) && deck !== null ? [button(goesOn, 'review.deck', of)] : []),
    ...(waits(day.all) && !(waits(counts) && deck !== null) ? [button(goesOn, 'review.start')] : []),
    ...(counts.held > 0 ? [more(say(language, 'day.held.review', { cards: counts.held }), 'due')] : []),
    ...(counts.toCome > 0 && !waits(counts) ? moreNew(language, counts.toCome, more) : []),
    ...(isAllMet(day) && cards > 0 ? [more(say(language, 'day.practise'), 'practice')] : []),
  ];
  return controls.map((control, index) => (index === 0 ? { ...control, style: 'primary' } : control));
}

/** "5 more", "10 more", as far as there are that many; else "The last 3". */
function moreNew(
  language: Language,
  toCome: number,
  more: (label: string, wanted: number) => Control,
): readonly Control[] {
  const offered = MORE.filter((cards) => cards < toCome).map((cards) =>
    more(say(language, 'day.more', { cards }), cards),
  );
  const isFew = toCome <= Math.max(...MORE);
  return isFew ? [...offered, more(say(language, 'day.last', { cards: toCome }), toCome)] : offered;
}
