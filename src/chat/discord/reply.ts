import type { Client } from 'discord.js';
import type { View } from '../port.js';
import { type Tries, tryAgain } from '../try-again.js';
import { place } from './answer.js';
import { isGone, mayNotReply, sendResultOf } from './errors.js';
import { type RenderedMessage, renderView, withoutFiles } from './render-view.js';
import { deleteMessage, editMessage, nonceOf, postMessage } from './rest.js';

/** Where something is written in answer to a message. */
export type ReplyTarget = {
  readonly channelId: string;
  /** The message that is answered, in a channel where others write too; `null` where nobody else does. */
  readonly replyTo: string | null;
};

export type ReplyDeps = Pick<Tries, 'now' | 'ending'> & { readonly client: Client; readonly restName: string };

/** Waits between tries where Discord is away, the last one for all that follow, and how long it is tried; in milliseconds. */
const WAITS = [250, 1_000, 4_000, 15_000] as const;
const TRYING_MS = 60_000;

/** Whether a minute may be enough; a limit that asks for more is told at once. */
function mayPass(error: unknown): boolean {
  const result = sendResultOf(error);
  return result?.status === 'rate-limited' && result.retryAfterMs <= TRYING_MS;
}

/** Does something on Discord, again where it is away for a moment. */
export function tryForAMinute<T>({ now, ending }: Pick<Tries, 'now' | 'ending'>, work: () => Promise<T>): Promise<T> {
  return tryAgain(work, { isPassing: mayPass, waits: WAITS, until: now() + TRYING_MS, now, ending });
}

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
export function createReply(
  { client, restName, ...time }: ReplyDeps,
  { channelId, replyTo }: ReplyTarget,
  key: string,
): Reply {
  let shownId: string | null = null;
  let written = 0;
  let above = replyTo;

  /** The first message is a reply to what it answers, as long as the bot may read the channel's history. */
  async function post(message: RenderedMessage): Promise<string> {
    const nonce = nonceOf(key, written);
    try {
      const posting = above === null ? { nonce } : { nonce, replyTo: above };
      const id = await tryForAMinute(time, () => postMessage(client, channelId, message, posting));
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
    const id = shownId;
    if (id === null) return write(message);
    try {
      await tryForAMinute(time, () => editMessage(client, channelId, id, message));
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
