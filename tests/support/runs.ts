/** How much is tried of what takes its time; a tenth where nothing is said. */
const PART = Number(process.env.TEST_RUNS ?? 0.1);

/**
 * The runs of a property: a part of `full` in `npm test`, all of them in `npm run test:thorough`, which runs each file
 * that asks here, and as many times more as `TEST_RUNS` says.
 */
export function runs(full: number): number {
  return Math.max(1, Math.ceil(full * PART));
}

/** Of cases that are listed one by one: every tenth in `npm test`, all of them in `npm run test:thorough`. */
export function someOf<T>(cases: Iterable<T>): readonly T[] {
  const step = Math.max(1, Math.round(1 / PART));
  return [...cases].filter((_, at) => at % step === 0);
}
