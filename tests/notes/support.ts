import { readFileSync } from 'node:fs';
import type { Card, StoredCard } from '../../src/core/card.js';
import { deckId } from '../../src/core/ids.js';
import { type ReadDeck, readDeck } from '../../src/notes/read-deck.js';

export const DAMAGED_NOTES = new URL('fixtures/docker-notes-damaged.md', import.meta.url);
export const SHIPPED_DECK = new URL('../../flashcards/docker.md', import.meta.url);

export function read(markdown: string, file = 'notes.md'): ReadDeck {
  return readDeck(file, new TextEncoder().encode(markdown));
}

export function cardsOf(markdown: string, file?: string): readonly Card[] {
  return read(markdown, file).deck?.cards ?? [];
}

/** Cards as "front → back", the way a person would read them. */
export function asked(markdown: string): readonly string[] {
  return cardsOf(markdown).map((card) => `${card.front} → ${card.back}`);
}

/** Cards that wait for somebody's yes as "reason: front → back". */
export function doubtful(markdown: string): readonly string[] {
  const waiting = read(markdown).deck?.doubtful ?? [];
  return waiting.map(({ front, back, doubt }) => `${doubt?.reason}: ${front} → ${back}`);
}

/** Reason codes with their lines. */
export function skipped(markdown: string): readonly string[] {
  return read(markdown).problems.map((problem) => `${problem.line} ${problem.code}`);
}

export function shippedText(): string {
  return readFileSync(SHIPPED_DECK, 'utf8');
}

export function stored(cards: readonly Card[], paused = false): readonly StoredCard[] {
  return cards.map((card, position) => ({ ...card, deckId: deckId('notes'), position, paused }));
}
