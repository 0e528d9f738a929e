import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, isPassing, retryAfterMs } from './failure.js';
import type { FailedReply } from './port.js';

export type CallOptions = {
  /** All tries together, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborts all calls when the program stops. */
  readonly stop: AbortSignal;
  /** Before the second try, in milliseconds. */
  readonly pauseMs: number;
};

/** A second try that would take a longer pause is not made, since somebody waits. In milliseconds. */
const LONGEST_PAUSE_MS = 3_000;

/** Calls a provider, once more where it was busy or away. Never rejects. */
export async function callProvider<T>(
  { timeoutMs, stop, pauseMs }: CallOptions,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T | FailedReply> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]);
  for (let isLast = false; ; isLast = true) {
    try {
      return await raceAbort(call(signal), signal);
    } catch (error) {
      const failure = failureOf(error, signal);
      const pause = retryAfterMs(error) ?? pauseMs;
      if (isLast || !isPassing(failure.reason) || pause > LONGEST_PAUSE_MS) return failure;
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}

/** Rejects when the signal aborts, also where the client ignores it. */
function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
