import type { APIAttachment, APIModalSubmission } from 'discord.js';
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

/** Files that lie on the platform, by the field that they were chosen in. */
type Uploaded = Readonly<Record<string, APIAttachment>>;
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

function uploadedFor({ custom_id, min_values, required }: Component, uploaded: Uploaded): string[] {
  const file = uploaded[custom_id ?? ''];
  if (file === undefined && required !== false && (min_values ?? 1) > 0) {
    throw new Error(`Discord sends no form without a file in ${custom_id}`);
  }
  return file === undefined ? [] : [file.id];
}

function submitted(
  part: Component,
  n: number,
  values: Readonly<Record<string, string>>,
  uploaded: Uploaded,
): Submitted {
  const place = { id: part.id ?? n * 2 + 1 };
  const input = part.type === TYPE.label ? part.component : part.components?.[0];
  if (!input) return { type: ComponentType.TextDisplay, ...place };
  const field = { id: input.id ?? n * 2 + 2, custom_id: input.custom_id ?? '' };
  if (input.type === TYPE.stringSelect) {
    const component = { type: ComponentType.StringSelect as const, ...field, values: chosenFor(input, values) };
    return { type: ComponentType.Label, ...place, component };
  }
  if (input.type === TYPE.fileUpload) {
    const component = { type: ComponentType.FileUpload as const, ...field, values: uploadedFor(input, uploaded) };
    return { type: ComponentType.Label, ...place, component };
  }
  if (input.type !== TYPE.textInput) throw new Error(`the fake has no form fields of type ${input.type}`);
  const text = { type: ComponentType.TextInput as const, ...field, value: valueFor(input, values) };
  return part.type === TYPE.label
    ? { type: ComponentType.Label, ...place, component: text }
    : { type: ComponentType.ActionRow, ...place, components: [text] };
}

/** What somebody puts into a field must be of its kind. */
function checkNames(modal: Modal, values: Readonly<Record<string, string>>, uploaded: Uploaded): void {
  const fields = fieldsOf(modal).map(({ input }) => input);
  const files = fields.filter(({ type }) => type === TYPE.fileUpload).map(({ custom_id }) => custom_id);
  const others = fields.map(({ custom_id }) => custom_id).filter((name) => !files.includes(name));
  const stranger =
    Object.keys(values).find((name) => !others.includes(name)) ??
    Object.keys(uploaded).find((name) => !files.includes(name));
  if (stranger !== undefined) throw new Error(`the form has no field ${stranger}`);
}

/**
 * A form as it is sent. A field that is not named keeps what it was filled with. Throws an `Error` for a field that the
 * form does not have, and for what Discord's client would not send.
 */
export function submission(
  modal: Modal,
  values: Readonly<Record<string, string>>,
  uploaded: Uploaded = {},
): APIModalSubmission {
  checkNames(modal, values, uploaded);
  const components = modal.components.map((part, n) => submitted(part, n, values, uploaded));
  const files = Object.values(uploaded);
  const attachments = Object.fromEntries(files.map((file) => [file.id, file]));
  return { custom_id: modal.custom_id, components, ...(files.length === 0 ? {} : { resolved: { attachments } }) };
}
