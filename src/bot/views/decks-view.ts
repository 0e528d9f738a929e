import type { Button, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { DeckOverview, Decks } from '../../tutor/list-decks.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { beyondLine, countsLine, tomorrowLine } from './day-words.js';
import { itemsOn, pageButtons, pageCaption, placeIn } from './page-controls.js';

/** Decks on a page: with a button each they, and what stands around them, are one message everywhere. */
const DECKS_SHOWN = 8;

function rowOf(language: Language, deck: DeckOverview, style: NonNullable<Button['style']>): Row {
  const { name, cards, fresh, toCome, key } = deck;
  const counts = `${countsLine(language, deck)} · ${say(language, 'decks.in-all', { cards })}`;
  return {
    markdown: `**${escapeMarkdown(name)}** · ${escapeMarkdown(counts)}`,
    bar: { value: cards - fresh - toCome, max: cards },
    controls: [button(say(language, 'decks.review'), 'review.deck', [key], style)],
  };
}

function noteOf(language: Language, { day }: Decks): string {
  const { due, fresh } = day.counts;
  const lines = [
    say(language, 'decks.today', { counts: countsLine(language, { due, fresh }) }),
    beyondLine(language, day),
    tomorrowLine(language, day),
    say(language, 'decks.note'),
  ];
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * The decks, how much of each has been met and what waits today.
 *
 * @param more buttons below
 */
export function decksView(language: Language, found: Decks, page: number, more: readonly Button[]): View {
  // One whose notes are gone, or have another name by now, asks nothing.
  const decks = found.decks.filter(({ cards }) => cards > 0);
  const title = say(language, 'decks.title');
  if (decks.length === 0) {
    return { title, body: [{ kind: 'text', markdown: say(language, 'decks.none') }], controls: more };
  }
  const place = placeIn({ page, size: DECKS_SHOWN, total: decks.length });
  const first = decks.find(({ due, fresh, toCome }) => due + fresh + toCome > 0);
  const rows = itemsOn(decks, place).map((deck) => rowOf(language, deck, deck === first ? 'primary' : 'plain'));
  return {
    title,
    body: [{ kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: [...pageButtons(language, place, 'deck.page'), ...more],
    footer: noteOf(language, found),
  };
}
