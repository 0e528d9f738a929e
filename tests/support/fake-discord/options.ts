import type { Access } from './places.js';

/** A channel that a server has besides its first two. */
export type ChannelOptions = {
  readonly name: string;
  /** From the top, 0 first; the first channel of people is at 10. */
  readonly position?: number;
  /** What the bot may do in it. */
  readonly access?: Access;
};

/** A server in which the bot is. */
export type GuildOptions = {
  readonly id?: string;
  readonly name?: string;
  /** Discord's locale of the server, such as `en-US` or `es-ES`. */
  readonly preferredLocale?: string;
  /** `false` for a server without a channel for what the system says; else what the bot may do in it. */
  readonly systemChannel?: boolean | Access;
  /** What the bot may do in the channel where people are. */
  readonly access?: Access;
  readonly channels?: readonly ChannelOptions[];
  /** When the bot was invited, in milliseconds since 1970; of a server that is there at the start, a month ago. */
  readonly joinedAt?: number;
};

export type FakeDiscordOptions = {
  /** Name of the bot. */
  readonly name?: string;
  /** The servers at the start; one unless said otherwise. */
  readonly guilds?: readonly GuildOptions[];
  /** In milliseconds. Discord's own is 41,250. */
  readonly heartbeatInterval?: number;
  /** How long an interaction waits for its callback, in milliseconds. Discord's own is 3,000. */
  readonly deadlineMs?: number;
  /** How long an interaction's token lives, in milliseconds. Discord's own is 15 minutes. */
  readonly tokenLifetimeMs?: number;
  /** Intents that the application may not ask for, beside those that need leave. */
  readonly refusedIntents?: number;
  /** Identifications allowed in 5 seconds; Discord's own is 1 for a small bot. */
  readonly maxConcurrency?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

export type Settings = Required<FakeDiscordOptions>;

export function settingsOf(options: FakeDiscordOptions): Settings {
  return {
    name: options.name ?? 'Repaso',
    guilds: options.guilds ?? [{}],
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    deadlineMs: options.deadlineMs ?? 3_000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    refusedIntents: options.refusedIntents ?? 0,
    maxConcurrency: options.maxConcurrency ?? 1,
    now: options.now ?? Date.now,
  };
}
