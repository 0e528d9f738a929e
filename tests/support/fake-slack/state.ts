import type { Content } from './content.js';
import { type Clock, createTimestamps, type Ids } from './ids.js';
import type { View } from './schema/view.js';

export type Team = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Another one after each installation that is not a mere change of one. */
  botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  scopes: ReadonlySet<string>;
  /** Whether the app is in the workspace; its token is worth nothing before. */
  installed: boolean;
  /** What every call with the token is answered, for instance `token_revoked`. */
  problem: string | null;
};

export type StoredFile = { readonly id: string; readonly name: string; title: string; content: Buffer | null };

/** A file that somebody sent with a form. */
export type SentFile = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** How sent files are handed out. */
export type FileHanding = {
  /** Where they are said to lie; `null` for the platform itself. */
  host: string | null;
  /** Whether they are kept back from everyone. */
  withheld: boolean;
};

export type Message = {
  readonly ts: string;
  readonly channelId: string;
  readonly author: string;
  readonly threadTs: string | null;
  /** The one person who sees it, or `null` for all. */
  readonly onlyFor: string | null;
  content: Content;
  readonly files: readonly StoredFile[];
};

export type Channel = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  /** Whose direct conversation with the bot it is; `null` for a channel of all. */
  readonly owner: string | null;
  botIsMember: boolean;
  /** Other workspaces whose people are in it too, by Slack Connect. */
  readonly sharedWith: Set<string>;
  problem: string | null;
  readonly messages: Message[];
};

export type StoredView = {
  readonly id: string;
  readonly rootId: string;
  readonly previousId: string | null;
  view: View;
  hash: string;
};

export type Member = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly locale: string;
  readonly tz: string;
  /** Whether they are an admin of the workspace. */
  readonly isAdmin: boolean;
  /** Whether another program speaks in their name. */
  readonly isProgram: boolean;
  problem: string | null;
  home: StoredView | null;
  /** The stack of open modals, the one on top last. */
  readonly modals: StoredView[];
};

export type NewMessage = Pick<Message, 'author' | 'content'> & Partial<Pick<Message, 'threadTs' | 'onlyFor' | 'files'>>;

/** Everything that stands on the platform. */
export type State = ReturnType<typeof createState>;

export function createState(ids: Ids, now: Clock) {
  const teams = new Map<string, Team>();
  const channels = new Map<string, Channel>();
  const members = new Map<string, Member>();
  const files = new Map<string, StoredFile>();
  const sentFiles = new Map<string, SentFile>();
  const handing: FileHanding = { host: null, withheld: false };
  const timestamp = createTimestamps(now);

  function addChannel(channel: Pick<Channel, 'id' | 'teamId' | 'name'> & Partial<Channel>): Channel {
    const added: Channel = {
      owner: null,
      botIsMember: true,
      sharedWith: new Set(),
      problem: null,
      messages: [],
      ...channel,
    };
    channels.set(added.id, added);
    return added;
  }

  return {
    teams,
    channels,
    members,
    files,
    sentFiles,
    handing,
    timestamp,
    addChannel,

    /** Whether somebody is of a workspace, or a guest in one of its channels. */
    isKnownIn(teamId: string, member: Member): boolean {
      if (member.teamId === teamId) return true;
      return [...channels.values()].some(
        (channel) => channel.teamId === teamId && channel.sharedWith.has(member.teamId),
      );
    },

    /** The conversation of a person with the bot, opened when there is none. */
    directOf(member: Member): Channel {
      const open = [...channels.values()].find(({ owner }) => owner === member.id);
      return open ?? addChannel({ id: ids('D'), teamId: member.teamId, name: 'directmessage', owner: member.id });
    },

    post(channel: Channel, message: NewMessage): Message {
      const posted: Message = {
        threadTs: null,
        onlyFor: null,
        files: [],
        ...message,
        ts: timestamp(),
        channelId: channel.id,
      };
      channel.messages.push(posted);
      return posted;
    },

    find(ts: string): Message | undefined {
      return [...channels.values()].flatMap(({ messages }) => messages).find((message) => message.ts === ts);
    },

    remove(message: Message): void {
      const messages = channels.get(message.channelId)?.messages ?? [];
      const index = messages.indexOf(message);
      if (index >= 0) messages.splice(index, 1);
    },

    viewById(viewId: string): { readonly member: Member; readonly stored: StoredView } | undefined {
      for (const member of members.values()) {
        const stored = [...member.modals, ...(member.home ? [member.home] : [])].find(({ id }) => id === viewId);
        if (stored) return { member, stored };
      }
      return undefined;
    },
  };
}
