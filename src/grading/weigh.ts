import { z } from 'zod';
import { lazily, readWordFile } from '../language/word-lists.js';
import { MEASURES, type Measures } from './measures.js';

/** What each measure weighs in one sum, and from which chance on an answer is correct or partial. */
const weightsSchema = z.object({
  bias: z.number(),
  weights: z.record(z.enum(MEASURES), z.number()),
  correctFrom: z.number().min(0).max(1),
  partialFrom: z.number().min(0).max(1),
});
export type Weights = z.infer<typeof weightsSchema>;

const fileSchema = z.object({ note: z.string(), one: weightsSchema, several: weightsSchema });

const fitted = lazily(() => fileSchema.parse(JSON.parse(readWordFile('grading/weights.json'))));

/** The weights for notes with one answer, which may be said in many ways, or with several, of which one is meant. */
export function weightsFor(answers: number): Weights {
  return answers > 1 ? fitted().several : fitted().one;
}

/** How likely a teacher would call such an answer correct, from 0 to 1. */
export function chanceOf(measures: Measures, { bias, weights }: Weights): number {
  const sum = MEASURES.reduce((total, measure) => total + measures[measure] * weights[measure], bias);
  return 1 / (1 + Math.exp(-sum));
}
