import { isFunctionWord } from '../../language/function-words.js';

/** How people ask for an idea, on folded words joined by spaces. What follows the form is the idea itself. */
const FORMS: readonly RegExp[] = [
  /^(?:please |por favor )?(?:can you |could you |puedes |podrias )?(?:tell me |dime |me )?(?:explain|define|describe|explica(?:me|r|rme)?|define(?:me)?|describe(?:me)?|definicion de|definition of|concepto de|meaning of|significado de)(?: to me)? /,
  /^(?:que|cual|cuales|quien|quienes) (?:es|son|era|eran|fue|fueron) /,
  /^(?:que|cual) (?:significa|quiere decir|hace|hacen) /,
  /^(?:a que (?:se refiere|llamamos)|que (?:se entiende|entiendes|entendemos) por) /,
  /^(?:para que|de que) (?:sirve|sirven|se usa|se usan|es|son|se trata|se tratan) /,
  /^como (?:funciona|funcionan|se define|se definen|es|son) /,
  /^(?:what|who|which) (?:is|are|was|were|s|re) /,
  /^(?:what (?:do|does)|how (?:do|does)) (?=.* (?:mean|means|do|work|works|stand for) $)/,
  /^(?:tell me (?:more )?about|what about|hablame de|cuentame (?:sobre|de)|que hay de|informacion (?:sobre|de)|info (?:on|about|sobre)) /,
];
const TAIL = / (?:mean|means|do|work|works|stand for|used for|for)$/;
/** A title that asks for a definition ("¿Qué es Docker?"), not for something about an idea. */
const DEFINITION = /^(?:que (?:es|son)|what (?:is|are|s)) /;

/** The idea that a question asks for: `que son los layers` → `['layers']`. Other words come back without their edges. */
export function askedIdea(words: readonly string[]): readonly string[] {
  let text = words.join(' ');
  const form = FORMS.find((pattern) => pattern.test(`${text} `));
  if (form) {
    text = `${text} `.replace(form, '').trim();
    text = text.replace(TAIL, '');
  }
  const idea = text.split(' ').filter((word) => word !== '');
  return trimmed(idea.length > 0 ? idea : words);
}

export function asksDefinition(words: readonly string[]): boolean {
  return DEFINITION.test(`${words.join(' ')} `);
}

/** Without articles and other grammar at either end. */
function trimmed(words: readonly string[]): readonly string[] {
  const isMeaningful = (word: string) => !isFunctionWord(word, 'es') && !isFunctionWord(word, 'en');
  const first = words.findIndex(isMeaningful);
  if (first === -1) return words;
  return words.slice(first, words.findLastIndex(isMeaningful) + 1);
}

const PREPOSITIONS = new Set('de del en para por con sobre desde of in on for with from to'.split(' '));
const JOINTS = new Set('vs versus y e o and or contra'.split(' '));

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
