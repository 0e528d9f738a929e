import type { Control, View } from '../../chat/port.js';
import type { StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { ChatDeck } from '../../tutor/chat-deck.js';
import type { EditedCard } from '../../tutor/edit-card.js';
import { button } from '../controls.js';
import { escapeMarkdown, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';

/** As many as every platform's select holds; the latest, which are the ones that people want to change. */
const SHOWN = 25;

function select(language: Language, label: MessageKey, action: string, cards: readonly StoredCard[]): Control {
  const options = cards.map(({ id, front }) => ({ label: shorten(stripMarkdown(front), 60), value: id }));
  return { kind: 'select', label: say(language, label), action: { action, args: [] }, options };
}

/** The cards that people made in the chat, the latest first. */
export function cardsView(language: Language, { cards }: ChatDeck, mayChange: boolean): View {
  const live = cards.filter(({ paused }) => !paused).reverse();
  const shown = live.slice(0, SHOWN);
  if (shown.length === 0) return { body: [{ kind: 'text', markdown: say(language, 'cards.none') }] };
  return {
    title: say(language, 'cards.title', { cards: live.length }),
    body: [
      {
        kind: 'list',
        items: shown.map(
          ({ front, back, source }) =>
            `**${escapeMarkdown(shorten(stripMarkdown(front), 120))}** → ${escapeMarkdown(shorten(stripMarkdown(back), 120))} · ${escapeMarkdown(source.file)}`,
        ),
      },
    ],
    controls: mayChange
      ? [
          select(language, 'cards.edit', 'cards.edit', shown),
          select(language, 'cards.pause', 'cards.pause', shown),
          button(say(language, 'cards.queue'), 'queue.show'),
        ]
      : [],
  };
}

/** What became of a card that somebody wanted to change. */
export function editedCardView(language: Language, edited: EditedCard, done: MessageKey): View {
  if (edited.kind === 'gone')
    return { tone: 'warning', body: [{ kind: 'text', markdown: say(language, 'cards.gone') }] };
  const { file, line } = edited.card.source;
  const markdown =
    edited.kind === 'in-notes'
      ? say(language, 'cards.in-notes', { file: escapeMarkdown(file), line })
      : say(language, done, { front: escapeMarkdown(shorten(stripMarkdown(edited.card.front), 120)) });
  return {
    tone: edited.kind === 'in-notes' ? 'warning' : 'success',
    body: [{ kind: 'text', markdown }],
    controls: [button(say(language, 'cards.back'), 'cards.show')],
  };
}
