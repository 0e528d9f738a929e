import {
  type APIFileUploadComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { shorten, splitText } from '../fit-text.js';
import type { FileField, Form, FormField, TextField } from '../port.js';
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

function textInput(field: TextField): APITextInputComponent {
  const max = Math.max(1, Math.min(field.maxLength, LIMITS.fieldValue));
  const placeholder = line(field.placeholder ?? '', LIMITS.placeholder);
  const value = filled(field.value ?? '', max);
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    min_length: field.required ? 1 : 0,
    max_length: max,
    ...(placeholder === '' ? {} : { placeholder }),
    ...(value === '' ? {} : { value }),
  };
}

function fileInput({ name, required }: FileField): APIFileUploadComponent {
  return { type: ComponentType.FileUpload, custom_id: name, required, min_values: required ? 1 : 0, max_values: 1 };
}

/** The label where it is too long to show above the field, else what helps to fill it in. */
function descriptionOf(field: FormField): string {
  const label = cleanLine(field.label);
  if (label.length > LIMITS.fieldLabel) return line(label, LIMITS.fieldDescription);
  return field.kind === 'text' ? line(field.hint ?? '', LIMITS.fieldDescription) : '';
}

function fieldLabel(field: FormField): APILabelComponent {
  const description = descriptionOf(field);
  return {
    type: ComponentType.Label,
    label: line(field.label, LIMITS.fieldLabel) || '…',
    ...(description === '' ? {} : { description }),
    component: field.kind === 'file' ? fileInput(field) : textInput(field),
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
