/** Work of one person after the other, so much of it at once. Resolves when it has ended; rejects as the work does. */
export type AnswerQueue = (who: string, work: () => Promise<void>) => Promise<void>;

export type QueueOptions = {
  /** Answers that are worked on at once: a little more than the database takes. */
  readonly atOnce: number;
  /** An answer that takes longer than this holds nobody up any more, its own asker neither. In milliseconds. */
  readonly patienceMs: number;
  /** While people are being acknowledged at a rush, the waiting answers stand back for so long after each. In milliseconds. */
  readonly quietMs: number;
  /** But none stands back longer than this. In milliseconds. */
  readonly longestMs: number;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
};

type Waiting = { readonly who: string; readonly since: number; readonly begin: () => void };

/**
 * Answers in the order in which people asked, those of one person one after the other. Where many come at once, those
 * who are still to be acknowledged go before the answers of the others.
 */
export function createAnswerQueue({ atOnce, patienceMs, quietMs, longestMs, now }: QueueOptions): AnswerQueue {
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  let running = 0;
  let lastCame = Number.NEGATIVE_INFINITY;
  let isPlanned = false;

  /** How long the next one still stands back for those who come. */
  function standBack(next: Waiting): number {
    const at = now();
    return Math.min(lastCame + quietMs, next.since + longestMs) - at;
  }

  function plan(back: number): void {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      pump(true);
    }, back);
  }

  function pump(isRush: boolean): void {
    if (running >= atOnce) return;
    const at = waiting.findIndex(({ who }) => !busy.has(who));
    const next = waiting[at];
    if (next === undefined) return;
    const back = isRush ? standBack(next) : 0;
    if (back > 0) {
      plan(back);
      return;
    }
    waiting.splice(at, 1);
    running += 1;
    busy.add(next.who);
    next.begin();
    pump(isRush);
  }

  async function run(who: string, work: () => Promise<void>): Promise<void> {
    let counts = true;
    const letGo = (): void => {
      if (!counts) return;
      counts = false;
      running -= 1;
      busy.delete(who);
      pump(true);
    };
    const patience = setTimeout(letGo, patienceMs);
    try {
      await work();
    } finally {
      clearTimeout(patience);
      letGo();
    }
  }

  return async (who, work) => {
    lastCame = now();
    const turn = new Promise<void>((begin) => waiting.push({ who, since: now(), begin }));
    // Where there is room nobody waits.
    pump(waiting.length > 1);
    await turn;
    return run(who, work);
  };
}

/** What every adapter asks for. */
const USUAL = { atOnce: 16, patienceMs: 1_500, quietMs: 25, longestMs: 2_000 } as const;

export function usualAnswerQueue(): AnswerQueue {
  return createAnswerQueue({ ...USUAL, now: () => performance.now() });
}
