import { vi } from 'vitest';
import type { ChatActor, SeenMessage } from '../contracts/chat-adapter.js';

/** Waits until somebody sees a message with these words, and gives the latest such. */
export function eventually(actor: ChatActor, words: string | RegExp): Promise<SeenMessage> {
  const found = ({ text }: SeenMessage) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  return vi.waitFor(
    async () => {
      const message = (await actor.sees()).findLast(found);
      if (message === undefined) throw new Error(`nobody sees ${words}`);
      return message;
    },
    { timeout: 10_000, interval: 20 },
  );
}

/** How many messages with these words somebody sees. */
export async function countOf(actor: ChatActor, words: string): Promise<number> {
  return (await actor.sees()).filter(({ text }) => text.includes(words)).length;
}
