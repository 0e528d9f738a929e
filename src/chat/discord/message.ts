import { MessageReferenceType, MessageType } from 'discord.js';
import { z } from 'zod';
import { messageText } from './marks.js';

const user = z.object({
  id: z.string(),
  username: z.string().catch(''),
  global_name: z.string().nullish().catch(null),
  bot: z.boolean().nullish().catch(null),
  system: z.boolean().nullish().catch(null),
});

const file = z.object({ filename: z.string().catch(''), size: z.number().catch(0), url: z.string() });

/** A message as the gateway sends it, as far as it is read. Unknown fields are ignored. */
export const messageSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  type: z.number().catch(MessageType.Default),
  author: user,
  webhook_id: z.string().nullish().catch(null),
  content: z.string().catch(''),
  mentions: z.array(z.object({ id: z.string() })).catch([]),
  mention_roles: z.array(z.string()).catch([]),
  attachments: z.array(file).catch([]),
  /** The author in the server; there is none in direct messages. */
  member: z
    .object({ nick: z.string().nullish().catch(null), roles: z.array(z.string()).catch([]) })
    .nullish()
    .catch(null),
  message_reference: z
    .object({ type: z.number().catch(MessageReferenceType.Default) })
    .nullish()
    .catch(null),
  referenced_message: z
    .object({ author: z.object({ id: z.string() }) })
    .nullish()
    .catch(null),
  /** What a forwarded message says. */
  message_snapshots: z.array(z.object({ message: z.object({ content: z.string() }) })).catch([]),
});
export type GatewayMessage = z.infer<typeof messageSchema>;

/** The bot as people call it: by its name, or by the role that a server gave it. */
export type Self = { readonly userId: string; readonly roleId: string | null };

export type Addressed = {
  /** Without the call itself; empty where there was no more than that. */
  readonly text: string;
  /** Whether others read along. */
  readonly aloud: boolean;
  readonly files: readonly z.infer<typeof file>[];
};

/** What people write; everything else comes from the platform itself. */
const WRITTEN: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply]);

function isOfPerson({ author, type, webhook_id: webhook }: GatewayMessage): boolean {
  return author.bot !== true && author.system !== true && (webhook ?? null) === null && WRITTEN.has(type);
}

/** The marks by which the bot is called in a text. */
function calls({ userId, roleId }: Self): RegExp {
  return new RegExp(roleId === null ? `<@!?${userId}>` : `<@!?${userId}>|<@&${roleId}>`, 'g');
}

function isCalled(self: Self, { content, mentions, mention_roles: roles }: GatewayMessage): boolean {
  const byRole = self.roleId !== null && roles.includes(self.roleId);
  return byRole || mentions.some(({ id }) => id === self.userId) || calls(self).test(content);
}

/** Whether it answers something that the bot wrote; what is passed on answers nothing. */
function isReply(self: Self, { message_reference: reference, referenced_message: before }: GatewayMessage): boolean {
  return reference?.type !== MessageReferenceType.Forward && before?.author.id === self.userId;
}

/**
 * What a message says to the bot, or `null` for one that is not meant for it: in a server it is called by name or
 * answered, in direct messages everything is. Discord withholds the words of an answer that does not mention it.
 */
export function wordsTo(self: Self, message: GatewayMessage): Addressed | null {
  if (message.author.id === self.userId || !isOfPerson(message)) return null;
  const aloud = (message.guild_id ?? null) !== null;
  const called = isCalled(self, message);
  if (aloud && !called && !isReply(self, message)) return null;
  const { content, attachments: files, message_snapshots: forwarded } = message;
  const words = [content, ...forwarded.map(({ message: passedOn }) => passedOn.content)].join('\n').trim();
  if (words === '' && files.length === 0 && !called) return null;
  return { text: messageText(words.replaceAll(calls(self), ' ')), aloud, files };
}
