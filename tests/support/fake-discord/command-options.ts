import type {
  APIApplicationCommandInteractionDataIntegerOption,
  APIApplicationCommandInteractionDataStringOption,
  InteractionType,
} from 'discord.js';
import { ApplicationCommandOptionType } from 'discord.js';
import type { CommandOptionBody, RegisteredCommand } from './command-body.js';

type Given = Readonly<Record<string, string>>;
export type CommandOption =
  | APIApplicationCommandInteractionDataIntegerOption<InteractionType.ApplicationCommand>
  | APIApplicationCommandInteractionDataStringOption;

/** The value of what was given: somebody who picks a choice picks its label, and its value is sent. */
function chosenValue({ name, choices }: CommandOptionBody, given: string): string {
  if (!choices || choices.length === 0) return given;
  const chosen = choices.find((choice) => String(choice.value) === given || choice.name === given);
  if (chosen === undefined) throw new Error(`Discord lets nobody choose "${given}" for ${name}`);
  return String(chosen.value);
}

function numberOf({ name, min_value: min, max_value: max }: CommandOptionBody, given: string): number {
  const value = Number(given);
  const fits = Number.isSafeInteger(value) && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  if (!fits || given.trim() === '') throw new Error(`Discord takes no "${given}" for ${name}`);
  return value;
}

function typed(spec: CommandOptionBody, given: string): CommandOption {
  const value = chosenValue(spec, given);
  if (spec.type === ApplicationCommandOptionType.Integer) {
    return { name: spec.name, type: ApplicationCommandOptionType.Integer, value: numberOf(spec, value) };
  }
  if (spec.type !== ApplicationCommandOptionType.String)
    throw new Error(`the fake has no options of type ${spec.type}`);
  if (value.length > (spec.max_length ?? 6_000)) throw new Error(`Discord takes no ${value.length} characters`);
  return { name: spec.name, type: ApplicationCommandOptionType.String, value };
}

/**
 * Options as Discord's client sends them. Throws an `Error` for what its client would not let somebody send: an option
 * that is missing or unknown, a value of another type or outside the choices.
 *
 * @param command as registered; without one all options are sent as text
 */
export function optionsOf(command: RegisteredCommand | undefined, given: Given): CommandOption[] {
  if (command === undefined) {
    return Object.entries(given).map(([name, value]) => ({ name, type: ApplicationCommandOptionType.String, value }));
  }
  const specs = command.options ?? [];
  const missing = specs.find(({ name, required }) => required && given[name] === undefined);
  if (missing !== undefined) throw new Error(`Discord sends /${command.name} only with ${missing.name}`);
  return Object.entries(given).map(([name, value]) => {
    const spec = specs.find((option) => option.name === name);
    if (spec === undefined) throw new Error(`/${command.name} has no option ${name}`);
    return typed(spec, value);
  });
}
