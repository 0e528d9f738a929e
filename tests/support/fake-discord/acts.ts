import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmission,
  APIModalSubmitInteraction,
} from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType, InteractionType } from 'discord.js';
import type { Component } from './body.js';
import type { CommandOption } from './command-options.js';
import { interactionBase, type Scene } from './interaction-base.js';
import { messagePayload } from './message-payload.js';
import type { Platform } from './platform.js';
import type { StoredMessage } from './store.js';

/** A command as it is named in an interaction. */
export type CommandName = { readonly id: string; readonly name: string };

export function commandAct(
  platform: Platform,
  scene: Scene,
  { id, name }: CommandName,
  options: CommandOption[],
): APIChatInputApplicationCommandInteraction {
  return {
    ...interactionBase(platform, scene),
    type: InteractionType.ApplicationCommand,
    data: { id, name, type: ApplicationCommandType.ChatInput, ...(options.length === 0 ? {} : { options }) },
  };
}

export function autocompleteAct(
  platform: Platform,
  scene: Scene,
  { id, name }: CommandName,
  focused: { readonly name: string; readonly typed: string; readonly others: readonly CommandOption[] },
): APIApplicationCommandAutocompleteInteraction {
  const option = {
    name: focused.name,
    type: ApplicationCommandOptionType.String as const,
    value: focused.typed,
    focused: true,
  };
  const others = focused.others.flatMap((other) =>
    other.type === ApplicationCommandOptionType.Integer ? { ...other, value: String(other.value) } : other,
  );
  return {
    ...interactionBase(platform, scene),
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { id, name, type: ApplicationCommandType.ChatInput, options: [...others, option] },
  };
}

export function shortcutAct(
  platform: Platform,
  scene: Scene,
  { id, name }: CommandName,
  target: StoredMessage,
): APIMessageApplicationCommandInteraction {
  const messages = { [target.id]: messagePayload(platform, target) };
  return {
    ...interactionBase(platform, scene),
    type: InteractionType.ApplicationCommand,
    data: { id, name, type: ApplicationCommandType.Message, target_id: target.id, resolved: { messages } },
  };
}

/** @param values what was chosen, or `null` for a button */
export function pressAct(
  platform: Platform,
  scene: Scene,
  message: StoredMessage,
  component: Component,
  values: readonly string[] | null,
): APIMessageComponentInteraction {
  const pressed = { custom_id: component.custom_id ?? '', id: component.id ?? 0 };
  return {
    ...interactionBase(platform, scene),
    type: InteractionType.MessageComponent,
    message: messagePayload(platform, message),
    data:
      values === null
        ? { ...pressed, component_type: ComponentType.Button }
        : { ...pressed, component_type: ComponentType.StringSelect, values: [...values] },
  };
}

/** @param message the one whose button opened the form, if one did */
export function submitAct(
  platform: Platform,
  scene: Scene,
  message: StoredMessage | null,
  data: APIModalSubmission,
): APIModalSubmitInteraction {
  return {
    ...interactionBase(platform, scene),
    type: InteractionType.ModalSubmit,
    data,
    ...(message === null ? {} : { message: messagePayload(platform, message) }),
  };
}
