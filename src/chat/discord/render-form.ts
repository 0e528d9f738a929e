import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { shorten, splitText } from '../fit-text.js';
import type { Form, FormField } from '../port.js';
import { scopedId } from './custom-id.js';
import { cleanLine, cleanText } from './escape.js';
import { LIMITS } from './limits.js';

const length = (text: string): number => text.length;

function line(text: string, max: number): string {
  return shorten(cleanLine(text), max, length);
}

/** What is filled in from the start: cut, not shortened, because an ellipsis would be sent back as if it were meant. */
function filled(text: string, max: number): string {
  return splitText(cleanText(text), max, length)[0] ?? '';
}

function fieldLabel(field: FormField): APILabelComponent {
  const max = Math.max(1, Math.min(field.maxLength, LIMITS.fieldValue));
  const label = cleanLine(field.label);
  const placeholder = line(field.placeholder ?? '', LIMITS.placeholder);
  const value = filled(field.value ?? '', max);
  return {
    type: ComponentType.Label,
    label: line(label, LIMITS.fieldLabel) || '…',
    ...(label.length > LIMITS.fieldLabel ? { description: line(label, LIMITS.fieldDescription) } : {}),
    component: {
      type: ComponentType.TextInput,
      custom_id: field.name,
      style: field.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: field.required,
      min_length: field.required ? 1 : 0,
      max_length: max,
      ...(placeholder === '' ? {} : { placeholder }),
      ...(value === '' ? {} : { value }),
    },
  };
}

/** A form as the data of a modal. Discord's own button sends it, so that `submitLabel` is not shown. */
export function renderForm(
  form: Form,
  { scope }: { readonly scope: string | null },
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: scopedId(form.action, scope),
    title: line(form.title, LIMITS.formTitle) || '…',
    components: form.fields.slice(0, LIMITS.formFields).map(fieldLabel),
  };
}
