import { createHash } from 'node:crypto';
import { type Client, type RawFile, REST, Routes } from 'discord.js';
import { z } from 'zod';
import { type Tries, tryAgain } from '../try-again.js';
import { isPassing, isTokenLost } from './errors.js';
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

/** Waits between tries of an answer, the last one for all that follow; in milliseconds. */
const WAITS = [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Discord may need a moment before it knows the token of an interaction that was just acknowledged. */
const TOKEN_TRIES = 5;
/** How long the token of an interaction is good for, less a little. In milliseconds. */
const TOKEN_MS = 14.5 * 60_000;

type Token = { readonly applicationId: string; readonly token: string };

/**
 * Answers go by a client of their own: they count for the interaction and not for the bot's 50 requests a second
 * (https://discord.com/developers/docs/interactions/receiving-and-responding), which discord.js would wait for.
 */
export function createAnswerRest(options: ConstructorParameters<typeof REST>[0]): REST {
  return new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
}

export type AnswerTime = Pick<Tries, 'now' | 'ending'> & {
  /** When the interaction reached this program, in milliseconds since 1970. */
  readonly came: number;
};

/** Each call is tried again where Discord is away, as long as the token lives. */
export function answerCalls(rest: REST, { applicationId, token }: Token, { came, ...time }: AnswerTime): AnswerCalls {
  const original = Routes.webhookMessage(applicationId, token);
  const auth = false;
  const mayPass: Tries['isPassing'] = (error, failures) =>
    isPassing(error) || (isTokenLost(error) && failures < TOKEN_TRIES);
  const tries: Tries = { ...time, isPassing: mayPass, waits: WAITS, until: came + TOKEN_MS };
  return {
    async edit(message) {
      await tryAgain(() => rest.patch(original, { ...requestOf(message, {}), auth }), tries);
    },
    async follow(message, flags) {
      const request = requestOf(message, { flags: message.flags | flags });
      await tryAgain(() => rest.post(Routes.webhook(applicationId, token), { ...request, auth }), tries);
    },
    async remove() {
      await tryAgain(() => rest.delete(original, { auth }), tries);
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
