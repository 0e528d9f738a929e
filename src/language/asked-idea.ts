import { LANGUAGES } from '../core/language.js';
import { pattern } from '../core/word-pattern.js';
import { isFunctionWord } from './function-words.js';
import { anyList, anySet } from './lists.js';
import { fold } from './text.js';

/** Lists are folded here: what is asked is folded before it is looked up. */
const folded = (name: string) => {
  const list = anyList(name);
  return () => list().map(fold);
};

/** How people ask for an idea, on folded words joined by spaces. What follows the form is the idea itself. */
const FORMS = [
  pattern(
    '',
  )`^(?:${folded('polite openers')} )?(?:${folded('modal openers')} )?(?:${folded('telling openers')} )?${folded('requests to explain')}(?: to me)? `,
  pattern('')`^${folded('ways to ask')} `,
  pattern('')`^${folded('helped questions')} (?=.* ${folded('helped question ends')} $)`,
];
const TAIL = pattern('')` ${folded('question ends')}$`;
const DEFINITION = pattern('')`^${folded('definition questions')} `;
const PREPOSITIONS = anySet('lookup prepositions');
const JOINTS = anySet('sides joined by');

/** The idea that a question asks for: `que son los layers` → `['layers']`. Other words come back without their edges. */
export function askedIdea(words: readonly string[]): readonly string[] {
  const said = `${words.join(' ')} `;
  const form = FORMS.find((each) => each().test(said));
  const text = form ? said.replace(form(), '').trim().replace(TAIL(), '') : said;
  const idea = text.split(' ').filter((word) => word !== '');
  return trimmed(idea.length > 0 ? idea : words);
}

/** A title that asks for a definition ("¿Qué es Docker?"), not for something about an idea. */
export function asksDefinition(words: readonly string[]): boolean {
  return DEFINITION().test(`${words.join(' ')} `);
}

/** Without articles and other grammar at either end. */
function trimmed(words: readonly string[]): readonly string[] {
  const isMeaningful = (word: string) => LANGUAGES.every((language) => !isFunctionWord(word, language));
  const first = words.findIndex(isMeaningful);
  if (first === -1) return words;
  return words.slice(first, words.findLastIndex(isMeaningful) + 1);
}

/** The words before the first preposition: `layers de las imagenes` → `['layers']`. */
export function headOf(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  return end <= 0 ? words : words.slice(0, end);
}

/** The sides of a comparison: `docker vs virtual machine` → `[['docker'], ['virtual', 'machine']]`; else none. */
export function sidesOf(words: readonly string[]): readonly (readonly string[])[] {
  const sides: string[][] = [[]];
  for (const word of words) {
    if (JOINTS.has(word)) sides.push([]);
    else sides.at(-1)?.push(word);
  }
  return sides.length > 1 ? sides.filter((side) => side.length > 0) : [];
}
