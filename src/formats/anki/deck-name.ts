import { deckNameOf } from '../file-deck.js';

const MAX_NAME = 200;

/**
 * A deck's name: "A::B" is deck B in deck A. The file's name where it has none, and for Anki's default deck on its
 * own.
 */
export function ankiDeckName(given: string, isAlone: boolean, file: string): string {
  const name = given.split('::').join(' › ').trim();
  return name === '' || (name === 'Default' && isAlone) ? deckNameOf(file) : name.slice(0, MAX_NAME);
}
