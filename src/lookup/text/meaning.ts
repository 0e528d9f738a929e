import { isGrammar } from '../../language/function-words.js';
import { isNonsense } from '../../language/nonsense.js';
import { withoutNumber } from '../../language/number.js';
import { stem } from '../../language/stem.js';
import { askedIdea } from './question.js';

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Greetings, thanks and the like, and what people type to see whether something happens. */
const CHATTER = listed(`hola holi buenas buenos hello hi hey hiya good gracias thanks thank thx adios bye chao ciao
saludos ok okay vale lol xd foo foobar lorem ipsum xyz xyzzy blah bla`);
/** What goes with them, and says something elsewhere. */
const ALONG = listed(`dia dias tarde tardes noche noches morning afternoon evening night day tal mucha muchas muchisimas
todo todos mil lot much many everyone everybody all team equipo bot repaso again bar baz qux dolor sit amet`);
const LETTER = /\p{L}/u;
const LAUGHTER = /^(?:[jh][aeio]){2,}[jh]?$/u;
const HELD = /(\p{L})\1+$/u;

function isChatter(word: string): boolean {
  return CHATTER.has(word) || CHATTER.has(word.replace(HELD, '$1')) || LAUGHTER.test(word);
}

/** Words of some language that mean something by themselves. */
function content(words: readonly string[]): readonly string[] {
  return words.filter((word) => LETTER.test(word) && !isGrammar(word) && !isNonsense(word));
}

/** Whether folded words say something that notes could know: no greeting, no nonsense, not grammar or numbers alone. */
export function saysSomething(words: readonly string[]): boolean {
  const said = content(words).filter((word) => !isChatter(word));
  return words.some(isChatter) ? said.some((word) => !ALONG.has(word)) : said.length > 0;
}

/** A word in none of its forms, the same for both languages. Only good for comparing. */
function bare(word: string): string {
  const singular = withoutNumber(word);
  return singular.length <= 3 ? singular : stem(stem(singular, 'en'), 'es');
}

/**
 * What folded words ask about, the same for all ways to ask it: "¿qué es un pod?", "what are pods?", "pod". Only good
 * for comparing.
 */
export function meaningOf(words: readonly string[]): string {
  const idea = askedIdea(words);
  const meant = idea.filter((word) => !isGrammar(word));
  return [...new Set((meant.length > 0 ? meant : idea).map(bare))].sort().join(' ');
}
