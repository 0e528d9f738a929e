import { fitsButton } from '../../chat/action-ref.js';
import type { Button, Row, View } from '../../chat/port.js';
import type { PiledCard } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import { learningDate } from '../../core/local-date.js';
import { refOf } from '../../core/short-ref.js';
import type { DecidedPile } from '../../tutor/decks/pile/decide-pile.js';
import type { SeenPile } from '../../tutor/decks/pile/read-pile.js';
import { button } from '../controls.js';
import { doubtWords } from '../doubt-words.js';
import { ALL_DECKS, type PileSelection } from '../list-args.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortDate } from '../words.js';
import { fitsForm } from './card-view.js';
import { sideSummary } from './import-changes.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { pageButtons, pageCaption } from './page-controls.js';

/** Cards on a page: with three buttons each, as many as fit one message on every platform. */
export const PILE_SHOWN = 4;

type SeenCard = SeenPile['cards'][number];
type Asker = { readonly language: Language; readonly timeZone: string };

/** "17 to look at", a button to the waiting cards; none where no card waits. */
export function pileButtons(
  language: Language,
  count: number,
  action: 'deck.pile' | 'deck.pile.look',
  deck: string = ALL_DECKS,
): readonly Button[] {
  return count === 0 ? [] : [button(say(language, 'pile.button', { count }), action, [0, deck])];
}

function argsOf({ page, deck }: PileSelection, ...cards: readonly string[]): readonly (string | number)[] {
  return [page, deck, ...cards];
}

function placeWords(language: Language, { source }: SeenCard): string {
  const place = say(language, 'import.lines.place', { kind: 'line', number: source.line });
  return say(language, 'import.lines.in-file', { file: escapeInline(source.file), place });
}

function rowOf(language: Language, card: SeenCard, notes: string, controls: readonly Button[]): Row {
  const values = { front: sideSummary(card.front), back: sideSummary(card.back), notes };
  return { markdown: say(language, 'pile.row', values), controls };
}

function waitingRow(language: Language, card: SeenCard, at: PileSelection): Row {
  const args = argsOf(at, refOf(card.id));
  const notes = `${doubtWords(language, card.doubt.reason)} · ${placeWords(language, card)}`;
  return rowOf(language, card, notes, [
    button(say(language, 'pile.yes'), 'deck.yes', args, 'primary'),
    ...(fitsForm(card) ? [button(say(language, 'cards.edit'), 'deck.write', args)] : []),
    button(say(language, 'pile.no'), 'deck.no', args),
  ]);
}

/** Buttons that decide about all cards on the page, and no others: their arguments name the cards. */
function allButtons(language: Language, cards: readonly SeenCard[], at: PileSelection): readonly Button[] {
  if (cards.length < 2) return [];
  const args = argsOf(at, ...cards.map(({ id }) => refOf(id)));
  const buttons = [
    button(say(language, 'pile.yes.all'), 'deck.yes', args),
    button(say(language, 'pile.no.all'), 'deck.no', args),
  ];
  return buttons.filter(({ action }) => fitsButton(action));
}

/** Waiting cards, the surest first, each with the reason for its doubt. */
export function pileView(language: Language, seen: SeenPile, deck: string, notice: Notice | null): View {
  const { cards, page, total, refused } = seen;
  const at = { page, deck };
  const place = { page, size: PILE_SHOWN, total };
  const back = button(say(language, 'help.decks'), 'deck.back');
  const declined = button(say(language, 'pile.declined', { count: refused }), 'deck.refused', [0, deck]);
  const more = [...(refused === 0 ? [] : [declined]), back];
  if (cards.length === 0) {
    const markdown = say(language, 'pile.empty');
    return { ...noticeTone(notice), body: [...noticeBlocks(notice), { kind: 'text', markdown }], controls: more };
  }
  return {
    ...noticeTone(notice),
    title: say(language, 'pile.title', { cards: total }),
    body: [
      ...noticeBlocks(notice),
      { kind: 'rows', rows: cards.map((card) => waitingRow(language, card, at)) },
      ...pageCaption(language, place),
    ],
    controls: [
      ...allButtons(language, cards, at),
      ...pageButtons(language, place, 'deck.pile', (to) => [to, deck]),
      ...more,
    ],
    footer: say(language, 'pile.note'),
  };
}

/** Refused cards, latest first, each with a button to reconsider it. */
export function refusedView({ language, timeZone }: Asker, seen: SeenPile, deck: string, notice: Notice | null): View {
  const { cards, page, total, names } = seen;
  const at = { page, deck };
  const place = { page, size: PILE_SHOWN, total };
  const back = button(say(language, 'help.back'), 'deck.pile', [0, deck]);
  if (cards.length === 0) {
    const markdown = say(language, 'pile.declined.none');
    return { ...noticeTone(notice), body: [...noticeBlocks(notice), { kind: 'text', markdown }], controls: [back] };
  }
  const rows = cards.map((card): Row => {
    const { refused } = card;
    const who = refused === undefined ? '' : escapeInline(names.get(refused.by) ?? refused.by);
    const day = refused === undefined ? '' : shortDate(language, learningDate(refused.at, timeZone));
    const notes = `${say(language, 'pile.declined.by', { name: who, day })} · ${placeWords(language, card)}`;
    const again = button(say(language, 'pile.again'), 'deck.again', argsOf(at, refOf(card.id)));
    return rowOf(language, card, notes, [again]);
  });
  return {
    ...noticeTone(notice),
    title: say(language, 'pile.declined.title', { cards: total }),
    body: [...noticeBlocks(notice), { kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: [...pageButtons(language, place, 'deck.refused', (to) => [to, deck]), back],
  };
}

function frontOf([first]: readonly PiledCard[]): string {
  return first === undefined ? '' : sideSummary(first.front);
}

/** The result of accepting cards, with an undo button where one deck changed once. */
export function acceptedNotice(
  language: Language,
  { cards, made }: DecidedPile,
  { page, deck }: PileSelection,
): Notice {
  if (cards.length === 0) return { tone: 'neutral', markdown: say(language, 'queue.known') };
  const [only] = made.length === 1 ? made : [];
  const undo =
    only === undefined
      ? []
      : [button(say(language, 'undo.button'), 'deck.yes.undo', [page, deck, refOf(only.deckId), only.version])];
  const markdown = say(language, 'pile.taken', { cards: cards.length, front: frontOf(cards) });
  return { tone: 'success', markdown, controls: undo };
}

/** The result of refusing cards, with a button to reconsider them. */
export function declinedNotice(language: Language, { cards }: DecidedPile, at: PileSelection): Notice {
  if (cards.length === 0) return { tone: 'neutral', markdown: say(language, 'queue.known') };
  const args = argsOf(at, ...cards.map(({ id }) => refOf(id)));
  const undo = [button(say(language, 'undo.button'), 'deck.no.undo', args)].filter(({ action }) => fitsButton(action));
  const markdown = say(language, 'pile.refused', { cards: cards.length, front: frontOf(cards) });
  return { tone: 'success', markdown, controls: undo };
}
