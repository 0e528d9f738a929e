import { schedule } from 'node-cron';

export type Ticker = {
  /** Starts no further round and waits for the one that runs. */
  stop(): Promise<void>;
};

/**
 * Runs `round` at once and then at every full minute. Rounds never overlap. A missed tick does no harm, since the next
 * round finds in the database what is due.
 *
 * @param round must not reject
 */
export function startTicker(round: () => Promise<void>): Ticker {
  let running = Promise.resolve();
  let stopped = false;
  let busy = false;

  function tick(): void {
    if (busy || stopped) return;
    busy = true;
    running = round().finally(() => {
      busy = false;
    });
  }

  const task = schedule('* * * * *', tick, { suppressMissedWarning: true });
  tick();
  return {
    async stop() {
      stopped = true;
      await task.destroy();
      await running;
    },
  };
}
