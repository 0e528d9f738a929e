/** Long work that can be paused: it yields now and then, and returns its result at the end. */
export type Steps<Result> = Generator<undefined, Result>;

/** Items after which long work over many of them yields. */
export const STEP = 200;

/** All of it in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** All of it, with a pause after each step in which others are served. */
export async function withPauses<Result>(steps: Steps<Result>, pause: () => Promise<unknown>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
