import type { Form, Row, View } from '../../chat/port.js';
import type { Sides } from '../../core/card.js';
import type { Language } from '../../core/language.js';
import type { OpenGap } from '../../tutor/ask/close-gap.js';
import type { AddedCard } from '../../tutor/decks/add-card.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { addedCardView, cardForm } from './card-view.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { clampPage, itemsOn, pageButtons, pageCaption } from './page-controls.js';

const PAGE = 5;
const QUERY = 120;

function quoted(text: string): string {
  return escapeInline(shortenLabel(text, QUERY));
}

function countsOf(language: Language, { missed, waiting, unhelped }: OpenGap): readonly string[] {
  return [
    ...(missed > 0 ? [say(language, 'gaps.missed', { missed })] : []),
    ...(unhelped > 0 ? [say(language, 'gaps.unhelped', { unhelped })] : []),
    ...(waiting > 0 ? [say(language, 'gaps.waiting', { waiting })] : []),
  ];
}

function rowOf(language: Language, gap: OpenGap, page: number): Row {
  return {
    markdown: [`**${quoted(gap.text)}**`, ...countsOf(language, gap)].join(' · '),
    controls: [
      button(say(language, 'gaps.answer'), 'gaps.answer', [gap.id]),
      button(say(language, 'gaps.drop'), 'gaps.drop', [page, gap.id]),
    ],
  };
}

/** A dropped gap, with a button that restores it. */
export function droppedGapNotice(language: Language, { id, text }: Pick<OpenGap, 'id' | 'text'>, page: number): Notice {
  return {
    tone: 'success',
    markdown: say(language, 'gaps.dropped', { query: quoted(text) }),
    controls: [button(say(language, 'sure.back'), 'gaps.restore', [page, id])],
  };
}

/** Questions without an answer. People are counted, never named. */
export function gapsView(language: Language, gaps: readonly OpenGap[], asked: number, notice: Notice | null): View {
  const place = clampPage({ page: asked, size: PAGE, total: gaps.length });
  const none = { kind: 'text', markdown: say(language, 'gaps.none') } as const;
  if (gaps.length === 0) return { ...noticeTone(notice), body: [...noticeBlocks(notice), none] };
  return {
    ...noticeTone(notice),
    title: say(language, 'gaps.title', { open: gaps.length }),
    body: [
      ...noticeBlocks(notice),
      { kind: 'rows', rows: itemsOn(gaps, place).map((gap) => rowOf(language, gap, place.page)) },
      ...pageCaption(language, place),
    ],
    controls: pageButtons(language, place, 'gaps.page'),
    footer: say(language, 'gaps.note'),
  };
}

/** A form for a card that answers a gap: its front is the question. */
export function gapForm(language: Language, question: { readonly id: string; readonly text: string }): Form {
  const action = { action: 'gaps.save', args: [question.id] };
  return cardForm(language, { front: question.text, back: '' }, { purpose: 'gap', action });
}

export function filledGapView(language: Language, added: AddedCard, sides: Sides): View {
  const view = addedCardView(language, added, sides);
  return {
    ...view,
    body: [...view.body, { kind: 'text', markdown: say(language, 'gaps.filled') }],
    controls: [...(view.controls ?? []), button(say(language, 'gaps.back'), 'gaps.show')],
  };
}
