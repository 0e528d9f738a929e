import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Queue } from '../../tutor/suggest-card.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';

/** The suggestion that has waited longest, as the card would look, and what can be done with it. */
export function queueView(
  language: Language,
  { first, waiting }: Queue,
  imports: readonly { readonly id: string; readonly file: string }[],
  notice: MessageKey | null,
): View {
  const said = notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const];
  const notes = imports.map(({ id, file }) =>
    button(say(language, 'queue.notes', { file: shorten(file, 40) }), 'import.look', [id]),
  );
  if (first === null) {
    const key = notes.length > 0 ? 'queue.only-notes' : 'queue.empty';
    return { tone: 'neutral', body: [...said, { kind: 'text', markdown: say(language, key) }], controls: notes };
  }
  return {
    title: say(language, 'queue.title', { waiting }),
    body: [
      ...said,
      { kind: 'text', markdown: say(language, 'queue.from', { name: escapeMarkdown(first.author) }) },
      { kind: 'text', markdown: `**${escapeMarkdown(first.front)}**` },
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
