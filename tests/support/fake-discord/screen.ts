import type { SeenMessage } from '../../contracts/chat-adapter.js';
import type { Component } from './body.js';
import { isV2 } from './check-message.js';
import { fileOf } from './component-payload.js';
import { BUTTON_STYLE, flatten, isSelect, TYPE } from './component-tree.js';
import { withoutMarks } from './marks.js';
import type { Account } from './places.js';
import { accessTo, type Platform } from './platform.js';
import { isThinking, type StoredFile, type StoredMessage } from './store.js';

/** A message on somebody's screen, with what only Discord has. */
export type SeenDiscordMessage = SeenMessage & {
  readonly channelId: string;
  readonly author: string;
  /** Only the person who looks sees it. */
  readonly ephemeral: boolean;
  /** "… is thinking": the answer has been promised. */
  readonly thinking: boolean;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Files that are shown, with their text. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

const TEXT_FILE = /^text\/|json|\.(?:txt|md|csv|json|log)$/;

function textOf({ contentType, filename, bytes }: StoredFile): string {
  return TEXT_FILE.test(contentType) || TEXT_FILE.test(filename) ? new TextDecoder().decode(bytes) : '';
}

/** With IS_COMPONENTS_V2 a file is seen only where a component shows it. */
function shownFiles(message: StoredMessage): readonly StoredFile[] {
  if (!isV2(message.flags)) return message.files;
  return flatten(message.components).flatMap(({ file }) => (file ? (fileOf(file.url, message.files) ?? []) : []));
}

function embedTexts({ embeds }: StoredMessage): readonly string[] {
  return embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name ?? '',
    title ?? '',
    description ?? '',
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text ?? '',
  ]);
}

function wordsOf(message: StoredMessage, name: string): string {
  if (isThinking(message)) return `${name} is thinking…`;
  const displays = flatten(message.components).filter(({ type }) => type === TYPE.text);
  const marked = [message.content, ...embedTexts(message), ...displays.map(({ content }) => content ?? '')];
  return [...marked.map(withoutMarks), ...shownFiles(message).map(textOf)].filter((text) => text !== '').join('\n');
}

/** What a button says: its label, else its picture. */
export function labelOf({ label, emoji }: Component): string {
  return label || (emoji?.name ?? '');
}

export function buttonsOf({ components }: StoredMessage): readonly Component[] {
  return flatten(components).filter(({ type, style }) => type === TYPE.button && style !== BUTTON_STYLE.link);
}

export function selectsOf({ components }: StoredMessage): readonly Component[] {
  return flatten(components).filter(isSelect);
}

function linksOf({ components }: StoredMessage): SeenDiscordMessage['links'] {
  return flatten(components)
    .filter(({ type, style }) => type === TYPE.button && style === BUTTON_STYLE.link)
    .map((button) => ({ label: labelOf(button), url: button.url ?? '' }));
}

function seenMessage(message: StoredMessage, botName: string): SeenDiscordMessage {
  return {
    id: message.id,
    text: wordsOf(message, botName),
    buttons: buttonsOf(message).map(labelOf),
    selects: selectsOf(message).map(({ placeholder }) => placeholder ?? ''),
    channelId: message.channelId,
    author: message.author.id,
    ephemeral: message.visibleTo !== null,
    thinking: isThinking(message),
    links: linksOf(message),
    files: shownFiles(message).map((file) => ({ name: file.filename, text: textOf(file) })),
  };
}

/** Whether a message is of somebody's server or direct channel, and not for another alone. */
export function isVisible(platform: Platform, { user, guildId }: Account, message: StoredMessage): boolean {
  const channel = platform.channels.get(message.channelId);
  const isThere = channel?.guildId === guildId || channel?.recipientId === user.id;
  if (!isThere || accessTo(platform, message.channelId) === 'gone') return false;
  return message.visibleTo === null || message.visibleTo === user.id;
}

export function screenOf(platform: Platform, account: Account): readonly SeenDiscordMessage[] {
  const visible = platform.messages.all().filter((message) => isVisible(platform, account, message));
  return visible.map((message) => seenMessage(message, platform.settings.name));
}
