import type { FileInput, InputBlock, ModalView, PlainTextInput } from '@slack/types';
import { encodeActionRef } from '../action-ref.js';
import { shorten } from '../fit-text.js';
import type { FileField, Form, FormField, TextField } from '../port.js';
import { LIMITS } from './limits.js';
import { plain } from './plain.js';

function textInput({ name, value, placeholder, multiline, maxLength }: TextField): PlainTextInput {
  const max = Math.min(maxLength, LIMITS.inputValue);
  const filled = shorten(value ?? '', max, (text) => text.length);
  return {
    type: 'plain_text_input',
    action_id: name,
    multiline,
    max_length: max,
    ...(filled === '' ? {} : { initial_value: filled }),
    ...(placeholder ? { placeholder: plain(placeholder, LIMITS.placeholder) } : {}),
  };
}

/** Slack's client takes only files of the list; without a list it takes any. */
function fileInput({ name, accept }: FileField): FileInput {
  const filetypes = accept.map((end) => end.slice(1));
  return { type: 'file_input', action_id: name, max_files: 1, ...(filetypes.length === 0 ? {} : { filetypes }) };
}

/** The field's name is the id of its block and of its input: both must be unique in a modal. */
function renderField(field: FormField): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, LIMITS.inputLabel),
    ...(field.kind === 'text' && field.hint ? { hint: plain(field.hint, LIMITS.inputLabel) } : {}),
    optional: !field.required,
    element: field.kind === 'file' ? fileInput(field) : textInput(field),
  };
}

/**
 * Questions as a modal. `privateMetadata` comes back with the answers: at most 3,000 characters, or a `RangeError`.
 * `close` is the word on the button that leaves it.
 */
export function renderForm(
  form: Form,
  context: { readonly privateMetadata: string; readonly close: string },
): ModalView {
  if (context.privateMetadata.length > LIMITS.privateMetadata) {
    throw new RangeError(`private_metadata has ${context.privateMetadata.length} characters`);
  }
  return {
    type: 'modal',
    callback_id: encodeActionRef(form.action),
    private_metadata: context.privateMetadata,
    title: plain(form.title, LIMITS.modalTitle),
    submit: plain(form.submitLabel, LIMITS.modalTitle),
    close: plain(context.close, LIMITS.modalTitle),
    blocks: form.fields.map(renderField),
  };
}
