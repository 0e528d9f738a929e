import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { DeckOverview, Decks } from '../../tutor/list-decks.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { shorten } from '../words.js';
import { beyondLine, countsLine, tomorrowLine } from './day-words.js';

/** Buttons that fit one row everywhere. */
const MAX_BUTTONS = 5;

function rowText(language: Language, deck: DeckOverview): string {
  return `${countsLine(language, deck)} · ${say(language, 'decks.in-all', { cards: deck.cards })}`;
}

/** The decks, how much of each has been met and what waits today. */
export function decksView(language: Language, { decks: all, day }: Decks): View {
  // One whose notes are gone, or have another name by now, asks nothing.
  const decks = all.filter(({ cards }) => cards > 0);
  if (decks.length === 0) {
    return { title: say(language, 'decks.title'), body: [{ kind: 'text', markdown: say(language, 'decks.none') }] };
  }
  const meters = decks.map((deck) => ({
    label: deck.name,
    value: deck.cards - deck.fresh - deck.toCome,
    max: deck.cards,
    text: rowText(language, deck),
  }));
  const learnable = decks.filter(({ due, fresh, toCome }) => due + fresh + toCome > 0).slice(0, MAX_BUTTONS);
  const reviewButton = (deck: DeckOverview, index: number): Control =>
    button(
      say(language, 'decks.review', { name: shorten(deck.name, 50) }),
      'review.deck',
      [deck.key],
      index === 0 ? 'primary' : 'plain',
    );
  const { due, fresh } = day.counts;
  const lines = [
    say(language, 'decks.today', { counts: countsLine(language, { due, fresh }) }),
    beyondLine(language, day),
    tomorrowLine(language, day),
    say(language, 'decks.note'),
  ];
  return {
    title: say(language, 'decks.title'),
    body: [{ kind: 'meters', meters }],
    controls: learnable.map(reviewButton),
    footer: lines.filter((line) => line !== '').join(' '),
  };
}
