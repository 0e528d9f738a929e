import type { Instant } from '../core/local-date.js';

export type QuizClock = {
  /** Something has changed: looks at once. */
  wake(): void;
  /** Looks no more, and waits for the round that runs. */
  stop(): Promise<void>;
};

/** Quizzes of other processes are looked after too, should those end: so often. In milliseconds. */
const POLL_MS = 3_000;

/**
 * Runs `round` when a quiz is due, to the second, and now and then for those of which this process was not told. Rounds
 * never overlap; a clock that stands still does no harm, since the database says what is due.
 *
 * @param round says when it is to come again; must not reject
 */
export function startQuizClock(round: () => Promise<Instant | null>, now: () => number): QuizClock {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    let next: Instant | null = null;
    do {
      again = false;
      next = await round();
    } while (again && !stopped);
    running = null;
    if (!stopped) timer = setTimeout(wake, Math.max(0, Math.min(POLL_MS, next === null ? POLL_MS : next - now())));
  }

  function wake(): void {
    clearTimeout(timer);
    if (stopped) return;
    again = true;
    running ??= run();
  }

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
