/** The four answers that a learner can give about a card. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** SM-2's scale: 0 is a complete blackout, 5 a perfect response. */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5;

const QUALITY_OF = { again: 1, hard: 3, good: 4, easy: 5 } as const satisfies Record<Grade, Quality>;

export function qualityOf(grade: Grade): Quality {
  return QUALITY_OF[grade];
}

/**
 * What an answer rests on: the learner's own judgement after seeing the answer, words that were typed before it, or a choice
 * among several.
 */
export const PROOFS = ['self', 'typed', 'chosen'] as const;
export type Proof = (typeof PROOFS)[number];

export function isQuality(value: number): value is Quality {
  return Number.isInteger(value) && value >= 0 && value <= 5;
}
