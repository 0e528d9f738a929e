import { readFileSync } from 'node:fs';
import type { Passage } from '../../../src/core/card.js';
import { readDeck } from '../../../src/notes/read-deck.js';

/** The deck that ships, read as the program reads it. */
export function dockerPassages(): readonly Passage[] {
  const file = 'flashcards/docker.md';
  const { deck } = readDeck(file, readFileSync(new URL(`../../../${file}`, import.meta.url)));
  if (!deck) throw new Error(`${file} holds no deck`);
  return deck.passages;
}
