/** Characters of a bar in words. Eighths would be finer, but fonts do not agree on their width. */
export const BAR_LENGTH = 10;

/** A bar of ten signs. Something is never shown as nothing, nor less than all as all. */
export function barOf(value: number, max: number): string {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const filled = Math.round(share * BAR_LENGTH);
  const shown = share > 0 && share < 1 ? Math.min(BAR_LENGTH - 1, Math.max(1, filled)) : filled;
  return '█'.repeat(shown) + '░'.repeat(BAR_LENGTH - shown);
}
