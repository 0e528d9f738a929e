import { MessageType } from 'discord.js';
import type { Said } from '../../contracts/chat-adapter.js';
import type { Account } from './places.js';
import type { Platform } from './platform.js';
import type { Stage } from './stage.js';
import type { StoredMessage } from './store.js';
import { createMessage } from './write-message.js';

/** How something is said, beside its words. */
export type Saying = Said & {
  /** The message that is answered. */
  readonly replyTo?: string;
  /** Whether the answer calls whom it answers; the client's own choice is yes. */
  readonly ping?: boolean;
  /** In a webhook's name. */
  readonly webhookId?: string;
};

/** Writes a message as somebody's client does, of which bots are told. */
export function say(
  { platform }: Stage,
  { user }: Account,
  channelId: string,
  content: string,
  { files = [], replyTo, ping = true, webhookId }: Saying = {},
): StoredMessage {
  const uploads = files.map(({ name, bytes }, index) => ({
    index: String(index),
    filename: name,
    contentType: 'application/octet-stream',
    bytes,
  }));
  const reply = replyTo === undefined ? {} : { message_reference: { message_id: replyTo } };
  const allowed = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
  const envelope = { channelId, author: user, visibleTo: null, origin: null };
  return createMessage(
    platform,
    { ...envelope, ...(webhookId === undefined ? {} : { webhookId }) },
    {
      body: { content, allowed_mentions: allowed, ...reply },
      uploads,
    },
  );
}

/** What Discord itself writes in somebody's name: that they have pinned a message. */
export function tellOfPin(platform: Platform, { user }: Account, channelId: string): StoredMessage {
  const systemType = MessageType.ChannelPinnedMessage;
  const envelope = { channelId, author: user, visibleTo: null, origin: null, systemType };
  return createMessage(platform, envelope, { body: {}, uploads: [] });
}
