import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { accessory, actionElement, imageElement, inputElement } from './elements.js';
import { richTextPart } from './rich-text.js';
import { anyText, items, mrkdwn, plainText, text, url } from './text.js';

const blockId = text(255).exactOptional();

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3_000).exactOptional(),
    fields: items(anyText(2_000), 10).exactOptional(),
    accessory: accessory.exactOptional(),
    expand: z.boolean().exactOptional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    message: 'must define either `text` or `fields`',
  });

const header = z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) });
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

const image = z.strictObject({
  type: z.literal('image'),
  block_id: blockId,
  alt_text: text(2_000),
  title: plainText(2_000).exactOptional(),
  image_url: url(3_000),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: items(actionElement, 25),
});

const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: items(z.discriminatedUnion('type', [imageElement, plainText(3_000), mrkdwn(3_000)]), 10),
});

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2_000),
  element: inputElement,
  hint: plainText(2_000).exactOptional(),
  optional: z.boolean().exactOptional(),
  dispatch_action: z.boolean().exactOptional(),
});

const markdown = z.strictObject({ type: z.literal('markdown'), block_id: blockId, text: text(12_000) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(richTextPart).min(1, 'no fewer than 1 items allowed'),
});

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: text(10_000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: text(10_000) }),
  richText,
]);
const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: items(items(cell, 20), 100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(['left', 'center', 'right']).exactOptional(),
        is_wrapped: z.boolean().exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
});

export const viewBlock = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  image,
  actions,
  context,
  input,
  richText,
]);

/** Markdown and tables are for messages only. */
export const messageBlock = z.discriminatedUnion('type', [...viewBlock.options, markdown, table]);

export type MessageBlock = z.infer<typeof messageBlock>;
export type ViewBlock = z.infer<typeof viewBlock>;
export type TableCell = z.infer<typeof cell>;

type Conforming<Ours extends Theirs, Theirs> = Ours;
/** Fails to compile when a schema here lets through what Slack's own types do not know. */
export type KnownMessageBlock = Conforming<MessageBlock, KnownBlock>;
