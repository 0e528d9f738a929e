import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { KnownAliases, SuggestedAlias } from '../../tutor/teach-alias.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { shorten } from '../words.js';

/** As many as every platform's select holds. */
const SHOWN = 25;

function decideButtons(language: Language, { id }: SuggestedAlias): readonly Control[] {
  return [
    button(say(language, 'queue.accept'), 'alias.accept', [id], 'primary'),
    button(say(language, 'queue.drop'), 'alias.drop', [id], 'danger'),
  ];
}

/** Other names that people taught; those who may change them can take them back and decide what others suggest. */
export function aliasesView(language: Language, known: KnownAliases, mayChange: boolean, notice: string | null): View {
  const { aliases, suggested } = known;
  const shown = aliases.slice(0, SHOWN);
  const lines = shown.map(({ alias, meaning }) => `${escapeMarkdown(alias)} = ${escapeMarkdown(meaning)}`);
  const waits = mayChange ? suggested : null;
  const options = shown.map(({ alias, meaning }) => ({
    label: shorten(`${alias} = ${meaning}`, 60),
    value: shorten(alias, 60),
  }));
  return {
    title: say(language, 'alias.title'),
    body: [
      ...(notice === null ? [] : [{ kind: 'text', markdown: notice } as const]),
      lines.length === 0 ? { kind: 'text', markdown: say(language, 'alias.none') } : { kind: 'list', items: lines },
      ...(aliases.length > SHOWN
        ? [{ kind: 'text', markdown: say(language, 'import.more', { count: aliases.length - SHOWN }) } as const]
        : []),
      ...(waits === null ? [] : [{ kind: 'text', markdown: say(language, 'alias.suggests', words(waits)) } as const]),
    ],
    controls: [
      ...(waits === null ? [] : decideButtons(language, waits)),
      ...(mayChange && options.length > 0
        ? [
            {
              kind: 'select',
              label: say(language, 'alias.remove'),
              action: { action: 'alias.remove', args: [] },
              options,
            } as const,
          ]
        : []),
    ],
    footer: say(language, 'alias.note'),
  };
}

function words({ alias, meaning, author }: SuggestedAlias) {
  return { name: escapeMarkdown(author), alias: escapeMarkdown(alias), meaning: escapeMarkdown(meaning) };
}
