import type { Control, Form, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { AddedCard } from '../../tutor/add-card.js';
import type { Gap, Gaps } from '../../tutor/close-gap.js';
import type { CardDraft } from '../../tutor/draft-card.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';
import { addedCardView, cardForm } from './card-view.js';

const MAX_LABEL = 60;

function gapLine(language: Language, { text, missed, people, unhelped }: Gap): string {
  const counts = say(language, 'gaps.row', { missed, people });
  const query = `**${escapeMarkdown(shorten(text, 120))}**`;
  return `${query} · ${counts}${unhelped > 0 ? ` · ${say(language, 'gaps.unhelped', { unhelped })}` : ''}`;
}

function choose(language: Language, label: MessageKey, action: string, { gaps, page }: Gaps): Control {
  const args = action === 'gaps.drop' ? [String(page)] : [];
  const options = gaps.map(({ id, text }) => ({ label: shorten(text, MAX_LABEL), value: id }));
  return { kind: 'select', label: say(language, label), action: { action, args }, options };
}

/** What was asked and not found. People are counted, never named. */
export function gapsView(language: Language, found: Gaps, notice: MessageKey | null): View {
  const said = notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const];
  const { gaps, page, pages, open } = found;
  if (gaps.length === 0) return { body: [...said, { kind: 'text', markdown: say(language, 'gaps.none') }] };
  return {
    title: say(language, 'gaps.title', { open }),
    body: [...said, { kind: 'list', items: gaps.map((gap) => gapLine(language, gap)) }],
    controls: [
      choose(language, 'gaps.answer', 'gaps.answer', found),
      choose(language, 'gaps.drop', 'gaps.drop', found),
      ...(page > 0 ? [button(say(language, 'gaps.before'), 'gaps.page', [page - 1])] : []),
      ...(page + 1 < pages ? [button(say(language, 'gaps.after'), 'gaps.page', [page + 1])] : []),
    ],
    footer: say(language, 'gaps.note'),
  };
}

/** A card that answers a gap: its front is what was asked. */
export function gapForm(language: Language, question: { readonly id: string; readonly text: string }): Form {
  const action = { action: 'gaps.save', args: [question.id] };
  return cardForm(language, { front: question.text, back: '' }, { purpose: 'gap', action });
}

export function filledGapView(language: Language, added: AddedCard, sides: CardDraft): View {
  const view = addedCardView(language, added, sides);
  return {
    ...view,
    body: [...view.body, { kind: 'text', markdown: say(language, 'gaps.filled') }],
    controls: [...(view.controls ?? []), button(say(language, 'gaps.back'), 'gaps.show')],
  };
}
