import { usageOf } from '../../chat/parse-command.js';
import type { Block, CommandSpec, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

/** The groups of the help, in their order, with their commands. */
const HELP_GROUPS = {
  learn: ['review', 'today', 'daily', 'deck', 'leaderboard', 'quiz', 'settings'],
  ask: ['explain', 'ask', 'help'],
  care: ['import', 'card', 'cards', 'queue', 'gaps', 'alias', 'editors', 'export'],
} as const;
type HelpGroup = keyof typeof HELP_GROUPS;

/** A group's commands, one on each line. */
function groupBlocks(
  language: Language,
  group: HelpGroup,
  commands: readonly CommandSpec[],
  lead: string,
): readonly Block[] {
  const found = HELP_GROUPS[group].flatMap((name) => commands.filter((command) => command.name === name));
  return [
    { kind: 'text', markdown: `**${say(language, `help.group.${group}`)}**` },
    {
      kind: 'list',
      items: found.map((command) =>
        say(language, 'help.row', {
          command: usageOf(command, language, lead),
          description: escapeInline(command.description[language]),
        }),
      ),
    },
  ];
}

/** The everyday commands and where to begin; the commands for managing notes are behind a button. */
export function helpView(language: Language, commands: readonly CommandSpec[], lead: string): View {
  return {
    title: say(language, 'help.title'),
    body: [
      { kind: 'text', markdown: say(language, 'help.intro') },
      ...groupBlocks(language, 'learn', commands, lead),
      ...groupBlocks(language, 'ask', commands, lead),
    ],
    controls: [
      button(say(language, 'welcome.review'), 'review.start', [], 'primary'),
      button(say(language, 'help.decks'), 'deck.show'),
      button(say(language, 'help.group.care'), 'help.care'),
    ],
    footer: say(language, 'help.private'),
  };
}

/** The commands for managing notes. */
export function careHelpView(language: Language, commands: readonly CommandSpec[], lead: string): View {
  return {
    title: say(language, 'help.title'),
    body: groupBlocks(language, 'care', commands, lead),
    controls: [button(say(language, 'help.back'), 'help.back')],
    footer: say(language, 'help.care.note'),
  };
}

export type WelcomeFacts = {
  readonly name: string;
  readonly cards: number;
  readonly decks: readonly string[];
  /** A passage with which to try `/explain`. */
  readonly example: { readonly id: string; readonly title: string } | null;
  /** The prefix of a command's name on this platform. */
  readonly lead: string;
};

/** The first message to a new person: what this is, three things to try, who may change what. */
export function welcomeView(language: Language, facts: WelcomeFacts): View {
  const { name, cards, decks, example, lead } = facts;
  const ready = say(language, 'welcome.decks.some', {
    cards,
    decks: decks.length,
    names: escapeInline(decks.join(', ')),
  });
  const next = cards === 0 ? say(language, 'welcome.decks.none', { lead }) : `${ready} ${say(language, 'welcome.try')}`;
  return {
    title: say(language, 'welcome.title', { name }),
    body: [
      { kind: 'text', markdown: say(language, 'welcome.body') },
      { kind: 'text', markdown: next },
    ],
    controls:
      cards === 0
        ? [button(say(language, 'help.title'), 'help.show', [], 'primary')]
        : [
            button(say(language, 'welcome.review'), 'review.start', [], 'primary'),
            ...(example === null
              ? []
              : [button(say(language, 'welcome.explain', { title: example.title }), 'explain.open', [example.id])]),
            button(say(language, 'welcome.decks'), 'deck.show'),
          ],
    footer: say(language, 'welcome.note', { lead }),
  };
}
