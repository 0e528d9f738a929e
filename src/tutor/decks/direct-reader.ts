import { diffDeck } from '../../diff/diff-deck.js';
import { readSource } from '../../formats/read-source.js';
import type { SourceReader } from '../context.js';

/** Reads and compares in this thread, for the command line, where nobody else waits, and for tests. */
export const directReader: SourceReader = {
  read(source, mostCards, _signal, onTurn) {
    onTurn(0);
    return readSource(source, mostCards);
  },
  compare: async (before, fresh, options) => diffDeck(before, fresh, options),
};
