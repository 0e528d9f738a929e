import { Client, Events, GatewayDispatchEvents, type Guild, Options, Routes } from 'discord.js';
import { createInFlight } from '../in-flight.js';
import type { AdapterState, ChatAdapter } from '../port.js';
import { greetGuild, invitationOf } from './greet.js';
import { handleInteraction } from './handle.js';
import { handleMessage, selfIn } from './handle-message.js';
import { INTENTS } from './intents.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { quietSockets } from './quiet-sockets.js';
import { renderCommands } from './render-commands.js';
import { createAnswerRest } from './rest.js';
import { messageSchema, saidTo } from './said.js';
import { send } from './send.js';

/** Interactions remembered in this process; the database remembers the rest. */
const REMEMBERED = 2_000;
/** A wait that a platform asks for is kept up to this long; a longer one is told to whoever sends. In milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** The tutor on Discord, by its gateway. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { app, logger, token } = options;
  const rest = {
    ...(options.apiBase === null ? {} : { api: options.apiBase.replace(/\/+$/, '') }),
    version: '10',
    rejectOnRateLimit: ({ retryAfter }: { retryAfter: number }) => retryAfter > LONGEST_WAIT_MS,
  };
  const client = new Client({
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
  const answers = createAnswerRest(rest);
  const inFlight = createInFlight<void>(REMEMBERED);
  let state: AdapterState = 'starting';

  const become = (next: AdapterState): void => {
    if (state !== 'stopped') state = next;
  };
  const take = (id: string, work: () => Promise<void>): void => {
    if (state !== 'stopped') void inFlight.once(id, work);
  };

  client.on(Events.InteractionCreate, (interaction) =>
    take(interaction.id, () => handleInteraction({ ...options, answers }, interaction)),
  );
  // The message as Discord tells it: discord.js leaves out those of conversations that it has not met before.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (told: unknown) => {
    const message = messageSchema.safeParse(told).data;
    if (message === undefined || !client.isReady()) return;
    const guild = client.guilds.cache.get(message.guild_id ?? '');
    const said = saidTo(selfIn(client, guild), message);
    if (said !== null) take(message.id, () => handleMessage({ ...options, client }, message, said));
  });
  const meet = (guild: Guild): void => {
    const invitation = invitationOf(guild, options.now());
    if (invitation !== null) take(invitation, () => greetGuild({ ...options, client }, guild, invitation));
  };
  client.on(Events.GuildCreate, meet);
  client.on(Events.GuildAvailable, meet);
  client.on(Events.ClientReady, ({ guilds }) => {
    for (const guild of guilds.cache.values()) meet(guild);
  });
  client.on(Events.ShardReconnecting, () => become('reconnecting'));
  client.on(Events.ShardReady, () => become('connected'));
  client.on(Events.ShardResume, () => become('connected'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    become({ failed: `gateway ${code}` });
    logger.error({ platform: PLATFORM, code }, 'Discord has closed the connection for good');
  });
  client.on(Events.Error, (error) => logger.warn({ platform: PLATFORM, err: error }, 'the Discord client reports'));
  client.on(Events.Warn, (text) => logger.warn({ platform: PLATFORM, text }, 'the Discord client warns'));

  async function register(applicationId: string): Promise<void> {
    const body = renderCommands(app.commands, app.shortcuts);
    await client.rest.put(Routes.applicationCommands(applicationId), { body });
  }

  return {
    platform: PLATFORM,
    async start() {
      become('starting');
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      try {
        await client.login(token);
        const { application } = await ready;
        await register(application.id);
      } catch (error) {
        // What the gateway itself has said is the better reason.
        if (typeof state === 'string')
          become({ failed: error instanceof Error && 'code' in error ? String(error.code) : 'unreachable' });
        throw error;
      }
      become('connected');
    },
    async stop() {
      state = 'stopped';
      await inFlight.drain();
      quietSockets(client);
      await client.destroy();
    },
    state: () => state,
    send: (destination, view, key) => send({ ...options, client }, destination, view, key),
  };
}
