/** A server in which the bot is. */
export type GuildOptions = {
  readonly id?: string;
  readonly name?: string;
  /** Discord's locale of the server, such as `en-US` or `es-ES`. */
  readonly preferredLocale?: string;
  /** `false` for a server without a channel for what the system says. */
  readonly systemChannel?: boolean;
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
    maxConcurrency: options.maxConcurrency ?? 1,
    now: options.now ?? Date.now,
  };
}
