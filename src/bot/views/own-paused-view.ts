import type { Button, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { learningDate } from '../../core/local-date.js';
import { refOf } from '../../core/short-ref.js';
import type { PausedCard } from '../../tutor/review/put-aside.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortDate, shortenLabel } from '../words.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { clampPage, itemsOn, pageButtons, pageCaption } from './page-controls.js';

const SHOWN = 8;

/** Opens the list of the cards that somebody has paused for themselves; none where there are none. */
export function ownPausedButtons(language: Language, cards: number): readonly Button[] {
  return cards === 0 ? [] : [button(say(language, 'cards.mine', { cards }), 'cards.mine', [0])];
}

/** The cards that a learner has paused for themselves, each with its way back. */
export function ownPausedView(
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  paused: readonly PausedCard[],
  page: number,
  notice: Notice | null,
): View {
  if (paused.length === 0) {
    const markdown = say(language, 'cards.mine.none');
    return { ...noticeTone(notice), body: [...noticeBlocks(notice), { kind: 'text', markdown }] };
  }
  const place = clampPage({ page, size: SHOWN, total: paused.length });
  const rows = itemsOn(paused, place).map(({ card, heldAt }) => {
    const front = escapeInline(shortenLabel(stripMarkdown(card.front), 120)) || '…';
    const day = shortDate(language, learningDate(heldAt, timeZone));
    const resume = button(say(language, 'cards.resume'), 'cards.mine.resume', [place.page, refOf(card.id)]);
    return { markdown: say(language, 'cards.mine.row', { front, day }), controls: [resume] };
  });
  return {
    ...noticeTone(notice),
    title: say(language, 'cards.mine', { cards: paused.length }),
    body: [...noticeBlocks(notice), { kind: 'rows', rows }, ...pageCaption(language, place)],
    controls: pageButtons(language, place, 'cards.mine'),
    footer: say(language, 'cards.mine.note'),
  };
}
