import { z } from 'zod';
import {
  actionId,
  channelsSelect,
  checkboxes,
  conversationsSelect,
  externalSelect,
  focus,
  multiStaticSelect,
  overflow,
  placeholder,
  radioButtons,
  staticSelect,
  usersSelect,
} from './menus.js';
import { colour, confirm } from './options.js';
import { plainText, text, url } from './text.js';

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  value: text(2_000).exactOptional(),
  url: url(3_000).exactOptional(),
  style: colour.exactOptional(),
  confirm: confirm.exactOptional(),
  accessibility_label: text(75).exactOptional(),
});

const picker = { action_id: actionId, confirm: confirm.exactOptional(), focus_on_load: focus };

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...picker,
  placeholder,
  initial_date: z.iso.date().exactOptional(),
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...picker,
  placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm')
    .exactOptional(),
  timezone: text(255).exactOptional(),
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...picker,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).exactOptional(),
});

const dispatch = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).exactOptional(),
});

const input = {
  action_id: actionId,
  placeholder,
  initial_value: z.string().max(3_000, 'must be less than 3001 characters').exactOptional(),
  dispatch_action_config: dispatch.exactOptional(),
  focus_on_load: focus,
};

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...input,
    multiline: z.boolean().exactOptional(),
    min_length: z.int().min(0).max(3_000).exactOptional(),
    max_length: z.int().min(1).max(3_000).exactOptional(),
  })
  .refine(({ initial_value = '', max_length = 3_000 }) => initial_value.length <= max_length, {
    message: 'must not be longer than max_length',
    path: ['initial_value'],
  });

const emailInput = z.strictObject({ type: z.literal('email_text_input'), ...input });
const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...input });
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...input,
  is_decimal_allowed: z.boolean(),
  min_value: z.string().exactOptional(),
  max_value: z.string().exactOptional(),
});

/** Docs: docs.slack.dev/reference/block-kit/block-elements/file-input-element. */
export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: actionId,
  filetypes: z
    .array(text(255).regex(/^\w+$/, 'must be a file extension'))
    .min(1, 'no fewer than 1 items allowed')
    .exactOptional(),
  max_files: z.int().min(1).max(10).exactOptional(),
});

export const imageElement = z.strictObject({ type: z.literal('image'), alt_text: text(2_000), image_url: url(3_000) });

/** Elements of an actions block. */
export const actionElement = z.discriminatedUnion('type', [
  button,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  usersSelect,
  channelsSelect,
  conversationsSelect,
  overflow,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
  datetimepicker,
]);

/** What stands beside a section's text. */
export const accessory = z.discriminatedUnion('type', [
  button,
  imageElement,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  usersSelect,
  channelsSelect,
  conversationsSelect,
  overflow,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
]);

/** Elements of an input block. */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  emailInput,
  urlInput,
  numberInput,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  usersSelect,
  channelsSelect,
  conversationsSelect,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
  datetimepicker,
  fileInput,
]);

export type FileInput = z.infer<typeof fileInput>;
export type ActionElement = z.infer<typeof actionElement>;
export type InputElement = z.infer<typeof inputElement>;
