import { createHash } from 'node:crypto';
import { type Client, type RawFile, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { RenderedMessage } from './render-view.js';

/** A rendered message as a request: its files beside its body. */
function requestOf(message: RenderedMessage, more: object) {
  const { files, ...body } = message;
  const attached: RawFile[] = files.map(({ name, text, bytes }) =>
    bytes === undefined
      ? { name, data: text, contentType: 'text/plain' }
      : { name, data: Buffer.from(bytes), contentType: 'application/octet-stream' },
  );
  return { body: { ...body, ...more }, ...(attached.length === 0 ? {} : { files: attached }) };
}

/** The calls by which an interaction is answered, once it has been acknowledged. */
export type AnswerCalls = {
  edit(message: RenderedMessage): Promise<void>;
  /** @param flags added to the message's own: only the asker sees an ephemeral one */
  follow(message: RenderedMessage, flags: number): Promise<void>;
  /** Takes the acknowledgement of a public answer back. */
  remove(): Promise<void>;
};

type Token = { readonly applicationId: string; readonly token: string };

/**
 * Answers go by a client of their own: they count for the interaction and not for the bot's 50 requests a second
 * (https://discord.com/developers/docs/interactions/receiving-and-responding), which discord.js would wait for.
 */
export function createAnswerRest(options: ConstructorParameters<typeof REST>[0]): REST {
  return new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
}

export function answerCalls(rest: REST, { applicationId, token }: Token): AnswerCalls {
  const original = Routes.webhookMessage(applicationId, token);
  const auth = false;
  return {
    async edit(message) {
      await rest.patch(original, { ...requestOf(message, {}), auth });
    },
    async follow(message, flags) {
      const request = requestOf(message, { flags: message.flags | flags });
      await rest.post(Routes.webhook(applicationId, token), { ...request, auth });
    },
    async remove() {
      await rest.delete(original, { auth });
    },
  };
}

const made = z.object({ id: z.string() });

/** Discord takes at most 25 characters. */
const NONCE_LENGTH = 25;

/** The same for the same message of the same key, so that a repeat within minutes is known to Discord too. */
export function nonceOf(key: string, page: number): string {
  return createHash('sha256').update(`${key}\0${page}`).digest('base64url').slice(0, NONCE_LENGTH);
}

/** How a message is written beside what it says. */
export type Posting = {
  /** The same again within some minutes gives the first message. */
  readonly nonce: string;
  /** The message that it replies to; where that is gone, it is sent alone. It pings nobody. */
  readonly replyTo?: string;
};

/** Writes a message into a channel; gives its id. */
export async function postMessage(
  client: Client,
  channelId: string,
  message: RenderedMessage,
  { nonce, replyTo }: Posting,
): Promise<string> {
  const reply =
    replyTo === undefined
      ? {}
      : {
          message_reference: { message_id: replyTo, fail_if_not_exists: false },
          allowed_mentions: { ...message.allowed_mentions, replied_user: false },
        };
  const request = requestOf(message, { nonce, enforce_nonce: true, ...reply });
  return made.parse(await client.rest.post(Routes.channelMessages(channelId), request)).id;
}

/** The calls on a message that the bot has written. */
export async function editMessage(
  client: Client,
  channelId: string,
  id: string,
  message: RenderedMessage,
): Promise<void> {
  await client.rest.patch(Routes.channelMessage(channelId, id), requestOf(message, {}));
}

export async function deleteMessage(client: Client, channelId: string, id: string): Promise<void> {
  await client.rest.delete(Routes.channelMessage(channelId, id));
}

/** Shows for ten seconds that the bot is writing. */
export async function showTyping(client: Client, channelId: string): Promise<void> {
  await client.rest.post(Routes.channelTyping(channelId));
}

/** Discord gives the same channel for the same person each time. */
export async function openDirect(client: Client, userId: string): Promise<string> {
  return made.parse(await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })).id;
}
