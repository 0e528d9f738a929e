import { type Client, type RawFile, REST, Routes } from 'discord.js';
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

/** Writes a message into a channel. The same nonce again within some minutes gives the first message. */
export async function postMessage(
  client: Client,
  channelId: string,
  message: RenderedMessage,
  nonce: string,
): Promise<void> {
  const request = requestOf(message, { nonce, enforce_nonce: true });
  await client.rest.post(Routes.channelMessages(channelId), request);
}
