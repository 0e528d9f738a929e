import { usageOf } from '../../chat/parse-command.js';
import type { CommandSpec, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';

/** Every command in a line, and where to begin. */
export function helpView(language: Language, commands: readonly CommandSpec[], lead: string): View {
  return {
    title: say(language, 'help.title'),
    body: [
      { kind: 'text', markdown: say(language, 'help.intro') },
      {
        kind: 'list',
        items: commands.map((command) =>
          say(language, 'help.row', {
            command: usageOf(command, language, lead),
            description: escapeMarkdown(command.description[language]),
          }),
        ),
      },
    ],
    controls: startButtons(language),
    footer: say(language, 'help.private'),
  };
}

function startButtons(language: Language): NonNullable<View['controls']> {
  return [
    button(say(language, 'welcome.review'), 'review.start', [], 'primary'),
    button(say(language, 'help.decks'), 'deck.show'),
    button(say(language, 'settings.title'), 'settings.show'),
  ];
}

export type WelcomeFacts = {
  readonly name: string;
  readonly cards: number;
  readonly decks: readonly string[];
  /** A part of the notes to try `/explain` on. */
  readonly example: { readonly id: string; readonly title: string } | null;
};

/** The first message to somebody new: what this is and three things to try. */
export function welcomeView(language: Language, facts: WelcomeFacts): View {
  const { name, cards, decks, example } = facts;
  const ready = say(language, 'welcome.decks.some', {
    cards,
    decks: decks.length,
    names: escapeMarkdown(decks.join(', ')),
  });
  return {
    title: say(language, 'welcome.title', { name }),
    body: [
      { kind: 'text', markdown: say(language, 'welcome.body') },
      ...(cards === 0 ? [] : [{ kind: 'text', markdown: `${ready} ${say(language, 'welcome.try')}` } as const]),
    ],
    controls: [
      ...(cards === 0 ? [] : [button(say(language, 'welcome.review'), 'review.start', [], 'primary')]),
      ...(example === null
        ? []
        : [button(say(language, 'welcome.explain', { title: example.title }), 'explain.open', [example.id])]),
      button(say(language, 'welcome.decks'), 'deck.show'),
    ],
    footer: say(language, 'welcome.note'),
  };
}
