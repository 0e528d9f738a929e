import { createHash } from 'node:crypto';

/**
 * Anki's ids are moments in milliseconds, which must not be in the future. These are of the years 2004 to 2012,
 * earlier than anything that Anki would number today.
 */
const FIRST = 1_080_000_000_000;
const SPAN = 260_000_000_000;
const HASH_BYTES = 6;

export function hashed(text: string): number {
  return FIRST + (createHash('sha256').update(text).digest().readUIntBE(0, HASH_BYTES) % SPAN);
}

export type Numbers = {
  /** The id of a card's note: always the same, unless two cards of one package would share it. */
  readonly note: (card: string) => number;
  /** The wanted id of a card, or the next free one. */
  readonly card: (wanted: number) => number;
  /** The wanted moment of an answer, or the next free one. */
  readonly review: (wanted: number) => number;
};

function free(taken: Set<number>, wanted: number): number {
  let number = wanted;
  while (taken.has(number)) number += 1;
  taken.add(number);
  return number;
}

/** Assigns the ids of one package. */
export function numbers(): Numbers {
  const notes = new Set<number>();
  const cards = new Set<number>();
  const reviews = new Set<number>();
  return {
    note: (card) => free(notes, hashed(`note ${card}`)),
    card: (wanted) => free(cards, wanted),
    review: (wanted) => free(reviews, wanted),
  };
}
