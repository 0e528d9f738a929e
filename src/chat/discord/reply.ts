import type { Client } from 'discord.js';
import type { View } from '../port.js';
import { place } from './answer.js';
import { isGone, mayNotReply } from './errors.js';
import { type RenderedMessage, renderView, withoutFiles } from './render-view.js';
import { deleteMessage, editMessage, nonceOf, postMessage } from './rest.js';

/** Where something is written in answer to a message. */
export type ReplyTarget = {
  readonly channelId: string;
  /** The message that is answered, in a channel where others write too; `null` where nobody else does. */
  readonly replyTo: string | null;
};

export type ReplyDeps = { readonly client: Client; readonly restName: string };

/** An answer to a message, which may be shown in part before it is whole. */
export type Reply = {
  /** Shows a part in place of the one before. */
  showPart(view: View): Promise<void>;
  /**
   * Shows the answer, in place of its parts. Rejects with the first message that Discord does not take.
   *
   * @param scope carried by buttons where the platform does not tell the guild
   */
  show(view: View, scope: string | null): Promise<void>;
  /** Takes the part back that is shown. One that cannot be taken back stays. */
  takeBack(): Promise<void>;
};

/**
 * @param key names the answer: what is written for it a second time within some minutes, by whichever process, is
 * known to Discord
 */
export function createReply({ client, restName }: ReplyDeps, { channelId, replyTo }: ReplyTarget, key: string): Reply {
  let shownId: string | null = null;
  let written = 0;
  let above = replyTo;

  /** The first message is a reply to what it answers, as long as the bot may read the channel's history. */
  async function post(message: RenderedMessage): Promise<string> {
    const nonce = nonceOf(key, written);
    try {
      const id = await postMessage(client, channelId, message, above === null ? { nonce } : { nonce, replyTo: above });
      written += 1;
      above = null;
      return id;
    } catch (error) {
      if (above === null || !mayNotReply(error)) throw error;
      above = null;
      return post(message);
    }
  }

  async function write(message: RenderedMessage): Promise<void> {
    await post(message);
  }

  async function change(message: RenderedMessage): Promise<void> {
    if (shownId === null) return write(message);
    try {
      await editMessage(client, channelId, shownId, message);
    } catch (error) {
      if (!isGone(error)) throw error;
      shownId = null;
      await write(message);
    }
  }

  return {
    async showPart(view) {
      const [first] = renderView(view, { scope: null, restName });
      if (first === undefined) return;
      if (shownId === null) shownId = await post(withoutFiles(first));
      else await editMessage(client, channelId, shownId, withoutFiles(first));
    },
    async show(view, scope) {
      const errors: unknown[] = [];
      for (const [page, message] of renderView(view, { scope, restName }).entries()) {
        try {
          await place(message, page === 0 ? change : write, write);
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
    async takeBack() {
      const id = shownId;
      shownId = null;
      if (id !== null) await deleteMessage(client, channelId, id).catch(() => {});
    },
  };
}
