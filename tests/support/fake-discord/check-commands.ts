import { ApplicationCommandType } from 'discord.js';
import type { Problem } from './api-error.js';
import { localeProblems, namingProblems, repeatedNames } from './check-names.js';
import type { CommandBody, CommandOptionBody } from './command-body.js';

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const MOST = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};
const MAX_CHARACTERS = 8_000;
const MAX_NAME = 100;
type Path = Problem['path'];

function longest(text: string | null | undefined, others: Readonly<Record<string, string>> | null | undefined): number {
  return Math.max((text ?? '').length, ...Object.values(others ?? {}).map((other) => other.length));
}

function lengthOf(part: CommandBody | CommandOptionBody): number {
  const choices = 'choices' in part ? (part.choices ?? []) : [];
  const inChoices = choices.map(
    ({ name, name_localizations, value }) => longest(name, name_localizations) + String(value).length,
  );
  const own = longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const inOptions = (part.options ?? []).map(lengthOf);
  return [...inChoices, ...inOptions].reduce((sum, length) => sum + length, own);
}

function choiceProblems({ choices, autocomplete }: CommandOptionBody, before: Path): readonly Problem[] {
  const all = choices ?? [];
  const path = [...before, 'choices'];
  return [
    ...(autocomplete && all.length > 0
      ? [{ path, code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE', message: 'Choices or autocomplete' }]
      : []),
    ...repeatedNames(all, path, 'APPLICATION_COMMAND_OPTION_CHOICE_NAME_DUPLICATED'),
    ...all.flatMap((choice, n) => [
      ...localeProblems('name_localizations', choice.name_localizations, [...path, n]),
      ...(longest(choice.name, choice.name_localizations) > MAX_NAME
        ? [{ path: [...path, n, 'name'], code: 'BASE_TYPE_MAX_LENGTH', message: `At most ${MAX_NAME} characters` }]
        : []),
    ]),
  ];
}

function optionsProblems(options: readonly CommandOptionBody[], before: Path): readonly Problem[] {
  const firstOptional = options.findIndex(({ required }) => !required);
  const late = options.findIndex(({ required }, n) => required && firstOptional >= 0 && n > firstOptional);
  return [
    ...(late < 0
      ? []
      : [
          {
            path: [...before, late],
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]),
    ...repeatedNames(options, before, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'),
    ...options.flatMap((option, n) => [
      ...namingProblems(option, [...before, n]),
      ...localeProblems('name_localizations', option.name_localizations, [...before, n]),
      ...localeProblems('description_localizations', option.description_localizations, [...before, n]),
      ...choiceProblems(option, [...before, n]),
      ...optionsProblems(option.options ?? [], [...before, n, 'options']),
    ]),
  ];
}

function menuProblems(command: CommandBody, n: number): readonly Problem[] {
  return [
    ...(command.description
      ? [{ path: [n, 'description'], code: 'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED', message: 'Must be empty' }]
      : []),
    ...((command.options ?? []).length > 0
      ? [{ path: [n, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED', message: 'Must be empty' }]
      : []),
  ];
}

function chatInputProblems(command: CommandBody, n: number): readonly Problem[] {
  return [
    ...namingProblems(command, [n]),
    ...(command.description
      ? []
      : [{ path: [n, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]),
    ...optionsProblems(command.options ?? [], [n, 'options']),
    ...(lengthOf(command) > MAX_CHARACTERS
      ? [
          {
            path: [n],
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: `Command exceeds maximum size (${MAX_CHARACTERS})`,
          },
        ]
      : []),
  ];
}

/** What is wrong with the whole list of commands, beyond what the official schema says of each. */
export function commandsProblems(commands: readonly CommandBody[]): readonly Problem[] {
  const perType = Object.entries(MOST).flatMap(([type, most]) => {
    const all = commands.filter((command) => String(command.type) === type);
    return [
      ...repeatedNames(all, [], 'APPLICATION_COMMANDS_DUPLICATE_NAME'),
      ...(all.length > most ? [{ path: [], code: 'BASE_TYPE_MAX_LENGTH', message: `${most} of type ${type}` }] : []),
    ];
  });
  const each = commands.flatMap((command, n) => [
    ...localeProblems('name_localizations', command.name_localizations, [n]),
    ...localeProblems('description_localizations', command.description_localizations, [n]),
    ...(command.type === ApplicationCommandType.ChatInput ? chatInputProblems(command, n) : menuProblems(command, n)),
  ]);
  return [...perType, ...each];
}
