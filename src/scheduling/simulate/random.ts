/** Chances from 0 to under 1; the same seed gives the same ones (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number of the standard normal distribution (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The value that belongs to a chance, by the shares of the values. */
export function pick<T>(chance: number, shares: readonly (readonly [T, number])[], otherwise: T): T {
  let rest = chance;
  for (const [value, share] of shares) {
    rest -= share;
    if (rest < 0) return value;
  }
  return otherwise;
}
