import { Client, Options, type RESTOptions } from 'discord.js';
import { baseUrl } from '../base-url.js';
import { INTENTS } from './intents.js';
import type { DiscordOptions } from './options.js';

/** A wait that a platform asks for is waited for up to this long; a longer one is the sender's to know. In milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** How the API is called, for the bot itself and for answers. */
export function restOptions({ apiBase }: Pick<DiscordOptions, 'apiBase'>): Partial<RESTOptions> {
  return {
    ...(apiBase === null ? {} : { api: baseUrl(apiBase) }),
    version: '10',
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
  };
}

export function createClient(rest: Partial<RESTOptions>): Client {
  return new Client({
    intents: INTENTS,
    rest,
    allowedMentions: { parse: [] },
    // People, messages and members pass by; nothing of them is needed later.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      // Of the members the bot itself is kept: what it may do in a channel is computed from its roles.
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ client: { user }, id }) => id === user.id },
      UserManager: 0,
    }),
  });
}
