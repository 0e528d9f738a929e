import type { Client, Guild } from 'discord.js';
import type { Place } from '../port.js';
import { directTo, workspaceOf } from './address.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { send } from './send.js';

/** The first words in a guild that has just invited the bot, where its system messages go. */
export async function greetGuild(deps: DiscordOptions & { readonly client: Client }, guild: Guild): Promise<void> {
  const channelId = guild.systemChannelId;
  if (channelId === null) return;
  const workspaceId = workspaceOf(guild.id);
  const person = {
    id: guild.ownerId,
    name: guild.name,
    languages: [guild.preferredLocale],
    timeZone: null,
    manages: true,
  };
  const direct = directTo({ tenant: guild.id, userId: guild.ownerId });
  const place: Place = { workspaceId, lead: '/', direct };
  try {
    const view = await deps.app.welcome(person, place);
    await send(deps, { platform: PLATFORM, kind: 'channel', id: channelId }, view, `welcome:${guild.id}`);
  } catch (error) {
    deps.logger.error(
      { ref: deps.newRef(), platform: PLATFORM, guild: guild.id, err: error },
      'a guild was not greeted',
    );
  }
}
