import type { APIEmbed } from 'discord.js';
import { RichEmbedSchema } from 'discord-api-spec/zod';
import { z } from 'zod';

const text = z.string().nullish();
const emoji = z.object({ id: text, name: text, animated: z.boolean().nullish() }).nullish();
const media = z.object({ url: z.string() });

export const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  description: text,
  default: z.boolean().nullish(),
  emoji,
});

/** Any component of a message or a form, with the fields of all of them. Checked by the official schemas before. */
export const componentSchema = z.object({
  type: z.number(),
  id: z.number().nullish(),
  custom_id: text,
  style: z.number().nullish(),
  label: text,
  disabled: z.boolean().nullish(),
  url: text,
  sku_id: text,
  emoji,
  content: text,
  placeholder: text,
  min_values: z.number().nullish(),
  max_values: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  required: z.boolean().nullish(),
  value: z.union([z.string(), z.boolean()]).nullish(),
  options: z.array(optionSchema).nullish(),
  description: text,
  file: media.nullish(),
  media: media.nullish(),
  items: z.array(z.object({ media, description: text, spoiler: z.boolean().nullish() })).nullish(),
  spoiler: z.boolean().nullish(),
  divider: z.boolean().nullish(),
  spacing: z.number().nullish(),
  accent_color: z.number().nullish(),
  get components() {
    return z.array(componentSchema).nullish();
  },
  get accessory() {
    return componentSchema.nullish();
  },
  get component() {
    return componentSchema.nullish();
  },
});
export type Component = z.infer<typeof componentSchema>;

const embedSchema = z.custom<APIEmbed>((value) => RichEmbedSchema.safeParse(value).success);

export const mentionsSchema = z.object({
  parse: z.array(z.string().nullable()).nullish(),
  users: z.array(z.string().nullable()).nullish(),
  roles: z.array(z.string().nullable()).nullish(),
  replied_user: z.boolean().nullish(),
});

/** What can be said of a message, in a creation or an edit, by whichever endpoint. */
export const messageBodySchema = z.object({
  content: text,
  embeds: z.array(embedSchema).nullish(),
  components: z.array(componentSchema).nullish(),
  flags: z.number().nullish(),
  attachments: z.array(z.object({ id: z.string(), filename: text, description: text })).nullish(),
  allowed_mentions: mentionsSchema.nullish(),
  poll: z.unknown().optional(),
  sticker_ids: z.array(z.string()).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z.object({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish() }).nullish(),
});
export type MessageBody = z.infer<typeof messageBodySchema>;

export const modalSchema = z.object({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(componentSchema),
});
export type Modal = z.infer<typeof modalSchema>;

/** A file of a multipart body; `index` is the n of `files[n]`. */
export type Upload = {
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};
