import { isGrammar } from '../../language/function-words.js';
import { searchWords } from '../../language/search-words.js';

/** How many words of an answer a hint shows; more would be read instead of remembered. */
const MOST_WORDS = 16;
/** Words of each line of a list. */
const LINE_WORDS = 6;
const MOST_LINES = 5;
/** An option of a command; `-a` is not a stop word. */
const OPTION = /^-+[\p{L}\p{N}]/u;
/** Shorter words show only their first letter. */
const SHORTEST_LED = 3;

/**
 * A hint that does not give the answer away: stop words and words of the question are shown, of each key word the
 * first letter and the length ("Es un c········ de p·······"). A list keeps its lines, which shows how many points
 * there are.
 *
 * @param answer plain text, a line for each point
 * @param question plain text
 */
export function hintFor(answer: string, question: string): string {
  const asked = new Set(searchWords(question));
  const lines = answer.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= 1) return maskLine(lines[0] ?? '', MOST_WORDS, asked);
  const shown = lines.slice(0, MOST_LINES).map((line) => maskLine(line, LINE_WORDS, asked));
  return [...shown, ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n');
}

function maskLine(line: string, most: number, asked: ReadonlySet<string>): string {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const shown = words.slice(0, most);
  const isKey = (word: string) =>
    OPTION.test(word) || searchWords(word).some((part) => !isGrammar(part) && !asked.has(part));
  const hasKey = shown.some(isKey);
  const masked = shown.map((word) => (hasKey && !isKey(word) ? word : maskWord(word)));
  return [...masked, ...(words.length > most ? ['…'] : [])].join(' ');
}

function maskWord(word: string): string {
  const letters = [...word];
  const isLetter = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  const leads = letters.filter(isLetter).length >= SHORTEST_LED;
  const first = leads ? letters.findIndex(isLetter) : -1;
  return letters.map((letter, index) => (index === first || !isLetter(letter) ? letter : '·')).join('');
}
