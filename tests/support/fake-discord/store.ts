import type { APIEmbed, APIUser } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Component } from './body.js';
import type { Pings } from './mentions.js';

/** A file of a message, as it lies on the platform. */
export type StoredFile = {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly description: string | null;
};

/** From which interaction a message came. */
export type MessageOrigin = {
  readonly id: string;
  readonly type: number;
  readonly user: APIUser;
  readonly guildId: string | null;
  readonly commandName: string | null;
  readonly followsUp: string | null;
};

export type StoredMessage = {
  readonly id: string;
  readonly channelId: string;
  readonly author: APIUser;
  /** The only one who sees it, or `null` for everyone in the channel. */
  readonly visibleTo: string | null;
  readonly origin: MessageOrigin | null;
  /** What Discord itself tells by it, such as a pin; `null` for what somebody writes. */
  readonly systemType: number | null;
  /** The webhook that wrote it. */
  readonly webhookId: string | null;
  /** The message that it answers, which may be gone. */
  readonly answers: string | null;
  readonly nonce: string | number | null;
  readonly createdAt: number;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Component[];
  readonly files: readonly StoredFile[];
  readonly flags: number;
  readonly editedAt: number | null;
  readonly pings: Pings;
};

export function isThinking({ flags }: StoredMessage): boolean {
  return (flags & MessageFlags.Loading) !== 0;
}

/** All messages of the platform. A changed message is a new value under the same id. */
export class MessageStore {
  private readonly byId = new Map<string, StoredMessage>();

  put(message: StoredMessage): StoredMessage {
    this.byId.set(message.id, message);
    return message;
  }

  get(id: string): StoredMessage | undefined {
    return this.byId.get(id);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  /** Oldest first: a changed message keeps its place. */
  all(): readonly StoredMessage[] {
    return [...this.byId.values()];
  }

  in(channelId: string): readonly StoredMessage[] {
    return this.all().filter((message) => message.channelId === channelId);
  }
}
