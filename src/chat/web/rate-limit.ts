import type { RateRule } from './limits.js';

export type RateLimit = {
  /** Whether one more is allowed; if so it is counted. `at` is in milliseconds since 1970. */
  take(key: string, at: number): boolean;
};

/** Buckets kept at most; past that the ones that are full again are forgotten. */
const KEPT = 5_000;

/** One token bucket for each key. */
export function createRateLimit({ burst, perSecond }: RateRule): RateLimit {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const untilFull = (burst / perSecond) * 1000;

  function forgetFull(at: number): void {
    for (const [key, bucket] of buckets) if (at - bucket.at > untilFull) buckets.delete(key);
  }

  return {
    take(key, at) {
      const bucket = buckets.get(key) ?? { tokens: burst, at };
      const refilled = bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond;
      const tokens = Math.min(burst, refilled);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (buckets.size > KEPT) forgetFull(at);
      return tokens >= 1;
    },
  };
}
