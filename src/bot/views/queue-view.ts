import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { DecidedCard, SuggestionQueue } from '../../tutor/decks/suggest-card.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';

/** The suggestion that has waited longest, as its card would look, with the possible decisions. */
export function queueView(
  language: Language,
  { first, waiting }: SuggestionQueue,
  imports: readonly { readonly id: string; readonly file: string }[],
  notice: Notice | null,
): View {
  const notes = imports.map(({ id, file }) =>
    button(say(language, 'queue.notes', { file: shortenLabel(file, 40) }), 'import.look', [id]),
  );
  if (first === null) {
    const key = notes.length > 0 ? 'queue.only-notes' : 'queue.empty';
    const body = [...noticeBlocks(notice), { kind: 'text', markdown: say(language, key) } as const];
    return { tone: 'neutral', ...noticeTone(notice), body, controls: notes };
  }
  return {
    ...noticeTone(notice),
    title: say(language, 'queue.title', { waiting }),
    body: [
      ...noticeBlocks(notice),
      { kind: 'text', markdown: say(language, 'queue.from', { name: escapeInline(first.author) }) },
      { kind: 'headline', markdown: first.front },
      { kind: 'text', markdown: first.back },
    ],
    controls: [
      button(say(language, 'queue.accept'), 'queue.accept', [first.id], 'primary'),
      button(say(language, 'queue.edit'), 'queue.edit', [first.id]),
      button(say(language, 'queue.drop'), 'queue.drop', [first.id], 'danger'),
      ...notes,
    ],
  };
}

/**
 * The result of a decision. Nobody learns a suggested card yet, so dropping it needs no confirmation and can be
 * reversed.
 */
export function decidedSuggestionNotice(language: Language, decided: DecidedCard): Notice {
  switch (decided.kind) {
    case 'accepted':
      return { tone: 'success', markdown: say(language, 'queue.accepted') };
    case 'dropped': {
      const back = button(say(language, 'sure.back'), 'queue.restore', [decided.id]);
      return { tone: 'neutral', markdown: say(language, 'queue.dropped'), controls: [back] };
    }
    case 'gone':
      return { tone: 'warning', markdown: say(language, 'queue.known') };
  }
}

/** The result of restoring a suggestion. */
export function restoredSuggestionNotice(language: Language, restored: 'restored' | 'known'): Notice {
  if (restored === 'known') return { tone: 'warning', markdown: say(language, 'queue.known') };
  return { tone: 'success', markdown: say(language, 'queue.restored') };
}
