import type { APIUser } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { ApiError } from './api-error.js';
import type { MessageBody, Upload } from './body.js';
import { keptFiles } from './check-message.js';
import { withIds } from './component-payload.js';
import { flatten } from './component-tree.js';
import { cleanFileName } from './file-names.js';
import { pingsOf } from './mentions.js';
import type { Platform } from './platform.js';
import { isThinking, type MessageOrigin, type StoredFile, type StoredMessage } from './store.js';

const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
const NO_PINGS = { everyone: false, roles: [], users: [] } as const;

/** A message that has been checked, with the files that came along. */
export type Draft = { readonly body: MessageBody; readonly uploads: readonly Upload[] };

export type Envelope = {
  readonly channelId: string;
  readonly author: APIUser;
  readonly visibleTo: string | null;
  readonly origin: MessageOrigin | null;
  readonly systemType?: number;
  readonly webhookId?: string;
};

function storeFiles(platform: Platform, channelId: string, { body, uploads }: Draft): readonly StoredFile[] {
  return uploads.map(({ index, filename, contentType, bytes }) => {
    const about = body.attachments?.find(({ id }) => id === index);
    const [id, name] = [platform.nextId(), cleanFileName(about?.filename ?? filename)];
    const url = `${platform.origin}/attachments/${channelId}/${id}/${name}`;
    return { id, filename: name, contentType, bytes, url, description: about?.description ?? null };
  });
}

function contentsOf({ body }: Draft) {
  const taken = new Set(flatten(body.components ?? []).flatMap(({ id }) => (id ? [id] : [])));
  return {
    ...(body.content === undefined ? {} : { content: body.content ?? '' }),
    ...(body.embeds === undefined ? {} : { embeds: body.embeds ?? [] }),
    ...(body.components === undefined ? {} : { components: withIds(body.components ?? [], taken) }),
  };
}

/** Throws an `ApiError` for a message in which nothing is. */
function refuseEmpty({ content, embeds, components, files }: StoredMessage, { body }: Draft): void {
  const parts = [
    content,
    ...embeds,
    ...components,
    ...files,
    ...(body.poll ? ['poll'] : []),
    ...(body.sticker_ids ?? []),
  ];
  if (!parts.some(Boolean)) throw new ApiError('emptyMessage');
}

function emptyMessage(platform: Platform, envelope: Envelope): StoredMessage {
  return {
    id: platform.nextId(),
    ...envelope,
    systemType: envelope.systemType ?? null,
    webhookId: envelope.webhookId ?? null,
    answers: null,
    nonce: null,
    createdAt: platform.settings.now(),
    content: '',
    embeds: [],
    components: [],
    files: [],
    flags: envelope.visibleTo === null ? 0 : MessageFlags.Ephemeral,
    editedAt: null,
    pings: NO_PINGS,
  };
}

/** Puts a new message on the platform. Throws an `ApiError` when it is empty. */
export function createMessage(platform: Platform, envelope: Envelope, draft: Draft): StoredMessage {
  const { body } = draft;
  const empty = emptyMessage(platform, envelope);
  const answered = platform.messages.get(body.message_reference?.message_id ?? '') ?? null;
  const message: StoredMessage = {
    ...empty,
    ...contentsOf(draft),
    nonce: body.nonce ?? null,
    files: storeFiles(platform, envelope.channelId, draft),
    answers: answered?.id ?? null,
    flags: empty.flags | ((body.flags ?? 0) & SETTABLE),
    pings: pingsOf(body.content ?? '', body.components ?? [], body.allowed_mentions, answered?.author.id ?? null),
  };
  if (message.systemType === null) refuseEmpty(message, draft);
  platform.messages.put(message);
  platform.announce(message);
  return message;
}

/** Puts "… is thinking" on the platform, to be filled by the first edit. */
export function createThinking(platform: Platform, envelope: Envelope): StoredMessage {
  const empty = emptyMessage(platform, envelope);
  return platform.messages.put({ ...empty, flags: empty.flags | MessageFlags.Loading });
}

/** Changes what the body names and leaves the rest. Throws an `ApiError` when nothing would be left. */
export function editMessage(platform: Platform, before: StoredMessage, draft: Draft): StoredMessage {
  const { body } = draft;
  const contents = { ...before, ...contentsOf(draft) };
  const lasting = before.flags & ~MessageFlags.Loading;
  const message = {
    ...contents,
    files: [...keptFiles(body, before.files), ...storeFiles(platform, before.channelId, draft)],
    flags: lasting | ((body.flags ?? 0) & SETTABLE),
    editedAt: isThinking(before) ? null : platform.settings.now(),
    pings: pingsOf(contents.content, contents.components, body.allowed_mentions),
  };
  refuseEmpty(message, draft);
  return platform.messages.put(message);
}
