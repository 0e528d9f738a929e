import { createHash } from 'node:crypto';

/**
 * Anki's numbers are moments in milliseconds, and none may lie in the future: these are of the years 2004 to 2012,
 * before anything that Anki would number itself today.
 */
const FIRST = 1_080_000_000_000;
const SPAN = 260_000_000_000;
const HASH_BYTES = 6;

export function hashed(text: string): number {
  return FIRST + (createHash('sha256').update(text).digest().readUIntBE(0, HASH_BYTES) % SPAN);
}

export type Numbers = {
  /** The number of a card's note: always the same, unless two cards of one package would share it. */
  readonly note: (card: string) => number;
  /** The wanted number of a card, or the next that is free. */
  readonly card: (wanted: number) => number;
  /** The wanted moment of an answer, or the next that is free. */
  readonly review: (wanted: number) => number;
};

function free(taken: Set<number>, wanted: number): number {
  let number = wanted;
  while (taken.has(number)) number += 1;
  taken.add(number);
  return number;
}

/** Hands out the numbers of one package. */
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
