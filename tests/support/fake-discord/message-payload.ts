import type { APIAttachment, APIMessage, APIUser } from 'discord.js';
import { ApplicationCommandType, InteractionType, MessageReferenceType, MessageType } from 'discord.js';
import { MessageResponseSchema } from 'discord-api-spec/zod';
import { z } from 'zod';
import type { Component } from './body.js';
import { componentPayload, fileOf } from './component-payload.js';
import { flatten } from './component-tree.js';
import type { Platform } from './platform.js';
import type { MessageOrigin, StoredFile, StoredMessage } from './store.js';

const message = z.custom<APIMessage>((value) => MessageResponseSchema.safeParse(value).success, {
  error: ({ input }) => `not what the platform would say: ${MessageResponseSchema.safeParse(input).error}`,
});

function userCalled({ bot, accounts }: Platform, id: string): APIUser | undefined {
  return id === bot.id ? bot : accounts.get(id)?.user;
}

function isShownBy(components: readonly Component[], files: readonly StoredFile[]): ReadonlySet<string | undefined> {
  const urls = flatten(components).flatMap(({ file, media, items }) => [
    ...(file ? [file.url] : []),
    ...(media ? [media.url] : []),
    ...(items ?? []).map((item) => item.media.url),
  ]);
  return new Set(urls.map((url) => fileOf(url, files)?.id));
}

function attachmentPayload(file: StoredFile, ephemeral: boolean): APIAttachment {
  return {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    url: file.url,
    proxy_url: file.url,
    content_type: file.contentType,
    ...(file.description === null ? {} : { description: file.description }),
    ...(ephemeral ? { ephemeral } : {}),
  };
}

function originPayload(platform: Platform, origin: MessageOrigin) {
  const { id, type, user, guildId, commandName, followsUp } = origin;
  const name = commandName === null ? {} : { name: commandName, command_type: ApplicationCommandType.ChatInput };
  const pressed = type === InteractionType.MessageComponent ? { interacted_message_id: followsUp ?? id } : {};
  const submitted =
    type === InteractionType.ModalSubmit
      ? { triggering_interaction_metadata: { id, type: 2, user, authorizing_integration_owners: {} } }
      : {};
  return {
    application_id: platform.bot.id,
    webhook_id: platform.bot.id,
    interaction_metadata: {
      id,
      type,
      user,
      authorizing_integration_owners: { 0: guildId ?? '0' },
      ...name,
      ...pressed,
      ...submitted,
      ...(followsUp === null ? {} : { original_response_message_id: followsUp }),
    },
  };
}

function typeOf({ systemType, answers, origin }: StoredMessage): MessageType {
  if (systemType !== null) return systemType;
  if (answers !== null) return MessageType.Reply;
  return (origin?.commandName ?? null) === null ? MessageType.Default : MessageType.ChatInputCommand;
}

/** The message that this one answers; one that is gone is `null`. */
function answeredPayload(platform: Platform, { answers, channelId }: StoredMessage) {
  if (answers === null) return {};
  const before = platform.messages.get(answers);
  return {
    message_reference: { type: MessageReferenceType.Default, channel_id: channelId, message_id: answers },
    referenced_message: before === undefined ? null : messagePayload(platform, { ...before, answers: null }),
  };
}

/** A message as the platform writes it; held against the official schema, so that the fake cannot invent. */
export function messagePayload(platform: Platform, stored: StoredMessage): APIMessage {
  const { id, channelId, author, content, components, files, flags, origin, nonce, pings } = stored;
  const shown = isShownBy(components, files);
  return message.parse({
    id,
    channel_id: channelId,
    type: typeOf(stored),
    author,
    content,
    timestamp: new Date(stored.createdAt).toISOString(),
    edited_timestamp: stored.editedAt === null ? null : new Date(stored.editedAt).toISOString(),
    tts: false,
    mention_everyone: pings.everyone,
    mentions: pings.users.flatMap((user) => userCalled(platform, user) ?? []),
    mention_roles: pings.roles,
    attachments: files
      .filter((file) => !shown.has(file.id))
      .map((file) => attachmentPayload(file, stored.visibleTo !== null)),
    embeds: stored.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: components.map((component) => componentPayload(component, files)),
    pinned: false,
    flags,
    ...(nonce === null ? {} : { nonce }),
    ...(origin === null ? {} : originPayload(platform, origin)),
    ...(stored.webhookId === null ? {} : { webhook_id: stored.webhookId }),
    ...answeredPayload(platform, stored),
  });
}
