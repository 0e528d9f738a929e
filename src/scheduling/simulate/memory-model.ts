import type { Quality } from '../../core/grade.js';
import type { Memory } from '../../core/progress.js';
import { createFsrs, DEFAULT_PARAMETERS, type Fsrs } from '../fsrs.js';
import { normal, pick, type Random } from './random.js';

/**
 * How a simulated person forgets: by the equations of FSRS-6, which describe the logs of many people best, with numbers of
 * their own. No scheduler sees them: each only sees the answers.
 */
export type MemoryModel = {
  /** A card met for the first time: what is answered, and what stays. */
  meet(random: Random): { readonly quality: Quality; readonly memory: Memory };
  /** A card asked again after so many days. */
  ask(memory: Memory, elapsedDays: number, random: Random): { readonly quality: Quality; readonly memory: Memory };
  /** The probability that it is known. */
  recall(memory: Memory, elapsedDays: number): number;
};

/** How people differ: a person's stabilities by this spread of their logarithm, those of their cards again. */
const PEOPLE_SPREAD = 0.3;
const CARDS_SPREAD = 0.4;
const DIFFICULTY_SPREAD = 1;

/** Answers at a first meeting, and of what is known when it is asked again: averages of Anki's users (fsrs4anki). */
const FIRST = [
  [1, 0.24],
  [3, 0.1],
  [4, 0.49],
] as const;
const KNOWN = [
  [3, 0.12],
  [4, 0.76],
] as const;
const LONGEST_DAYS = 36_500;

/** The stabilities at the first meeting, by rating. */
const FIRST_STABILITIES = 4;

function parametersOf(random: Random): readonly number[] {
  const factor = Math.exp(normal(random) * PEOPLE_SPREAD);
  return DEFAULT_PARAMETERS.map((value, index) => (index < FIRST_STABILITIES ? value * factor : value));
}

function vary({ stability, difficulty }: Memory, random: Random): Memory {
  return {
    stability: Math.max(0.1, stability * Math.exp(normal(random) * CARDS_SPREAD)),
    difficulty: Math.min(10, Math.max(1, difficulty + normal(random) * DIFFICULTY_SPREAD)),
  };
}

function ask(fsrs: Fsrs, memory: Memory, elapsedDays: number, random: Random) {
  const isKnown = random() < fsrs.retrievability(memory, elapsedDays);
  const quality = isKnown ? pick<Quality>(random(), KNOWN, 5) : 1;
  return { quality, memory: fsrs.remember(memory, quality, elapsedDays) };
}

export function memoryModel(random: Random): MemoryModel {
  const fsrs = createFsrs(0.9, LONGEST_DAYS, parametersOf(random));
  return {
    meet(chance) {
      const quality = pick<Quality>(chance(), FIRST, 5);
      return { quality, memory: vary(fsrs.remember(null, quality, 0), chance) };
    },
    ask: (memory, elapsedDays, chance) => ask(fsrs, memory, elapsedDays, chance),
    recall: (memory, elapsedDays) => fsrs.retrievability(memory, elapsedDays),
  };
}
