import { GatewayIntentBits } from 'discord.js';

/**
 * What Discord is asked to tell: of servers and their channels, and of messages there and in direct messages. None of it
 * is privileged: the words of a message that calls the bot, and of a direct message, come without leave
 * (https://docs.discord.com/developers/events/gateway#message-content-intent). All other messages come without words.
 */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;
