import type { ChatLogger } from './chat-logger.js';
import type { AdapterState, ChatAdapter } from './port.js';

/** Waits between tries to start an adapter, the last one for all that follow; in milliseconds. */
const WAITS = [10_000, 30_000, 60_000, 300_000] as const;

export type KeptAdapter = {
  /** Resolves when the first try has ended, however it did. */
  readonly tried: Promise<void>;
  /** Tries no more and stops the adapter. */
  stop(): Promise<void>;
};

/**
 * Starts an adapter and, where that fails, tries again as long as it takes: a platform that is away, or a token that
 * is mended in its settings, costs no restart and no other adapter.
 */
export function keepRunning(
  adapter: ChatAdapter,
  logger: ChatLogger,
  told: (state: AdapterState) => void,
): KeptAdapter {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function attempt(failures: number): Promise<void> {
    try {
      await adapter.start();
    } catch (error) {
      if (stopped) return;
      logger.error({ platform: adapter.platform, err: error }, 'an adapter could not be started; it is tried again');
      timer = setTimeout(() => void attempt(failures + 1), WAITS[Math.min(failures, WAITS.length - 1)]);
    }
    if (!stopped) told(adapter.state());
  }

  return {
    tried: attempt(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await adapter.stop();
    },
  };
}
