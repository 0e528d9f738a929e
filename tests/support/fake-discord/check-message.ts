import type { APIEmbed } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Problem } from './api-error.js';
import type { Component, MessageBody, Upload } from './body.js';
import { componentProblems } from './check-components.js';
import { cleanFileName } from './file-names.js';

const MAX_CONTENT = 2_000;
const MAX_EMBED_TEXT = 6_000;
const MAX_FILES = 10;
const LEGACY = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';

/** A message as it is before an edit. */
export type Before = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Component[];
  readonly flags: number;
  readonly files: readonly { readonly id: string; readonly filename: string }[];
};

export function isV2(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}

function legacyFieldProblems(body: MessageBody, before: Before | null): readonly Problem[] {
  const content = body.content === undefined ? before?.content : body.content;
  const embeds = body.embeds === undefined ? before?.embeds : body.embeds;
  const used = [
    ['content', Boolean(content)],
    ['embeds', (embeds ?? []).length > 0],
    ['poll', Boolean(body.poll)],
    ['sticker_ids', (body.sticker_ids ?? []).length > 0],
  ] as const;
  return used
    .filter(([, there]) => there)
    .map(([field]) => ({
      path: [field],
      code: LEGACY,
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function downgradeProblems(body: MessageBody, before: Before | null): readonly Problem[] {
  const loses = isV2(before?.flags) && body.flags !== undefined && body.flags !== null && !isV2(body.flags);
  if (!loses) return [];
  return [{ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message: 'IS_COMPONENTS_V2 cannot be removed' }];
}

function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text, ...fields];
  return texts.reduce((sum, text) => sum + (text ?? '').length, 0);
}

function lengthProblems({ content, embeds }: MessageBody): readonly Problem[] {
  const embedded = (embeds ?? []).reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...((content ?? '').length > MAX_CONTENT
      ? [{ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${MAX_CONTENT} or fewer in length.` }]
      : []),
    ...(embedded > MAX_EMBED_TEXT
      ? [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message: `Embeds hold ${MAX_EMBED_TEXT} characters` }]
      : []),
  ];
}

/** Files that stay when a message is edited: those named, or all of them when none is named. */
export function keptFiles<F extends { readonly id: string }>(body: MessageBody, files: readonly F[]): readonly F[] {
  if (!body.attachments) return files;
  const named = new Set(body.attachments.map(({ id }) => id));
  return files.filter(({ id }) => named.has(id));
}

function fileProblems(body: MessageBody, uploads: readonly Upload[], before: Before | null): readonly Problem[] {
  const known = new Set([...uploads.map(({ index }) => index), ...(before?.files ?? []).map(({ id }) => id)]);
  const strangers = (body.attachments ?? []).flatMap(({ id }, n) =>
    known.has(id) ? [] : [{ path: ['attachments', n, 'id'], code: 'ATTACHMENT_NOT_FOUND', message: `No file ${id}` }],
  );
  if (uploads.length <= MAX_FILES) return strangers;
  return [...strangers, { path: ['files'], code: 'BASE_TYPE_MAX_LENGTH', message: `At most ${MAX_FILES} files` }];
}

function componentsAfter(body: MessageBody, uploads: readonly Upload[], before: Before | null): readonly Problem[] {
  const v2 = isV2(before?.flags) || isV2(body.flags);
  const components = body.components ?? (body.components === null ? [] : before?.components) ?? [];
  if (v2 && components.length === 0) {
    return [{ path: ['components'], code: 'BASE_TYPE_REQUIRED', message: 'At least one component is required' }];
  }
  if (!body.components) return [];
  const names = [...keptFiles(body, before?.files ?? []), ...uploads].map(({ filename }) => cleanFileName(filename));
  return componentProblems(body.components, v2, new Set(names));
}

/**
 * What is wrong with a message or an edit of it, beyond what the official schemas say.
 *
 * @param before the message as it is, for an edit
 */
export function messageProblems(
  body: MessageBody,
  uploads: readonly Upload[],
  before: Before | null = null,
): readonly Problem[] {
  const v2 = isV2(before?.flags) || isV2(body.flags);
  return [
    ...lengthProblems(body),
    ...downgradeProblems(body, before),
    ...(v2 ? legacyFieldProblems(body, before) : []),
    ...fileProblems(body, uploads, before),
    ...componentsAfter(body, uploads, before),
  ];
}
