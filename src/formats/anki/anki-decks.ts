import type { FileDeck } from '../card-file.js';
import { hashed } from './numbers.js';

type AnkiDeck = { readonly id: number; readonly name: string };

/** Names must differ in more than case: Anki would merge two such decks. */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${name} (${copy})`;
  taken.add(free.toLowerCase());
  return free;
}

/** The decks for the collection, in their order. */
export function ankiDecks(decks: readonly FileDeck[]): readonly AnkiDeck[] {
  const names = new Set<string>(['default']);
  const numbers = new Set<number>();
  return decks.map((deck) => {
    let id = hashed(`deck ${deck.id ?? deck.name}`);
    while (numbers.has(id)) id += 1;
    numbers.add(id);
    return { id, name: unique(deck.name, names) };
  });
}
