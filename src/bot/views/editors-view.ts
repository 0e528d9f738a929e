import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Editors } from '../../tutor/name-editors.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shorten } from '../words.js';

type Person = Editors['editors'][number];

function choose(language: Language, label: MessageKey, action: string, people: readonly Person[]): readonly Control[] {
  if (people.length === 0) return [];
  const options = people.map(({ id, name }) => ({ label: shorten(name, 60), value: id }));
  return [{ kind: 'select', label: say(language, label), action: { action, args: [] }, options }];
}

/** Who may change the decks beside the platform's managers. */
export function editorsView(language: Language, { editors, others }: Editors): View {
  return {
    title: say(language, 'editors.title'),
    body: [
      { kind: 'text', markdown: say(language, 'editors.body') },
      ...(editors.length === 0
        ? []
        : [{ kind: 'list', items: editors.map(({ name }) => escapeMarkdown(name)) } as const]),
    ],
    controls: [
      ...choose(language, 'editors.add', 'editors.add', others),
      ...choose(language, 'editors.remove', 'editors.remove', editors),
    ],
  };
}
