import type { APIModalSubmission } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { Component, Modal } from './body.js';
import { TYPE } from './component-tree.js';

/** A form that is open before somebody. */
export type OpenForm = {
  readonly modal: Modal;
  readonly channelId: string;
  /** The message whose button opened it. */
  readonly messageId: string | null;
};

type Submitted = APIModalSubmission['components'][number];

/** The fields of a form, each with its label; what is only text to read is none. */
export function fieldsOf({ components }: Modal): readonly { readonly label: string; readonly input: Component }[] {
  return components.flatMap((part) => {
    const input = part.type === TYPE.label ? part.component : part.components?.[0];
    return input ? [{ label: part.label ?? input.label ?? '', input }] : [];
  });
}

/** What stands in a field, checked as Discord's client checks it. */
function valueFor(input: Component, values: Readonly<Record<string, string>>): string {
  const name = input.custom_id ?? '';
  const prefilled = typeof input.value === 'string' ? input.value : '';
  const value = values[name] ?? prefilled;
  if (value === '' && input.required !== false) throw new Error(`Discord sends no form without ${name}`);
  if (value.length > (input.max_length ?? 4_000))
    throw new Error(`Discord takes no ${value.length} characters in ${name}`);
  if (value !== '' && value.length < (input.min_length ?? 0))
    throw new Error(`Discord wants more characters in ${name}`);
  return value;
}

function chosenFor(input: Component, values: Readonly<Record<string, string>>): string[] {
  const given = values[input.custom_id ?? ''];
  const options = input.options ?? [];
  const chosen = options.filter(({ label, value, default: preset }) =>
    given === undefined ? preset : value === given || label === given,
  );
  if (chosen.length === 0 && input.required !== false) throw new Error(`Discord lets nobody choose "${given}"`);
  return chosen.map(({ value }) => value);
}

function submitted(part: Component, n: number, values: Readonly<Record<string, string>>): Submitted {
  const place = { id: part.id ?? n * 2 + 1 };
  const input = part.type === TYPE.label ? part.component : part.components?.[0];
  if (!input) return { type: ComponentType.TextDisplay, ...place };
  const field = { id: input.id ?? n * 2 + 2, custom_id: input.custom_id ?? '' };
  if (input.type === TYPE.stringSelect) {
    const component = { type: ComponentType.StringSelect as const, ...field, values: chosenFor(input, values) };
    return { type: ComponentType.Label, ...place, component };
  }
  if (input.type !== TYPE.textInput) throw new Error(`the fake has no form fields of type ${input.type}`);
  const text = { type: ComponentType.TextInput as const, ...field, value: valueFor(input, values) };
  return part.type === TYPE.label
    ? { type: ComponentType.Label, ...place, component: text }
    : { type: ComponentType.ActionRow, ...place, components: [text] };
}

/**
 * A form as it is sent. A field that is not named keeps what it was filled with. Throws an `Error` for a field that the
 * form does not have, and for what Discord's client would not send.
 */
export function submission(modal: Modal, values: Readonly<Record<string, string>>): APIModalSubmission {
  const known = fieldsOf(modal).map(({ input }) => input.custom_id);
  const stranger = Object.keys(values).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`the form has no field ${stranger}`);
  return { custom_id: modal.custom_id, components: modal.components.map((part, n) => submitted(part, n, values)) };
}
