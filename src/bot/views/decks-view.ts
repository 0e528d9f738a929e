import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Decks } from '../../tutor/list-decks.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { shorten } from '../words.js';

/** Buttons that fit one row everywhere. */
const MAX_BUTTONS = 5;

/** The decks, how much of each has been met and what waits today. */
export function decksView(language: Language, { decks: all, dueTomorrow }: Decks): View {
  // One whose notes are gone, or have another name by now, asks nothing.
  const decks = all.filter(({ cards }) => cards > 0);
  if (decks.length === 0) {
    return { title: say(language, 'decks.title'), body: [{ kind: 'text', markdown: say(language, 'decks.none') }] };
  }
  const meters = decks.map((deck) => ({
    label: deck.name,
    value: deck.cards - deck.unseen,
    max: Math.max(1, deck.cards),
    text: say(language, 'decks.row', { due: deck.due, unseen: deck.unseen, cards: deck.cards }),
  }));
  const waiting = decks.filter((deck) => deck.due + deck.unseen > 0).slice(0, MAX_BUTTONS);
  const reviewButton = (deck: (typeof decks)[number], index: number): Control =>
    button(
      say(language, 'decks.review', { name: shorten(deck.name, 50) }),
      'review.deck',
      [deck.deckId],
      index === 0 ? 'primary' : 'plain',
    );
  return {
    title: say(language, 'decks.title'),
    body: [{ kind: 'meters', meters }],
    controls: waiting.map(reviewButton),
    footer: say(language, 'decks.note', { tomorrow: dueTomorrow }),
  };
}
