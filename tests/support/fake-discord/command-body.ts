import { z } from 'zod';

const names = z.record(z.string(), z.string()).nullish();

export const choiceSchema = z.object({
  name: z.string(),
  name_localizations: names,
  value: z.union([z.string(), z.number()]),
});
export type Choice = z.infer<typeof choiceSchema>;

export const commandOptionSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: names,
  description: z.string(),
  description_localizations: names,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choiceSchema).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(commandOptionSchema).nullish();
  },
});
export type CommandOptionBody = z.infer<typeof commandOptionSchema>;

/** A command as it is registered. Checked by the official schema before. */
export const commandSchema = z.object({
  type: z
    .number()
    .nullish()
    .transform((type) => type ?? 1),
  name: z.string(),
  name_localizations: names,
  description: z.string().nullish(),
  description_localizations: names,
  options: z.array(commandOptionSchema).nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  nsfw: z.boolean().nullish(),
});
export type CommandBody = z.infer<typeof commandSchema>;

export type RegisteredCommand = CommandBody & { readonly id: string; readonly version: string };
