import { z } from 'zod';
import type { ActionPayload, CommandPayload, MessagePayload, ShortcutPayload } from './payloads.js';

const targetSchema = z.object({
  /** `home`: the person's home tab, which is no message. */
  surface: z.enum(['channel', 'home']),
  channelId: z.string().nullable(),
  threadTs: z.string().nullable(),
  /** Takes up to five answers within 30 minutes, wherever the bot is no member too. */
  responseUrl: z.string().nullable(),
  /** The bot's own conversation with the person, where nothing needs to be hidden. */
  alone: z.boolean(),
});

/** Where an answer goes. Travels through a form as its private metadata. */
export type Target = z.infer<typeof targetSchema>;

export function packTarget(target: Target): string {
  return JSON.stringify(target);
}

/** Where a form came from; nowhere in particular for metadata that nobody wrote. */
export function unpackTarget(metadata: string): Target {
  try {
    return targetSchema.parse(JSON.parse(metadata));
  } catch {
    return { surface: 'channel', channelId: null, threadTs: null, responseUrl: null, alone: true };
  }
}

export function commandTarget(command: CommandPayload, alone: boolean): Target {
  const { channel_id: channelId, response_url: responseUrl } = command;
  return { surface: 'channel', channelId, threadTs: null, responseUrl, alone };
}

/** Direct conversations have ids that begin with D; what the bot wrote there for all to see is its own with the person. */
function isAlone(channelId: string | null): boolean {
  return channelId?.startsWith('D') === true;
}

export function actionTarget({ container, channel, message, response_url: url }: ActionPayload): Target {
  if (container.type === 'view') {
    return { surface: 'home', channelId: null, threadTs: null, responseUrl: null, alone: true };
  }
  const channelId = channel?.id ?? null;
  return {
    surface: 'channel',
    channelId,
    threadTs: container.thread_ts ?? message?.thread_ts ?? null,
    responseUrl: url ?? null,
    alone: isAlone(channelId) && !container.is_ephemeral,
  };
}

export function shortcutTarget({ channel, message, response_url: url }: ShortcutPayload): Target {
  const threadTs = message.thread_ts ?? null;
  return { surface: 'channel', channelId: channel.id, threadTs, responseUrl: url ?? null, alone: false };
}

/** In a channel the answer opens a thread below the question; alone it goes on as the conversation does. */
export function messageTarget({ channel, channel_type: type, ts, thread_ts: thread }: MessagePayload): Target {
  const alone = type === 'im';
  const threadTs = thread ?? (alone ? null : ts);
  return { surface: 'channel', channelId: channel, threadTs, responseUrl: null, alone };
}
