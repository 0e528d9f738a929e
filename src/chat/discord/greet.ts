import { ChannelType, type Client, type Guild, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { FIRST_WORDS } from '../chat-memory.js';
import type { Destination } from '../port.js';
import { directTo, workspaceOf } from './address.js';
import { placeIn } from './event.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { send } from './send.js';

type Deps = DiscordOptions & { readonly client: Client };

/**
 * A guild that has invited the bot since is greeted when the program comes up: people invite it first and start it
 * later. In milliseconds.
 */
const LATELY_MS = 7 * 24 * 3_600_000;

/** Names one invitation; `null` for one that is too long ago to be greeted for. */
export function invitationOf({ id, joinedTimestamp: joinedAt, available }: Guild, now: number): string | null {
  return available && now - joinedAt <= LATELY_MS ? `${FIRST_WORDS}${id}:${joinedAt}` : null;
}

/** The first words in a guild, once for each invitation. Never rejects. */
export async function greetGuild(deps: Deps, guild: Guild, invitation: string): Promise<void> {
  try {
    await greet(deps, guild, invitation);
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, guild: guild.id, err: error };
    deps.logger.error(fields, 'a guild was not greeted');
  }
}

async function greet(deps: Deps, guild: Guild, key: string): Promise<void> {
  const { ownerId: id, name, preferredLocale } = guild;
  const person = { id, name, languages: [preferredLocale], timeZone: null, manages: true };
  const view = await deps.app.welcome(person, placeIn(workspaceOf(guild.id), id));
  for (const destination of destinationsIn(guild)) {
    const { status } = await send(deps, destination, view, key);
    if (status === 'sent' || status === 'rate-limited') return;
  }
}

/** Where first words may go, the best first: the system's channel, then the topmost text channel, then the owner. */
function destinationsIn(guild: Guild): readonly Destination[] {
  const texts = [...guild.channels.cache.values()].filter((channel) => channel.type === ChannelType.GuildText);
  const channels = [
    ...texts.filter(({ id }) => id === guild.systemChannelId),
    ...texts.filter(({ id }) => id !== guild.systemChannelId).sort(byPlace),
  ].filter(maySpeakIn);
  return [
    ...channels.slice(0, 2).map(({ id }) => ({ platform: PLATFORM, kind: 'channel', id }) as const),
    directTo({ tenant: guild.id, userId: guild.ownerId }),
  ];
}

/** From top to bottom, as people see them: channels without a category come first. */
function byPlace(a: TextChannel, b: TextChannel): number {
  const [above, below] = [a, b].map((channel) => channel.parent?.rawPosition ?? -1);
  return (
    (above ?? 0) - (below ?? 0) || a.rawPosition - b.rawPosition || a.id.localeCompare(b.id, 'en', { numeric: true })
  );
}

/** As far as the bot can tell; Discord has the last word. */
function maySpeakIn(channel: TextChannel): boolean {
  const { me } = channel.guild.members;
  if (me === null) return true;
  return channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]);
}
