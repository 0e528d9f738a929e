import { z } from 'zod';
import { text, url } from './text.js';

const style = z
  .strictObject({
    bold: z.boolean().exactOptional(),
    italic: z.boolean().exactOptional(),
    strike: z.boolean().exactOptional(),
    code: z.boolean().exactOptional(),
    underline: z.boolean().exactOptional(),
  })
  .exactOptional();

const richString = z.strictObject({ type: z.literal('text'), text: text(40_000), style });
const link = z.strictObject({
  type: z.literal('link'),
  url: url(3_000),
  text: text(40_000).exactOptional(),
  unsafe: z.boolean().exactOptional(),
  style,
});
const emoji = z.strictObject({
  type: z.literal('emoji'),
  name: text(255),
  unicode: text(255).exactOptional(),
  style,
});
const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.number(),
  format: text(3_000),
  url: url(3_000).exactOptional(),
  fallback: text(3_000).exactOptional(),
  style,
});
const colour = z.strictObject({ type: z.literal('color'), value: text(255), style });
const user = z.strictObject({ type: z.literal('user'), user_id: text(255), style });
const usergroup = z.strictObject({ type: z.literal('usergroup'), usergroup_id: text(255), style });
const channel = z.strictObject({ type: z.literal('channel'), channel_id: text(255), style });
const team = z.strictObject({ type: z.literal('team'), team_id: text(255), style });
const broadcast = z.strictObject({
  type: z.literal('broadcast'),
  range: z.enum(['here', 'channel', 'everyone']),
  style,
});

const inline = z.discriminatedUnion('type', [
  richString,
  link,
  emoji,
  date,
  colour,
  user,
  usergroup,
  channel,
  team,
  broadcast,
]);

const some = 'no fewer than 1 items allowed';
const border = z.union([z.literal(0), z.literal(1)]).exactOptional();

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1, some) });
const quote = z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline).min(1, some), border });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1, some),
  indent: z.int().min(0).max(8).exactOptional(),
  offset: z.int().min(0).exactOptional(),
  border,
});
const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [richString, link])).min(1, some),
  border,
});

export const richTextPart = z.discriminatedUnion('type', [section, list, quote, preformatted]);

export type RichTextInline = z.infer<typeof inline>;
export type RichTextPart = z.infer<typeof richTextPart>;
