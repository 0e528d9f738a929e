import { type Client, Events, GatewayDispatchEvents, type Guild } from 'discord.js';
import type { AdapterState } from '../port.js';
import { GatewayClosed } from './gateway-closed.js';
import { greetGuild, invitationOf } from './greet.js';
import { type HandleDeps, handleInteraction } from './handle.js';
import { handleMessage, selfIn } from './handle-message.js';
import { messageSchema, wordsTo } from './message.js';
import { type DiscordOptions, PLATFORM } from './options.js';

export type ListenDeps = Omit<HandleDeps, 'client'> & {
  /** Runs work once for an event's id. The work never rejects. */
  readonly take: (id: string, work: () => Promise<void>) => void;
};

/** Everything that people can do to the bot on Discord. */
export function listenTo(client: Client, deps: ListenDeps): void {
  client.on(Events.InteractionCreate, (interaction) =>
    deps.take(interaction.id, () => handleInteraction({ ...deps, client }, interaction)),
  );
  // The message as the gateway sends it: discord.js leaves out those of conversations that it has not met before.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (payload: unknown) => takeMessage(client, deps, payload));
  const meet = (guild: Guild): void => {
    const invitation = invitationOf(guild, deps.now());
    if (invitation !== null) deps.take(invitation, () => greetGuild({ ...deps, client }, guild, invitation));
  };
  client.on(Events.GuildCreate, meet);
  client.on(Events.GuildAvailable, meet);
  client.on(Events.ClientReady, ({ guilds }) => {
    for (const guild of guilds.cache.values()) meet(guild);
  });
}

function takeMessage(client: Client, deps: ListenDeps, payload: unknown): void {
  const message = messageSchema.safeParse(payload).data;
  if (message === undefined || !client.isReady()) return;
  const guild = client.guilds.cache.get(message.guild_id ?? '');
  const addressed = wordsTo(selfIn(client, guild), message);
  if (addressed === null) return;
  const who = `${message.guild_id ?? ''}/${message.author.id}`;
  deps.take(message.id, () => deps.queue(who, () => handleMessage({ ...deps, client }, message, addressed)));
}

type WatchDeps = Pick<DiscordOptions, 'logger' | 'broke'> & { readonly become: (state: AdapterState) => void };

/** Follows the connection, by what the client reports of it. */
export function watchState(client: Client, { logger, broke, become }: WatchDeps): void {
  client.on(Events.ShardReconnecting, () => become('reconnecting'));
  client.on(Events.ShardReady, () => become('connected'));
  client.on(Events.ShardResume, () => become('connected'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    become({ failed: `gateway ${code}` });
    broke(new GatewayClosed(code));
  });
  client.on(Events.Error, (error) => logger.warn({ platform: PLATFORM, err: error }, 'the Discord client reports'));
  client.on(Events.Warn, (text) => logger.warn({ platform: PLATFORM, text }, 'the Discord client warns'));
}
