import type { Form, Row, View } from '../../chat/port.js';
import type { Sides } from '../../core/card.js';
import type { LearnerId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { OpenGap } from '../../tutor/ask/close-gap.js';
import type { AddedCard } from '../../tutor/decks/add-card.js';
import type { AddedNote } from '../../tutor/decks/add-note.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { addedCardView, cardForm } from './card-view.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { clampPage, itemsOn, pageButtons, pageCaption } from './page-controls.js';

const PAGE = 5;
const QUERY = 120;
/** As a question is kept. In characters. */
const LONGEST_TITLE = 200;
const LONGEST_NOTE = 3_000;

function quoted(text: string): string {
  return escapeInline(shortenLabel(text, QUERY));
}

/** Of those who asked to be told, as many are named. */
const NAMED = 3;

/** Names by their owners' ids, in the order in which they are said. */
export type WaitingNames = ReadonlyMap<LearnerId, string>;

function waitingText(language: Language, { waiting }: OpenGap, names: WaitingNames): string {
  const known = [...names].flatMap(([id, name]) =>
    waiting.includes(id) ? [escapeInline(shortenLabel(name, 40))] : [],
  );
  if (known.length === 0) return say(language, 'gaps.waiting', { waiting: waiting.length });
  const more = waiting.length - Math.min(known.length, NAMED);
  const listed = [...known.slice(0, NAMED), ...(more > 0 ? [say(language, 'gaps.waiting.more', { more })] : [])];
  const all = new Intl.ListFormat(language, { type: 'conjunction' }).format(listed);
  return say(language, 'gaps.waiting.named', { waiting: waiting.length, names: all });
}

function countsOf(language: Language, gap: OpenGap, names: WaitingNames): readonly string[] {
  const { missed, waiting, unhelped } = gap;
  return [
    ...(missed > 0 ? [say(language, 'gaps.missed', { missed })] : []),
    ...(unhelped > 0 ? [say(language, 'gaps.unhelped', { unhelped })] : []),
    ...(waiting.length > 0 ? [waitingText(language, gap, names)] : []),
  ];
}

function rowOf(language: Language, gap: OpenGap, page: number, names: WaitingNames): Row {
  return {
    markdown: [`**${quoted(gap.text)}**`, ...countsOf(language, gap, names)].join(' · '),
    controls: [
      button(say(language, 'gaps.answer'), 'gaps.answer', [gap.id]),
      button(say(language, 'gaps.write'), 'gaps.write', [gap.id]),
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

/** What was asked and not found, on a page. */
export type GapsPage = {
  readonly gaps: readonly OpenGap[];
  readonly page: number;
  /** Of those who asked to be told: others are only counted. */
  readonly names: WaitingNames;
};

/** Those that a page shows. */
export function gapsOn(gaps: readonly OpenGap[], page: number): readonly OpenGap[] {
  return itemsOn(gaps, clampPage({ page, size: PAGE, total: gaps.length }));
}

export function gapsView(language: Language, { gaps, page, names }: GapsPage, notice: Notice | null): View {
  const place = clampPage({ page, size: PAGE, total: gaps.length });
  const none = { kind: 'text', markdown: say(language, 'gaps.none') } as const;
  if (gaps.length === 0) return { ...noticeTone(notice), body: [...noticeBlocks(notice), none] };
  return {
    ...noticeTone(notice),
    title: say(language, 'gaps.title', { open: gaps.length }),
    body: [
      ...noticeBlocks(notice),
      { kind: 'rows', rows: itemsOn(gaps, place).map((gap) => rowOf(language, gap, place.page, names)) },
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

/** A note that answers a gap: it is about what was asked. */
export function noteForm(language: Language, question: { readonly id: string; readonly text: string }): Form {
  const field = { kind: 'text', required: true } as const;
  return {
    title: say(language, 'gaps.write.form'),
    action: { action: 'gaps.written', args: [question.id] },
    submitLabel: say(language, 'card.save'),
    fields: [
      {
        ...field,
        name: 'title',
        label: say(language, 'gaps.write.title'),
        value: question.text.slice(0, LONGEST_TITLE),
        multiline: false,
        maxLength: LONGEST_TITLE,
      },
      {
        ...field,
        name: 'body',
        label: say(language, 'gaps.write.body'),
        hint: say(language, 'card.hint'),
        multiline: true,
        maxLength: LONGEST_NOTE,
      },
    ],
  };
}

/** What the notes say from now on. */
export function writtenNoteView(language: Language, { deckName, cards, passage }: AddedNote): View {
  const deck = escapeInline(deckName);
  return {
    tone: 'success',
    body: [{ kind: 'text', markdown: say(language, 'gaps.written', { deck, cards }) }],
    controls: [
      button(say(language, 'gaps.look'), 'explain.open', [passage], 'primary'),
      button(say(language, 'gaps.back'), 'gaps.show'),
    ],
  };
}

export function filledGapView(language: Language, added: AddedCard, sides: Sides): View {
  const view = addedCardView(language, added, sides);
  return {
    ...view,
    body: [...view.body, { kind: 'text', markdown: say(language, 'gaps.filled') }],
    controls: [...(view.controls ?? []), button(say(language, 'gaps.back'), 'gaps.show')],
  };
}
