import type { SocketModeReceiver } from '@slack/bolt';
import type { ChatLogger } from '../chat-logger.js';
import type { AdapterState } from '../port.js';
import { isFatal, reasonOf } from './errors.js';
import { PLATFORM } from './options.js';

/**
 * A line is given up when a pong has been missing for this long: the client asks three times as often. In milliseconds.
 * A network that stalls for some seconds gives everything back when it flows again, commands among it, which Slack sends
 * only once: a line that is left too early loses them. What follows, connecting anew, waits for nothing.
 */
export const PONG_MS = 10_000;

/** Waits between tries in milliseconds, the last one for all that follow. The first is at once. */
const WAITS = [0, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;
/** What only a change of settings mends is tried again as rarely as this. */
const FATAL_WAIT_MS = 60_000;
/** How long a stop waits for the goodbye. */
const GOODBYE_MS = 1_000;

export type SocketLine = {
  /** Resolves when Slack has said hello; rejects where the first try fails for a reason that waiting does not mend. */
  open(): Promise<void>;
  close(): Promise<void>;
};

type Client = SocketModeReceiver['client'];

/** A wait that can be cut short. */
type Nap = { sleep(ms: number): Promise<void>; wake(): void };

function createNap(): Nap {
  let wake: () => void = () => {};
  return {
    sleep(ms) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    wake: () => wake(),
  };
}

/** `null` once Slack has said hello, else why it has not. */
async function tryOnce(client: Client): Promise<unknown> {
  try {
    await client.start();
    return null;
  } catch (error) {
    // A connection that breaks before its hello rejects with nothing.
    return error ?? new Error('the connection was closed before Slack said hello');
  }
}

/**
 * Keeps one socket open. Bolt's own reconnect is switched off: where it fails, nothing handles the rejection, which
 * ends Node, and it waits as long as its ping timeout before each try.
 */
export function createSocketLine(
  client: Client,
  logger: ChatLogger,
  become: (state: AdapterState) => void,
): SocketLine {
  let stopped = false;
  let failures = 0;
  const nap = createNap();
  let connecting: Promise<void> | null = null;

  /** Connects, however long it takes. Ends early when stopped, and for a fatal error of the first connection. */
  async function connect(first: boolean): Promise<void> {
    while (!stopped) {
      await nap.sleep(WAITS[Math.min(failures, WAITS.length - 1)] ?? 0);
      if (stopped) return;
      const error = await tryOnce(client);
      if (error === null) {
        failures = 0;
        return become('connected');
      }
      failures += 1;
      logger.warn({ platform: PLATFORM, reason: reasonOf(error), failures }, 'no connection to Slack');
      if (isFatal(error)) become({ failed: reasonOf(error) });
      if (isFatal(error) && first) throw error;
      if (isFatal(error)) await nap.sleep(FATAL_WAIT_MS);
    }
  }

  function reconnect(): void {
    if (stopped || connecting !== null) return;
    become('reconnecting');
    connecting = connect(false).finally(() => {
      connecting = null;
    });
  }

  client.on('disconnected', reconnect);
  client.on('error', (error: unknown) =>
    logger.warn({ platform: PLATFORM, reason: reasonOf(error) }, 'the line to Slack broke'),
  );

  return {
    async open() {
      const opening = connect(true).finally(() => {
        connecting = null;
      });
      connecting = opening.catch(() => {});
      await opening;
    },
    async close() {
      stopped = true;
      nap.wake();
      const goodbye = Promise.resolve(client.disconnect()).catch(() => {});
      await Promise.race([Promise.all([goodbye, connecting]), nap.sleep(GOODBYE_MS)]);
    },
  };
}
