import type { InputBlock, ModalView } from '@slack/types';
import { encodeActionRef } from '../action-ref.js';
import { shorten } from '../fit-text.js';
import type { Form, FormField } from '../port.js';
import { LIMITS } from './limits.js';
import { plain } from './plain.js';

/** The field's name is the id of its block and of its input: both must be unique in a modal. */
function renderField({ name, label, value, placeholder, required, multiline, maxLength }: FormField): InputBlock {
  const max = Math.min(maxLength, LIMITS.inputValue);
  const filled = shorten(value ?? '', max, (text) => text.length);
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LIMITS.inputLabel),
    optional: !required,
    element: {
      type: 'plain_text_input',
      action_id: name,
      multiline,
      max_length: max,
      ...(filled === '' ? {} : { initial_value: filled }),
      ...(placeholder ? { placeholder: plain(placeholder, LIMITS.placeholder) } : {}),
    },
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
