import { GatewayIntentBits } from 'discord.js';
import { messagePayload } from './message-payload.js';
import { channelPayload } from './place-payload.js';
import { rolesOf } from './places.js';
import { accessTo, type Platform } from './platform.js';
import type { StoredMessage } from './store.js';
import { memberOf } from './users.js';

/** Without leave, these of a message are empty: https://docs.discord.com/developers/events/gateway#message-content-intent */
const WITHOUT_CONTENT = { content: '', embeds: [], attachments: [], components: [] };

/** Whether a bot without leave to read all messages gets the words of this one. */
function isForBot({ bot, channels }: Platform, { author, channelId, pings }: StoredMessage): boolean {
  return author.id === bot.id || channels.get(channelId)?.kind === 'direct' || pings.users.includes(bot.id);
}

function inGuild(platform: Platform, { author, webhookId }: StoredMessage, guildId: string) {
  const guild = platform.guilds.get(guildId);
  const account = platform.accounts.get(author.id);
  if (guild === undefined || account === undefined || webhookId !== null) return { guild_id: guildId };
  const { user, permissions, ...member } = memberOf(author, guild.joinedAt, { roles: rolesOf(account, guild) });
  return { guild_id: guildId, member };
}

/** A message as a bot with these intents is told of it; `null` where it is not. */
export function messageEvent(platform: Platform, message: StoredMessage, intents: number): object | null {
  const channel = platform.channels.get(message.channelId);
  if (channel === undefined || message.visibleTo !== null) return null;
  if (['hidden', 'gone'].includes(accessTo(platform, channel.id))) return null;
  const isDirect = channel.kind === 'direct';
  const needed = isDirect ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  if ((intents & needed) === 0) return null;
  const isReadable = (intents & GatewayIntentBits.MessageContent) !== 0 || isForBot(platform, message);
  return {
    ...messagePayload(platform, message),
    ...(isReadable ? {} : WITHOUT_CONTENT),
    channel_type: channelPayload(platform, channel).type,
    ...(channel.guildId === null ? {} : inGuild(platform, message, channel.guildId)),
  };
}
