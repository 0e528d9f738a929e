import type { ChatLogger } from './chat-logger.js';
import type { AdapterState, ChatAdapter } from './port.js';

/** Waits between tries to start an adapter, the last one for all that follow; in milliseconds. */
const WAITS = [10_000, 30_000, 60_000, 300_000] as const;

export type StartedAdapter = {
  /** Resolves when the first try has ended, well or badly. */
  readonly firstTry: Promise<void>;
  /** Tries no more and stops the adapter. */
  stop(): Promise<void>;
};

/**
 * Starts an adapter and, where that fails, tries again as long as it takes. A platform that is away, or a token that
 * is mended in its settings, needs no restart and holds up no other adapter.
 */
export function startAdapter(
  adapter: ChatAdapter,
  logger: ChatLogger,
  onState: (state: AdapterState) => void,
): StartedAdapter {
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
    if (!stopped) onState(adapter.state());
  }

  return {
    firstTry: attempt(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await adapter.stop();
    },
  };
}
