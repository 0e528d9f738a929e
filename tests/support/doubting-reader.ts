import { type Card, DOUBTS } from '../../src/core/card.js';
import { isSureEnough, USUAL_SURENESS } from '../../src/core/doubtful.js';
import { diffDeck } from '../../src/diff/diff-deck.js';
import { type ReadNote, readSource } from '../../src/formats/read-source.js';
import type { SourceReader } from '../../src/tutor/context.js';

/** ` {gap 0.4}` behind a line of the notes: its cards have that doubt, and say nothing of it. */
const MARK = /\s*\{(\w+) (\d(?:\.\d+)?)\}/gu;

function doubted({ doubt: _, ...card }: Card): Card {
  const [, named, score] = [...`${card.front}\n${card.back}`.matchAll(MARK)][0] ?? [];
  const reason = DOUBTS.find((one) => one === named);
  if (reason === undefined) return card;
  const bare = (side: string): string => side.replace(MARK, '');
  return { ...card, front: bare(card.front), back: bare(card.back), doubt: { reason, score: Number(score) } };
}

/** A note as a reader gives it that doubts what is marked so. */
export function doubtedNote({ file, read }: ReadNote): ReadNote {
  if (read.deck === null) return { file, read };
  const all = [...read.deck.cards, ...read.deck.doubtful].sort((a, b) => a.source.line - b.source.line).map(doubted);
  const cards = all.filter((card) => isSureEnough(card, USUAL_SURENESS));
  const doubtful = all.filter((card) => !isSureEnough(card, USUAL_SURENESS));
  return { file, read: { ...read, deck: { ...read.deck, cards, doubtful } } };
}

/** Reads like the program, and doubts cards as the notes are marked: whatever its rules doubt by themselves. */
export const doubtingReader: SourceReader = {
  async read(asked, mostCards) {
    const source = await readSource(asked, mostCards);
    return { ...source, notes: source.notes.map(doubtedNote) };
  },
  compare: async (before, fresh, options) => diffDeck(before, fresh, options),
};
