import { z } from 'zod';
import { type Card, DOUBTS } from '../../core/card.js';
import { isQuality, PROOFS, type Quality } from '../../core/grade.js';
import { cardId, deckId, passageId } from '../../core/ids.js';
import { LANGUAGES } from '../../core/language.js';
import { instant, type LocalDate, localDate } from '../../core/local-date.js';
import { MIN_EASE_HUNDREDTHS } from '../../core/sm2.js';
import type { CardRecord, FileReview } from '../card-file.js';
import { MAX_CARDS, MAX_DECKS, MAX_HINT_LENGTH, MAX_REVIEWS, MAX_SIDE_LENGTH } from '../limits.js';
import { storable } from '../storable.js';

/**
 * Version 1 of Repaso's JSON: one object with `format` and `version` and, for each deck, its cards and the learners'
 * progress. Dates are local dates (`YYYY-MM-DD`), intervals days, the E-Factor whole hundredths, moments ISO 8601.
 * Fields are only ever added; a reader ignores unknown ones.
 */
export const CARDS_FORMAT = 'repaso-cards';
export const VERSION = 1;

const MAX_ID = 128;
const MAX_NAME = 1000;
const MAX_LIST = 100;

const text = (longest: number) => z.string().max(longest).transform(storable);
const id = z
  .string()
  .min(1)
  .max(MAX_ID)
  .transform(storable)
  .refine((value) => value !== '');
const words = z.array(text(MAX_NAME)).max(MAX_LIST).default([]);
const side = text(MAX_SIDE_LENGTH).refine((value) => value.trim() !== '');
const count = z.int().min(0).max(1_000_000);

const date = z.string().transform((value, context): LocalDate => {
  try {
    return localDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not a date' });
    return z.NEVER;
  }
});

const quality = z.number().transform((value, context): Quality => {
  if (isQuality(value)) return value;
  context.addIssue({ code: 'custom', message: 'not 0 to 5' });
  return z.NEVER;
});

/** An unknown reason, of a newer version, is ignored. */
const doubt = z
  .object({ reason: z.enum(DOUBTS), score: z.number().min(0).max(1) })
  .optional()
  .catch(undefined);

export const cardSchema = z
  .object({
    id: id.transform(cardId),
    kind: z.enum(['basic', 'reversed', 'cloze', 'choice']),
    front: side,
    back: side,
    context: words,
    hint: text(MAX_HINT_LENGTH).optional(),
    choices: z.array(text(MAX_SIDE_LENGTH)).max(MAX_LIST).optional(),
    tags: words,
    source: z.object({ file: text(MAX_NAME), line: z.int().min(1).max(100_000_000) }),
    passage: id.transform(passageId),
    doubt,
  })
  .transform(({ hint, choices, passage, doubt: unsure, ...card }): Card => {
    const more = {
      ...(hint === undefined ? {} : { hint }),
      ...(choices === undefined ? {} : { choices }),
      ...(unsure === undefined ? {} : { doubt: unsure }),
    };
    return { ...card, ...more, passageId: passage };
  });

const review = z.object({
  on: date,
  quality,
  purpose: z.enum(['plan', 'drill']),
  /** What it rests on; an unknown word, of a newer version, is ignored. */
  proof: z.enum(PROOFS).optional().catch(undefined),
  at: z.iso
    .datetime()
    .transform((value) => instant(Date.parse(value)))
    .optional(),
});

/** A plan without its log; a table has these fields as columns. */
export const planSchema = z.object({
  easeHundredths: z.int().min(MIN_EASE_HUNDREDTHS).max(10_000),
  intervalDays: z.int().min(1).max(100_000),
  repetitions: count,
  due: date,
  lastReviewedOn: date,
  reviews: count.min(1),
  lapses: count,
});

type Plan = z.infer<typeof planSchema>;

export const logSchema = z.array(review).max(MAX_REVIEWS);

/** Whether the numbers are consistent for one card. */
export function isPossible({ due, lastReviewedOn, reviews, lapses }: Plan): boolean {
  return due > lastReviewedOn && lapses <= reviews;
}

export function recordOf(card: CardRecord['card'], plan: Plan, log: z.infer<typeof logSchema>): CardRecord {
  const { easeHundredths, intervalDays, repetitions, ...rest } = plan;
  const answers = log.map(({ at, proof, ...answer }): FileReview => {
    const known = { ...(at === undefined ? {} : { at }), ...(proof === undefined ? {} : { proof }) };
    return { cardId: card, ...answer, ...known };
  });
  const progress = { kind: 'reviewed', plan: { easeHundredths, intervalDays, repetitions }, ...rest } as const;
  return { card, progress, log: answers };
}

const record = planSchema
  .extend({ card: id.transform(cardId), log: logSchema.default([]) })
  .refine(isPossible)
  .transform(({ card, log, ...plan }) => recordOf(card, plan, log));

export const deckSchema = z.object({
  id: id.transform(deckId).nullable(),
  name: text(MAX_NAME),
  language: z.enum(LANGUAGES),
});

export const fileSchema = z.object({
  format: z.literal(CARDS_FORMAT),
  version: z.literal(VERSION),
  decks: z
    .array(
      deckSchema.extend({
        cards: z.array(cardSchema).max(MAX_CARDS),
        paused: z.array(id.transform(cardId)).max(MAX_CARDS).default([]),
        progress: z
          .array(
            z.object({
              learner: z.object({ id, name: text(MAX_NAME) }).nullable(),
              cards: z.array(record).max(MAX_CARDS),
            }),
          )
          .default([]),
      }),
    )
    .max(MAX_DECKS),
});

/** A list of cards as people or other programs write it. */
export const plainSchema = z
  .array(
    z
      .object({
        front: text(MAX_SIDE_LENGTH).optional(),
        question: text(MAX_SIDE_LENGTH).optional(),
        back: text(MAX_SIDE_LENGTH).optional(),
        answer: text(MAX_SIDE_LENGTH).optional(),
        tags: words,
      })
      .refine((card) => (card.front ?? card.question) !== undefined && (card.back ?? card.answer) !== undefined),
  )
  .min(1);
