import type { APIUser } from 'discord.js';
import type { Problem } from './api-error.js';
import type { RegisteredCommand } from './command-body.js';
import { InteractionBook } from './interaction-book.js';
import { type FakeDiscordOptions, type Settings, settingsOf } from './options.js';
import type { Access, Account, Channel, Guild } from './places.js';
import { createSnowflakes } from './snowflake.js';
import { MessageStore, type StoredMessage } from './store.js';
import type { Uploads } from './uploads.js';
import { userOf } from './users.js';

/** A request that Discord would have refused as malformed. */
export type Violation = {
  readonly method: string;
  readonly path: string;
  readonly problems: readonly Problem[];
  readonly body: unknown;
};

/** All that the platform knows; the parts of the fake work on it. */
export type Platform = {
  readonly settings: Settings;
  readonly nextId: () => string;
  readonly token: string;
  readonly bot: APIUser;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly access: Map<string, Access>;
  readonly accounts: Map<string, Account>;
  /** Ids of people who take no direct messages. */
  readonly closed: Set<string>;
  /** Ids of people who share no server with the bot any more. */
  readonly departed: Set<string>;
  readonly messages: MessageStore;
  readonly uploads: Uploads;
  /** Whether files that people sent are handed out. */
  withholdsFiles: boolean;
  readonly interactions: InteractionBook;
  /** By guild; the global ones under `''`. */
  readonly commands: Map<string, readonly RegisteredCommand[]>;
  readonly violations: Violation[];
  /** Tells bots of a message that is new. */
  announce: (message: StoredMessage) => void;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
};

/** The token has the form of a real one: the id of the bot, then what is secret. */
export function createPlatform(options: FakeDiscordOptions): Platform {
  const settings = settingsOf(options);
  const nextId = createSnowflakes(settings.now);
  const bot = userOf(nextId(), settings.name, true);
  return {
    settings,
    nextId,
    token: [Buffer.from(bot.id).toString('base64url'), 'fake', nextId()].join('.'),
    bot,
    guilds: new Map(),
    channels: new Map(),
    access: new Map(),
    accounts: new Map(),
    closed: new Set(),
    departed: new Set(),
    messages: new MessageStore(),
    uploads: new Map(),
    withholdsFiles: false,
    interactions: new InteractionBook(settings.deadlineMs),
    commands: new Map(),
    violations: [],
    announce: () => {},
    origin: '',
  };
}

export function accessTo({ access }: Platform, channelId: string): Access {
  return access.get(channelId) ?? 'open';
}
