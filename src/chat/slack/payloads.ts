import { z } from 'zod';
import { questionText } from './message-text.js';

/** What Slack sends, as far as it is read: parsed once, here. Unknown fields are ignored. */

const name = z.string().optional().catch(undefined);
const user = z.object({ id: z.string(), name, username: name });
const NO_PROFILE = { display_name: undefined, real_name: undefined, name: undefined };

export const commandSchema = z.object({
  channel_id: z.string(),
  channel_name: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().default(''),
  command: z.string(),
  /** The words alone: links, people and emoji come as marks where an app has Slack escape what is typed. */
  text: z.string().default('').transform(questionText),
  response_url: z.string(),
  trigger_id: z.string(),
});
export type CommandPayload = z.infer<typeof commandSchema>;

export const actionSchema = z.object({
  trigger_id: z.string(),
  user,
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
  user,
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
  user,
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
  response_url: z.string().optional(),
});
export type ShortcutPayload = z.infer<typeof shortcutSchema>;

/** The envelope of an event. */
export const eventBodySchema = z.object({ event_id: z.string() });

export const messageSchema = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  text: z.string().catch(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  /** There where Slack tells of a message anew because its writer has changed it. */
  edited: z.unknown().optional(),
  files: z.array(fileSchema).catch([]),
  /** Sent for somebody of another workspace, whose profile the bot may not be able to read. */
  user_profile: z.object({ display_name: name, real_name: name, name }).catch(NO_PROFILE),
});
export type MessagePayload = z.infer<typeof messageSchema>;

/** `home` or `messages`, the two tabs of the app. */
export const homeOpenedSchema = z.object({ user: z.string(), tab: z.string().default('home') });
