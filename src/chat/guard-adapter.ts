import type { ChatLogger } from './chat-logger.js';
import type { AdapterState, ChatAdapter } from './port.js';

/** Waits before an adapter is started anew, the last one for all that follow; in milliseconds. */
const WAITS = [1_000, 10_000, 30_000, 60_000, 300_000] as const;
/** After so long without trouble the waits begin anew; in milliseconds. */
const WELL_MS = 10 * 60_000;
/** What an adapter that broke still has to finish holds the next one up no longer than this; in milliseconds. */
const FAREWELL_MS = 5_000;

/** Makes an adapter; each start has one of its own, with a client that has not failed yet. */
export type MakeAdapter = (broke: (error: unknown) => void) => ChatAdapter;

export type GuardDeps = {
  readonly logger: ChatLogger;
  /** A short id by which a failure is found in the log. */
  readonly newRef: () => string;
  readonly onState: (state: AdapterState) => void;
};

export type GuardedAdapter = {
  /** Whichever adapter runs at the time. */
  readonly adapter: ChatAdapter;
  /** Starts it; resolves when the first try has ended, well or badly. */
  start(): Promise<void>;
  /** Something in the client's own code failed, wherever it came to light: the adapter is started anew. */
  broke(error: unknown): void;
  /** Tries no more and stops the adapter. */
  stop(): Promise<void>;
};

/**
 * Keeps an adapter running: where its start fails, or its client breaks, another one is made and started, as long as it
 * takes. A platform that is away, or a token that is mended in its settings, needs no restart and holds up no other.
 */
export function guardAdapter(platform: string, make: MakeAdapter, deps: GuardDeps): GuardedAdapter {
  const { logger, newRef, onState } = deps;
  let current = makeNext();
  let stopped = false;
  let troubles = 0;
  let timer: NodeJS.Timeout | undefined;
  let well: NodeJS.Timeout | undefined;

  function makeNext(): ChatAdapter {
    const made: ChatAdapter = make((error) => {
      // One that has been replaced already has no say any more.
      if (made === current) broke(error);
    });
    return made;
  }

  async function attempt(): Promise<void> {
    try {
      await current.start();
      well = setTimeout(() => {
        troubles = 0;
      }, WELL_MS);
      well.unref();
    } catch (error) {
      if (stopped) return;
      logger.error({ platform, err: error }, 'an adapter could not be started; it is tried again');
      plan();
    }
    if (!stopped) onState(current.state());
  }

  function plan(): void {
    clearTimeout(well);
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => void renew(), WAITS[Math.min(troubles, WAITS.length - 1)]);
    troubles += 1;
  }

  async function renew(): Promise<void> {
    const before = current;
    await within(FAREWELL_MS, before.stop());
    timer = undefined;
    if (stopped) return;
    try {
      current = makeNext();
    } catch (error) {
      logger.error({ ref: newRef(), platform, err: error }, 'an adapter could not be made; it is tried again');
      return plan();
    }
    await attempt();
  }

  function broke(error: unknown): void {
    if (stopped) return;
    logger.error({ ref: newRef(), platform, err: error }, 'an adapter broke; it is started anew, the others go on');
    plan();
  }

  return {
    adapter: {
      platform,
      start: attempt,
      stop: () => current.stop(),
      state: () => (timer === undefined || typeof current.state() === 'object' ? current.state() : 'reconnecting'),
      send: (destination, view, key) => current.send(destination, view, key),
      update: (destination, view, key) => current.update(destination, view, key),
    },
    start: attempt,
    broke,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(well);
      await current.stop();
    },
  };
}

/** Resolves with the work, whatever comes of it, or when it takes too long. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => {}), late]);
  clearTimeout(timer);
}
