import { z } from 'zod';
import { APP, type Emulated, type Json } from './emulated.js';
import type { Ephemeral } from './front.js';

/** Who may be answered by a response URL, and about which message. */
export type Asked = {
  readonly userId: string;
  readonly channelId: string;
  /** The message that was pressed; `null` for a command. */
  readonly pressedTs: string | null;
};

/** Response URLs, which the emulator does not have: what is answered by them is done to it by its Web API. */
export type Responses = {
  at(url: string): void;
  issue(asked: Asked): string;
  /** A URL that takes nothing any more. */
  used(): string;
  take(id: string, body: Json): Promise<{ readonly status: number; readonly text: string }>;
};

type Deps = {
  readonly emulated: Emulated;
  readonly find: (ts: string) => Ephemeral | null;
  readonly postEphemeral: (args: Json) => Promise<void>;
};

/** Slack takes this many answers by one URL. */
const USES = 5;

const bodySchema = z.object({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  thread_ts: z.string().optional(),
});

export function createResponses({ emulated, find, postEphemeral }: Deps): Responses {
  const open = new Map<string, { readonly asked: Asked; uses: number }>();
  let url = '';

  async function carryOut({ userId, channelId, pressedTs }: Asked, body: Json): Promise<void> {
    const { response_type: type, replace_original: replace, ...content } = bodySchema.parse(body);
    const hidden = pressedTs === null ? null : find(pressedTs);
    if (replace && hidden !== null) {
      // Nothing of the emulator's changes a message for one person's eyes.
      hidden.content = content;
    } else if (replace && pressedTs !== null) {
      await emulated.call(APP.botToken, 'chat.update', { channel: channelId, ts: pressedTs, ...content });
    } else if (type === 'ephemeral') {
      await postEphemeral({ channel: channelId, user: userId, ...content });
    } else {
      await emulated.call(APP.botToken, 'chat.postMessage', { channel: channelId, ...content });
    }
  }

  return {
    at(address) {
      url = address;
    },
    issue(asked) {
      const id = `R${open.size}`;
      open.set(id, { asked, uses: 0 });
      return `${url}/response/${id}`;
    },
    used: () => `${url}/response/used`,
    async take(id, body) {
      const found = open.get(id);
      if (found === undefined || found.uses >= USES) return { status: 404, text: 'used_url' };
      found.uses += 1;
      try {
        await carryOut(found.asked, body);
        return { status: 200, text: 'ok' };
      } catch (error) {
        return { status: 400, text: String(error) };
      }
    },
  };
}
