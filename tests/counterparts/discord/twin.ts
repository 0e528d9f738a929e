import { ChannelType } from 'discord-api-types/v10';
import { DigitalDiscord } from 'discord-digital-twin';

/** A Discord on this machine with one server, one channel, and people in it. */
export type Twin = {
  readonly discord: DigitalDiscord;
  readonly channelId: string;
  /** What the bot needs to find it. */
  readonly env: { readonly DISCORD_TOKEN: string; readonly DISCORD_API_BASE: string };
  userId(name: string): Promise<string>;
  /** Notes that an interaction was somebody's: the twin itself forgets. */
  own(interactionId: string, userId: string): void;
  ownerOf(interactionId: string): string | null;
  close(): Promise<void>;
};

/**
 * The twin takes an answer to a press that was promised with "deferred reply" for an edit of the pressed message.
 * Discord writes a new one, as the twin does for commands, where it has noted no message.
 */
const DEFERRED_REPLY_IS_NEW = `
  CREATE TRIGGER "deferredReplyIsNew" AFTER UPDATE ON "InteractionResponse"
  WHEN NEW."type" = 5 AND NEW."acknowledged" = 1 AND OLD."acknowledged" = 0
  BEGIN
    UPDATE "InteractionResponse" SET "messageId" = NULL WHERE "interactionId" = NEW."interactionId";
  END`;

export async function startTwin(people: readonly string[]): Promise<Twin> {
  const discord = new DigitalDiscord({
    guild: { name: 'The study group' },
    channels: [{ name: 'study', type: ChannelType.GuildText }],
    users: people.map((username) => ({ username })),
    botUser: { username: 'Repaso' },
    botToken: 'twin-token',
  });
  await discord.start();
  await discord.prisma.$executeRawUnsafe(DEFERRED_REPLY_IS_NEW);
  const channel = await discord.prisma.channel.findFirstOrThrow();
  const owners = new Map<string, string>();
  return {
    discord,
    channelId: channel.id,
    env: { DISCORD_TOKEN: discord.botToken, DISCORD_API_BASE: discord.restUrl },
    async userId(username) {
      return (await discord.prisma.user.findFirstOrThrow({ where: { username } })).id;
    },
    own: (interactionId, userId) => void owners.set(interactionId, userId),
    ownerOf: (interactionId) => owners.get(interactionId) ?? null,
    async close() {
      await discord.stop();
      await discord.prisma.$disconnect();
    },
  };
}
