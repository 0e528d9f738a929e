import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { shorten } from '../fit-text.js';
import type { CommandOption, CommandSpec, Localized, ShortcutSpec, Suggestion } from '../port.js';
import { LIMITS } from './limits.js';

/** In guilds and in the bot's own direct messages, where a guild has added it. */
const WHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function line(text: string, max: number): string {
  return shorten(text, max, (part) => part.length);
}

/** Both kinds of Spanish that Discord knows. English is what everybody else sees. */
function spanish({ es }: Localized, max: number): LocalizationMap {
  return { 'es-ES': line(es, max), 'es-419': line(es, max) };
}

function described(description: Localized) {
  return {
    description: line(description.en, LIMITS.description),
    description_localizations: spanish(description, LIMITS.description),
  };
}

/** Names are sent whole: Discord refusing one that is too long is better than two commands of the same name. */
function named(name: string, names: Localized) {
  return { name, name_localizations: { 'es-ES': names.es, 'es-419': names.es } };
}

function choiceOf(label: Localized) {
  return { name: line(label.en, LIMITS.choice), name_localizations: spanish(label, LIMITS.choice) };
}

function optionOf(option: CommandOption): APIApplicationCommandBasicOption {
  const { required, suggests } = option;
  const base = { ...named(option.name, option.names), ...described(option.description), required };
  const choices = option.choices.slice(0, LIMITS.choices);
  if (option.type === 'integer') {
    const type = ApplicationCommandOptionType.Integer;
    if (choices.length === 0) return suggests ? { ...base, type, autocomplete: true } : { ...base, type };
    return {
      ...base,
      type,
      choices: choices.map(({ value, label }) => ({ ...choiceOf(label), value: Number(value) })),
    };
  }
  const type = ApplicationCommandOptionType.String;
  if (choices.length === 0) return suggests ? { ...base, type, autocomplete: true } : { ...base, type };
  return { ...base, type, choices: choices.map(({ value, label }) => ({ ...choiceOf(label), value })) };
}

function commandOf(command: CommandSpec): RESTPostAPIApplicationCommandsJSONBody {
  const required = command.options.filter((option) => option.required);
  const optional = command.options.filter((option) => !option.required);
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(command.name, command.names),
    ...described(command.description),
    options: [...required, ...optional].map(optionOf),
    ...WHERE,
  };
}

/** An entry in the menu of a message. It comes back by its English label. */
function menuOf({ label }: ShortcutSpec): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: line(label.en, LIMITS.menuName),
    name_localizations: spanish(label, LIMITS.menuName),
    ...WHERE,
  };
}

/** The body that replaces all commands of the application. */
export function renderCommands(
  commands: readonly CommandSpec[],
  shortcuts: readonly ShortcutSpec[],
): RESTPutAPIApplicationCommandsJSONBody {
  return [...commands.map(commandOf), ...shortcuts.map(menuOf)];
}

/** Suggestions while somebody types. One whose value Discord would refuse is left out: cut, it would mean another. */
export function renderChoices(found: readonly Suggestion[]): APIApplicationCommandOptionChoice<string>[] {
  return found
    .filter(({ value }) => value !== '' && value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: line(label, LIMITS.choice) || value, value }));
}
