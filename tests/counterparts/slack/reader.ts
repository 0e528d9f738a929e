import { z } from 'zod';
import type { Emulated, Json, Member } from './emulated.js';
import type { Front } from './front.js';
import { messageSchema, type StoredMessage } from './screen.js';

/** A message on somebody's screen. */
export type Shown = {
  readonly ts: string;
  readonly channelId: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly unknown[];
  /** As the emulator gives it; `null` for what only this person sees. */
  readonly stored: StoredMessage | null;
};

const messagesSchema = z.object({ messages: z.array(messageSchema) });

/** Reads what somebody may read, with their own token. */
export class Reader {
  private readonly emulated: Emulated;
  private readonly front: Front;
  private readonly member: Member;
  private readonly directChannelId: string;

  constructor(emulated: Emulated, front: Front, member: Member, directChannelId: string) {
    this.emulated = emulated;
    this.front = front;
    this.member = member;
    this.directChannelId = directChannelId;
  }

  /** The channel with its threads, the conversation with the bot, and what is for this person's eyes; oldest first. */
  async screen(): Promise<readonly Shown[]> {
    const channels = [this.emulated.channel.id, this.directChannelId];
    const stored = await Promise.all(channels.map((channelId) => this.shownIn(channelId)));
    const hidden = this.front.ephemerals
      .filter(({ onlyFor }) => onlyFor === this.member.id)
      .map(({ ts, channelId, threadTs, content }) => ({ ts, channelId, threadTs, stored: null, ...content }));
    return [...stored.flat(), ...hidden].toSorted((a, b) => Number(a.ts) - Number(b.ts));
  }

  /** The replies below a message of the channel, without it. */
  async thread(ts: string, channel = this.emulated.channel.id): Promise<readonly StoredMessage[]> {
    return (await this.read('conversations.replies', { channel, ts })).filter((message) => message.ts !== ts);
  }

  /** The person's own conversation with the bot, oldest first. */
  directly(): Promise<readonly StoredMessage[]> {
    return this.history(this.directChannelId);
  }

  /** Downloads what hangs on a message. */
  async fileText({ files }: StoredMessage): Promise<string> {
    const [file] = files;
    if (file === undefined) throw new Error('no file hangs on this message');
    const headers = { authorization: `Bearer ${this.member.token}` };
    return (await fetch(file.url_private, { headers })).text();
  }

  private async shownIn(channelId: string): Promise<readonly Shown[]> {
    const roots = await this.history(channelId);
    const threads = roots.filter(({ reply_count: replies }) => replies > 0);
    const replies = await Promise.all(threads.map(({ ts }) => this.thread(ts, channelId)));
    return [...roots, ...replies.flat()].map((stored) => {
      const { ts, text, blocks, thread_ts: threadTs = null } = stored;
      return { ts, channelId, threadTs, text, blocks, stored };
    });
  }

  private async history(channel: string): Promise<readonly StoredMessage[]> {
    return (await this.read('conversations.history', { channel, limit: 1_000 })).toReversed();
  }

  private async read(method: string, args: Json): Promise<readonly StoredMessage[]> {
    return messagesSchema.parse(await this.emulated.call(this.member.token, method, args)).messages;
  }
}
