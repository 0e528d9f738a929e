import type { Button, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Decks } from '../../tutor/list-decks.js';
import { refOf } from '../../tutor/short-ref.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { itemsOn, pageButtons, pageCaption, placeIn } from './page-controls.js';

/** Decks on a page: with a button each they, and what stands around them, are one message everywhere. */
const DECKS_SHOWN = 8;

type Deck = Decks['decks'][number];

function rowOf(language: Language, deck: Deck, style: NonNullable<Button['style']>): Row {
  const { name, cards, due, unseen } = deck;
  const counts = say(language, 'decks.row', { due, unseen, cards });
  return {
    markdown: `**${escapeMarkdown(name)}** · ${escapeMarkdown(counts)}`,
    bar: { value: cards - unseen, max: Math.max(1, cards) },
    controls: [button(say(language, 'decks.review'), 'review.deck', [refOf(deck.deckId)], style)],
  };
}

/**
 * The decks, how much of each has been met and what waits today.
 *
 * @param more buttons below
 */
export function decksView(
  language: Language,
  { decks: all, dueTomorrow }: Decks,
  page: number,
  more: readonly Button[],
): View {
  // One whose notes are gone, or have another name by now, asks nothing.
  const decks = all.filter(({ cards }) => cards > 0);
  const title = say(language, 'decks.title');
  if (decks.length === 0) {
    return { title, body: [{ kind: 'text', markdown: say(language, 'decks.none') }], controls: more };
  }
  const place = placeIn({ page, size: DECKS_SHOWN, total: decks.length });
  const first = decks.find(({ due, unseen }) => due + unseen > 0);
  const rows = itemsOn(decks, place).map((deck) => rowOf(language, deck, deck === first ? 'primary' : 'plain'));
  return {
    title,
    body: [{ kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: [...pageButtons(language, place, 'deck.page'), ...more],
    footer: say(language, 'decks.note', { tomorrow: dueTomorrow }),
  };
}
