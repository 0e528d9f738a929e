import type { Button, Row, View } from '../../chat/port.js';
import type { Attribution, StoredCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { learningDate } from '../../core/local-date.js';
import { refOf } from '../../core/short-ref.js';
import { CHAT_DECK } from '../../tutor/decks/chat-deck.js';
import type { EditedCard } from '../../tutor/decks/edit-card.js';
import type { FoundCard, FoundCards } from '../../tutor/decks/find-cards.js';
import { button } from '../controls.js';
import type { CardsPage } from '../list-args.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortDate, shortenLabel } from '../words.js';
import { fitsForm } from './card-view.js';
import { confirmView, type Notice, noticeBlocks, noticeTone, suggestButton } from './notice.js';
import { ownPausedButtons } from './own-paused-view.js';
import { pageButtons, pageCaption } from './page-controls.js';

/** Cards on a page: with two buttons each, as many as fit one message on every platform. */
export const CARDS_SHOWN = 5;

type CardsViewer = { readonly language: Language; readonly timeZone: string };

function short(markdown: string): string {
  return escapeInline(shortenLabel(stripMarkdown(markdown), 120)) || '…';
}

/** The card's source and what people did to it. */
function notesOf(
  { language, timeZone }: CardsViewer,
  { edit, pausedBy, ...card }: FoundCard,
  names: FoundCards['names'],
) {
  const told = (key: 'cards.by.changed' | 'cards.by.paused', mark: Attribution | undefined): readonly string[] => {
    if (mark === undefined) return [];
    const day = shortDate(language, learningDate(mark.at, timeZone));
    return [say(language, key, { name: escapeInline(names.get(mark.by) ?? mark.by), day })];
  };
  const author = card.deckId === CHAT_DECK ? [escapeInline(card.source.file)] : [];
  const from = [escapeInline(card.deckName), ...author];
  return [...from, ...told('cards.by.changed', edit), ...told('cards.by.paused', pausedBy)].join(' · ');
}

function rowButtons(language: Language, card: StoredCard, { page, search }: CardsPage): readonly Button[] {
  const args = [page, refOf(card.id), search];
  return [
    ...(fitsForm(card) ? [button(say(language, 'cards.edit'), 'cards.edit', args)] : []),
    card.pausedBy === undefined
      ? button(say(language, 'cards.pause'), 'cards.pause', args)
      : button(say(language, 'cards.resume'), 'cards.resume', args),
  ];
}

function titleOf(language: Language, total: number, words: string): string {
  if (words === '') return say(language, 'cards.title', { cards: total });
  return say(language, 'cards.found', { cards: total, words: shortenLabel(words, 60) });
}

function noneView(language: Language, words: string, notice: Notice | null, controls: readonly Button[]): View {
  const markdown =
    words === ''
      ? say(language, 'cards.none')
      : say(language, 'cards.none-found', { words: escapeInline(shortenLabel(words, 60)) });
  return { ...noticeTone(notice), body: [...noticeBlocks(notice), { kind: 'text', markdown }], controls };
}

type CardsViewOptions = {
  /** The search as typed. */
  readonly words: string;
  readonly mayChange: boolean;
  /** How many cards they have paused for themselves. */
  readonly ownPaused: number;
  readonly notice: Notice | null;
};

/** Cards to edit, pause or resume: those that contain the words, or those that people added or changed here. */
export function cardsView(asker: CardsViewer, found: FoundCards, options: CardsViewOptions): View {
  const { language } = asker;
  const { words, mayChange, notice } = options;
  const own = ownPausedButtons(language, options.ownPaused);
  const { cards, page, total, search, names } = found;
  if (cards.length === 0) return noneView(language, words, notice, own);
  const rows = cards.map((card): Row => {
    const values = { front: short(card.front), back: short(card.back), notes: notesOf(asker, card, names) };
    const controls = mayChange ? rowButtons(language, card, { page, search }) : [];
    return { markdown: say(language, 'cards.row', values), controls };
  });
  const place = { page, size: CARDS_SHOWN, total };
  return {
    ...noticeTone(notice),
    title: titleOf(language, total, words),
    body: [...noticeBlocks(notice), { kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: [
      ...pageButtons(language, place, 'cards.page', (to) => [to, search]),
      mayChange ? button(say(language, 'cards.queue'), 'queue.show') : suggestButton(language),
      ...own,
    ],
    footer: say(language, mayChange ? 'cards.note' : 'cards.suggest'),
  };
}

/** Asks before a card is paused for everybody. */
export function pauseView(language: Language, card: StoredCard, at: CardsPage): View {
  const args = [at.page, refOf(card.id), at.search];
  return confirmView(language, {
    question: say(language, 'cards.pause.ask', { front: short(card.front) }),
    yes: button(say(language, 'cards.pause.yes'), 'cards.pause.yes', args, 'danger'),
    cancel: { action: 'cards.page', args: [String(at.page), at.search] },
  });
}

type Changed = Extract<EditedCard, { kind: 'changed' }>;

/** The result of editing a card, with a way to reverse it. */
export function editedCardNotice(
  language: Language,
  edited: EditedCard,
  done: MessageKey,
  back: (changed: Changed) => readonly Button[] = () => [],
): Notice {
  if (edited.kind === 'gone') return { tone: 'warning', markdown: say(language, 'cards.gone') };
  const front = short(edited.card.front);
  if (edited.kind === 'same') {
    // Somebody else was faster: the card already is paused or active.
    const key = done === 'cards.changed' ? 'cards.same' : done;
    return { tone: 'neutral', markdown: say(language, key, { front }) };
  }
  if (edited.kind === 'changed-since') {
    return { tone: 'warning', markdown: say(language, 'cards.changed-since', { front }) };
  }
  const { edit, source } = edited.card;
  const isKept = edited.isFromNotes && edit !== undefined && done === 'cards.changed';
  const stays = isKept ? [say(language, 'cards.stays', { file: escapeInline(source.file) })] : [];
  const markdown = [say(language, done, { front }), ...stays].join(' ');
  return { tone: 'success', markdown, controls: back(edited) };
}

/** Resumes the card that has just been paused. */
export function wakeButton(language: Language, { card }: Changed, { page, search }: CardsPage): Button {
  return button(say(language, 'cards.resume.it'), 'cards.resume', [page, refOf(card.id), search]);
}

/** Restores the text of the card that has just been edited. */
export function restoreButton(language: Language, { card, version }: Changed, { page, search }: CardsPage): Button {
  return button(say(language, 'sure.back'), 'cards.restore', [page, refOf(card.id), version, search]);
}
