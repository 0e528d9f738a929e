import type { LearnerId } from './ids.js';

/** A person's week, counted from the review log. */
export type WeekCount = {
  readonly learnerId: LearnerId;
  readonly name: string;
  /** Scheduled reviews; the repeats within a session do not count, so pressing "Again" earns nothing. */
  readonly reviews: number;
  /** Of those, the ones that scored at least 4. */
  readonly known: number;
};

export type Standing = WeekCount & {
  /** From 1; people with the same reviews and the same known share it. */
  readonly rank: number;
};

/** Most reviews first, then most known, then by name; equals share a rank and the next rank is skipped. */
export function rank(counts: readonly WeekCount[]): readonly Standing[] {
  const sorted = counts
    .filter((count) => count.reviews > 0)
    .sort((a, b) => b.reviews - a.reviews || b.known - a.known || a.name.localeCompare(b.name));
  const standings: Standing[] = [];
  for (const [index, count] of sorted.entries()) {
    const above = standings.at(-1);
    const tied = above !== undefined && above.reviews === count.reviews && above.known === count.known;
    standings.push({ ...count, rank: tied ? above.rank : index + 1 });
  }
  return standings;
}
