import type { ChatMemory } from './chat-memory.js';

type Deps = {
  readonly memory: Pick<ChatMemory, 'firstTime'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/**
 * Whether no other delivery of an event has been seen, here or in another process. An event that the database cannot
 * remember counts as the first: its answer says that the database is away.
 */
export async function isFirstTime({ memory, now }: Deps, event: string): Promise<boolean> {
  try {
    return await memory.firstTime(event, now());
  } catch {
    return true;
  }
}
