/** Long work that yields now and then so that it can be paused, and returns its result at the end. */
export type Steps<Result> = Generator<undefined, Result>;

/** Work over many items yields after this many. */
export const ITEMS_PER_STEP = 200;

/** Runs the work without pauses. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the work with a pause after each step, in which other work gets its turn. */
export async function runWithPauses<Result>(steps: Steps<Result>, pause: () => Promise<unknown>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
