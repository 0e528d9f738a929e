import { z } from 'zod';

/** What Slack sends, as far as it is read: parsed once, here. Unknown fields are left aside. */

const user = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() });
const team = z.object({ id: z.string() }).nullish();

export const commandSchema = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().default(''),
  command: z.string(),
  text: z.string().default(''),
  response_url: z.string(),
  trigger_id: z.string(),
});
export type CommandPayload = z.infer<typeof commandSchema>;

export const actionSchema = z.object({
  trigger_id: z.string(),
  user: user.extend({ team_id: z.string().optional() }),
  team,
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type ActionPayload = z.infer<typeof actionSchema>;

/** Of a file that Slack does not show to the bot there is little more than its id. */
const fileSchema = z.object({
  name: z.string().catch(''),
  size: z.number().catch(0),
  url_private_download: z.string().optional().catch(undefined),
});

const stateSchema = z.object({ value: z.string().nullish(), files: z.array(fileSchema).nullish() });

export const submissionSchema = z.object({
  user: user.extend({ team_id: z.string().optional() }),
  team,
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), stateSchema)) }),
  }),
});
export type SubmissionPayload = z.infer<typeof submissionSchema>;

export const shortcutSchema = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  user: user.extend({ team_id: z.string().optional() }),
  team,
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
  response_url: z.string().optional(),
});
export type ShortcutPayload = z.infer<typeof shortcutSchema>;

/** The envelope of an event, which names the team and the event. */
export const eventBodySchema = z.object({ event_id: z.string(), team_id: z.string() });

export const spokenSchema = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
});
export type SpokenPayload = z.infer<typeof spokenSchema>;

export const homeOpenedSchema = z.object({ user: z.string(), tab: z.string().default('home') });
