/**
 * What Slack would refuse, by its documentation (docs.slack.dev/reference/block-kit). The numbers stand here again on
 * purpose: a wrong one in the renderers' limits must be found.
 */
import { expect } from 'vitest';
import { z } from 'zod';

const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.literal(false) });
/** Escaped text and links; never a mention, a channel or a date. */
const mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z
    .string()
    .min(1)
    .max(2_000)
    .refine((text) => /^[^<>]*$/.test(text.replaceAll(/<(https?:\/\/|mailto:)[^<>|]*\|[^<>|]*>/g, '')), 'not escaped'),
  verbatim: z.literal(true),
});
const actionId = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\d+:(link$|1~)/);

const style = z.strictObject({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  code: z.literal(true).optional(),
});
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z
      .string()
      .max(3_000)
      .regex(/^(https?|mailto):[^\s<>|]*$/i),
    text: z.string().min(1),
    style: style.optional(),
  }),
]);
const inlines = z.array(inline).min(1);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: inlines });
const border = z.literal(1).optional();
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(1).optional(),
          border,
          elements: z.array(section).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: inlines }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), border, elements: inlines }),
      ]),
    )
    .min(1),
});

const option = z.strictObject({ text: plainText(75), value: z.string().min(1).max(150) });
const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    placeholder: plainText(150),
    options: z.array(option).min(1).max(100),
    initial_option: option.optional(),
  })
  .refine(
    ({ initial_option, options }) =>
      initial_option === undefined ||
      options.some((one) => one.text.text === initial_option.text.text && one.value === initial_option.value),
    'the initial option is none of the options',
  );
const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  url: z
    .url({ protocol: /^https?$/ })
    .max(3_000)
    .optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: z.string().min(1).max(255),
  multiline: z.boolean(),
  max_length: z.int().min(1).max(3_000),
  initial_value: z.string().min(1).max(3_000).optional(),
  placeholder: plainText(150).optional(),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: z.string().min(1).max(255),
  filetypes: z.array(z.string().regex(/^\w+$/)).min(1).optional(),
  max_files: z.int().min(1).max(10),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().min(1).max(255),
  label: plainText(2_000),
  hint: plainText(2_000).optional(),
  optional: z.boolean(),
  element: z.discriminatedUnion('type', [textInput, fileInput]),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150) }),
  richText,
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.union([button, select]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([mrkdwn, plainText(2_000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('section'),
    text: z.union([mrkdwn, plainText(2_000)]),
    accessory: button.optional(),
  }),
  input,
]);
const blocks = (max: number) =>
  z
    .array(block)
    .min(1)
    .max(max)
    .refine((all) => new Set(idsOf(all)).size === idsOf(all).length, 'an action id twice');

const message = z.strictObject({
  blocks: blocks(50).refine((all) => textIn(all.filter(isText)).length <= 12_000, 'msg_blocks_too_long'),
  text: z
    .string()
    .min(1)
    .max(4_000)
    .regex(/^[^<>]*$/),
});
const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24),
  callback_id: z.string().min(1).max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  blocks: blocks(100),
});
const home = z.strictObject({ type: z.literal('home'), blocks: blocks(100) });

/** Labels of buttons and options do not count for how long a message is. */
function isText({ type }: { readonly type: string }): boolean {
  return type !== 'actions';
}

function everyObject(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (typeof value !== 'object' || value === null) return [];
  const object: Record<string, unknown> = { ...value };
  return [object, ...Object.values(object).flatMap(everyObject)];
}

function idsOf(value: unknown): readonly unknown[] {
  return everyObject(value).flatMap((object) => ('action_id' in object ? [object.action_id] : []));
}

/** All that Slack shows of a payload, one text a line. */
export function textIn(value: unknown): string {
  return everyObject(value)
    .flatMap(({ text, url }) => [text, url].filter((part) => typeof part === 'string'))
    .join('\n');
}

function expectAccepted(schema: z.ZodType, payload: unknown): void {
  // As it goes over the wire: what is not JSON is seen here.
  const result = schema.safeParse(JSON.parse(JSON.stringify(payload)));
  expect(result.success ? '' : z.prettifyError(result.error)).toBe('');
}

export function expectMessage(payload: unknown): void {
  expectAccepted(message, payload);
}

export function expectModal(payload: unknown): void {
  expectAccepted(modal, payload);
}

export function expectHome(payload: unknown): void {
  expectAccepted(home, payload);
}

/** The elements of one rich_text block. */
export function expectRichText(elements: unknown): void {
  expectAccepted(richText, { type: 'rich_text', elements });
}
