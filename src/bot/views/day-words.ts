import type { Control } from '../../chat/port.js';
import { type DayCounts, waitingIn } from '../../core/day.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { Day } from '../../tutor/review/read-day.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { dayWords } from '../words.js';

/** New cards that are offered at once, where the day brings no more. */
const MORE = [5, 10];

/** "3 due · 10 new today · 41 still to come": what is nothing is left out, and today itself is always spoken of. */
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

/** Which deck a sentence is about, as the catalogue asks for it. */
function scopeOf({ deck }: Day) {
  return { scope: deck === null ? 'all' : 'deck', deck: escapeInline(deck?.name ?? '') };
}

/** What a day is called on which nothing comes by itself. Plain text. */
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

/** What waits beyond the day's limits. Empty where nothing does. */
export function beyondLine(language: Language, day: Day): string {
  const { counts, done, limits } = day;
  const held = say(language, 'day.held', { cards: counts.held, limit: limits.reviewsPerDay ?? 0 });
  const reached = say(language, 'day.reached', { met: done.met, cards: counts.toCome, ...scopeOf(day) });
  const isReached = counts.toCome > 0 && counts.fresh === 0;
  return joined([counts.held > 0 ? held : '', isReached ? reached : '']);
}

/** Where every card has been met and none is due, when the next ones are. */
function allMetLine(language: Language, day: Day): string {
  const { cards, next, on } = day;
  if (cards === 0) return say(language, 'day.no-cards', scopeOf(day));
  const met = say(language, 'day.all-met', { cards, ...scopeOf(day) });
  if (next === null) return met;
  return `${met} ${say(language, 'day.next', { cards: next.cards, day: dayWords(language, next.on, on) })}`;
}

/** Whether nothing of the day can be asked but as practice. */
function isAllMet({ counts }: Day): boolean {
  return !waits(counts) && counts.held + counts.toCome === 0;
}

/** "5 more cards wait: 2 due · 3 new today." Of the deck, or where it has none of all. Empty where none do. */
function waitingLine(language: Language, { counts, all }: Day): string {
  const { due, fresh } = waits(counts) ? counts : all;
  const cards = due + fresh;
  return cards === 0 ? '' : say(language, 'day.waiting', { cards, counts: dayCountsLine(language, { due, fresh }) });
}

/** What is left, after something was done or where nothing comes by itself. */
export function restLine(language: Language, day: Day): string {
  const rest = [waitingLine(language, day), beyondLine(language, day), tomorrowLine(language, day)];
  if (!isAllMet(day)) return joined(rest);
  // When the next cards are due says what tomorrow brings.
  return joined([allMetLine(language, day), waits(day.all) ? joined(rest) : '']);
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join(' ');
}

/** Buttons for all that can still be learned today: the first is the one that most people want. */
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

/** "5 more", "10 more", as far as there are so many; "The last 3" where there are not. */
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
