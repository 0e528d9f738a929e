import type { Control, View } from '../../chat/port.js';
import type { HandMark, StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { learningDate } from '../../core/local-date.js';
import { CHAT_DECK } from '../../tutor/chat-deck.js';
import type { EditedCard, FoundCards } from '../../tutor/edit-card.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortDate, shorten } from '../words.js';

/** As many as every platform's select holds. */
export const CARDS_SHOWN = 25;

type Asker = { readonly language: Language; readonly timeZone: string };
type Found = FoundCards['cards'][number];

function select(
  language: Language,
  label: MessageKey,
  action: string,
  cards: readonly StoredCard[],
): readonly Control[] {
  if (cards.length === 0) return [];
  const options = cards.map(({ id, front }) => ({ label: shorten(stripMarkdown(front), 60), value: id }));
  return [{ kind: 'select', label: say(language, label), action: { action, args: [] }, options }];
}

function short(markdown: string): string {
  return escapeMarkdown(shorten(stripMarkdown(markdown), 120));
}

/** Where the card comes from, and what people did to it. */
function notesOf({ language, timeZone }: Asker, { edit, pausedBy, ...card }: Found, names: FoundCards['names']) {
  const told = (key: 'cards.by.changed' | 'cards.by.paused', mark: HandMark | undefined): readonly string[] => {
    if (mark === undefined) return [];
    const day = shortDate(language, learningDate(mark.at, timeZone));
    return [say(language, key, { name: escapeMarkdown(names.get(mark.by) ?? mark.by), day })];
  };
  const from = escapeMarkdown(card.deckId === CHAT_DECK ? card.source.file : card.deckName);
  return [from, ...told('cards.by.changed', edit), ...told('cards.by.paused', pausedBy)].join(' · ');
}

function titleOf(language: Language, total: number, words: string): string {
  if (words === '') return say(language, 'cards.title', { cards: total });
  return say(language, 'cards.found', { cards: total, words: shorten(words, 60) });
}

/** Cards to change, pause or wake: those that say the words, or those that people made or changed here. */
export function cardsView(asker: Asker, { cards, total, names }: FoundCards, words: string, mayChange: boolean): View {
  const { language } = asker;
  if (cards.length === 0) {
    const markdown =
      words === ''
        ? say(language, 'cards.none')
        : say(language, 'cards.none-found', { words: escapeMarkdown(shorten(words, 60)) });
    return { body: [{ kind: 'text', markdown }] };
  }
  const items = cards.map((card) => `**${short(card.front)}** → ${short(card.back)} · ${notesOf(asker, card, names)}`);
  const rest = total > cards.length ? [say(language, 'import.more', { count: total - cards.length })] : [];
  return {
    title: titleOf(language, total, words),
    body: [{ kind: 'list', items: [...items, ...rest] }],
    controls: mayChange
      ? [
          ...select(language, 'cards.edit', 'cards.edit', cards),
          ...select(
            language,
            'cards.pause',
            'cards.pause',
            cards.filter(({ paused }) => !paused),
          ),
          ...select(
            language,
            'cards.resume',
            'cards.resume',
            cards.filter(({ pausedBy }) => pausedBy !== undefined),
          ),
          button(say(language, 'cards.queue'), 'queue.show'),
        ]
      : [],
    footer: say(language, 'cards.note'),
  };
}

/** What became of a card that somebody wanted to change. */
export function editedCardView(language: Language, edited: EditedCard, done: MessageKey): View {
  if (edited.kind === 'gone')
    return { tone: 'warning', body: [{ kind: 'text', markdown: say(language, 'cards.gone') }] };
  const { front, edit, source } = edited.card;
  const stays =
    edited.isFromNotes && edit !== undefined
      ? ` ${say(language, 'cards.stays', { file: escapeMarkdown(source.file) })}`
      : '';
  return {
    tone: 'success',
    body: [{ kind: 'text', markdown: `${say(language, done, { front: short(front) })}${stays}` }],
    controls: [button(say(language, 'cards.back'), 'cards.show')],
  };
}
