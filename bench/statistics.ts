export type Spread = { readonly p50: number; readonly p90: number; readonly p99: number };

/** The smallest value that at least this share of the values do not exceed. Throws a `RangeError` for no values. */
function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), p99: percentile(sorted, 0.99) };
}

export function minus(left: Spread, right: Spread): Spread {
  return { p50: left.p50 - right.p50, p90: left.p90 - right.p90, p99: left.p99 - right.p99 };
}
