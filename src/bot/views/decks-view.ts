import type { Button, Control, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { DeckList, DeckOverview } from '../../tutor/review/list-decks.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { beyondLine, dayCountsLine, tomorrowLine } from './day-words.js';
import { clampPage, itemsOn, pageButtons, pageCaption } from './page-controls.js';

/** Decks on a page: with a button each, as many as fit one message on every platform. */
const DECKS_SHOWN = 8;

function learnable({ due, fresh, toCome }: DeckOverview): boolean {
  return due + fresh + toCome > 0;
}

function rowOf(language: Language, deck: DeckOverview, style: NonNullable<Button['style']>): Row {
  const { name, cards, fresh, toCome } = deck;
  const counts = `${dayCountsLine(language, deck)} · ${say(language, 'decks.in-all', { cards })}`;
  return {
    markdown: `**${escapeInline(name)}** · ${escapeInline(counts)}`,
    bar: { value: cards - fresh - toCome, max: Math.max(1, cards) },
    controls: [button(say(language, 'decks.review'), 'review.deck', [refOf(deck.deckId)], style)],
  };
}

/** What one of the decks shown will cost, of those that have cards to come. */
function costSelect(language: Language, decks: readonly DeckOverview[]): readonly Control[] {
  const options = decks
    .filter(({ fresh, toCome }) => fresh + toCome > 0)
    .map(({ deckId, name }) => ({ label: shortenLabel(name, 60), value: refOf(deckId) }));
  if (options.length === 0) return [];
  return [{ kind: 'select', label: say(language, 'decks.cost'), action: { action: 'deck.cost', args: [] }, options }];
}

/**
 * The decks, how much of each has been met, and what waits today.
 *
 * @param more further buttons
 */
export function decksView(
  language: Language,
  { decks: all, day }: DeckList,
  page: number,
  more: readonly Button[],
): View {
  // A deck whose notes are gone or renamed has no active cards.
  const decks = all.filter(({ cards }) => cards > 0);
  const title = say(language, 'decks.title');
  if (decks.length === 0) {
    return { title, body: [{ kind: 'text', markdown: say(language, 'decks.none') }], controls: more };
  }
  const place = clampPage({ page, size: DECKS_SHOWN, total: decks.length });
  const first = decks.find(learnable);
  const rows = itemsOn(decks, place).map((deck) => rowOf(language, deck, deck === first ? 'primary' : 'plain'));
  const { due, fresh } = day.counts;
  const lines = [
    say(language, 'decks.today', { counts: dayCountsLine(language, { due, fresh }) }),
    beyondLine(language, day),
    tomorrowLine(language, day),
    say(language, 'decks.note'),
  ];
  return {
    title,
    body: [{ kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: [...pageButtons(language, place, 'deck.page'), ...more, ...costSelect(language, itemsOn(decks, place))],
    footer: lines.filter((line) => line !== '').join(' '),
  };
}
