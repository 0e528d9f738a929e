import { pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';
import { nounStem } from '../number.js';
import { wholeWords } from '../text.js';

const TIES = pattern(
  'iu',
)`^(?:${anyList('ties')}\s+|(?:${anyList('tie labels')}\s*:|${anyList('tie phrases')},?)\s+)(?=\p{L})`;
const EXAMPLE = pattern('iu')`^${anyList('example openers')}(?!\p{L})`;
const EXAMPLE_LABEL = pattern('iu')`^${anyList('example labels')}\b\s*(?:\d{1,2}\s*)?[:.,-]`;
const EXAMPLE_LEAD = pattern('iu')`^(?:.*\s)?${anyList('example leads')}(?:\s+${anyList('of')}\s.*)?\s*:?$`;
const LEANING = pattern('iu')`^${anyList('leaning openers')}(?=\s|,|$)`;
const POSSESSED = pattern('iu')`^${anyList('possessives')}\s`;
const demonstratives = anyList('demonstratives');
const farDemonstratives = anyList('far demonstratives');
const BACK = pattern('iu')`(?<!\p{L})(?:${demonstratives}|${farDemonstratives}|${anyList('points back')})$`;
const INNER = pattern('giu')`(?<!\p{L})(?:${demonstratives}|${farDemonstratives})\s+(\p{L}+)`;
const ANNOUNCES = pattern(
  'iu',
)`(?<!\p{L})${anyList('announcing articles')}\s+${anyList('announced lists')}(?!\p{L})|\s${anyList('list announced at the end')}\W*$`;
const NO_NOUNS = anySet('no nouns');
const TAIL = pattern('iu')`^\S+(\s+${anyList('tail joints')}\s.+)$`;
const TOPIC_POINTERS = anySet('topic pointers');
const ALONE_BEFORE = anySet('alone before');
const SAYS_WHAT = anySet('says what');
const IS = anySet('is');
const OF_SOMETHING = anySet('asked with which');
const DESCRIBES = anySet('describing verbs');
const EXISTS = anySet('existence');
const COUNTS = anySet('counting words');
const NAME_ARTICLES = [anySet('subject articles'), anySet('plural articles')];
const DEFINES = anySet('defines a name');

/** A sentence without what ties it to the one before and says nothing by itself. */
export function withoutTies(sentence: string): string {
  return sentence.replace(TIES(), '');
}

export function isExample(sentence: string): boolean {
  return EXAMPLE().test(sentence);
}

/** "Example 2: …". */
export function isLabelledExample(line: string): boolean {
  return EXAMPLE_LABEL().test(line);
}

/** "For example:", above examples. */
export function leadsToExamples(line: string): boolean {
  return EXAMPLE_LEAD().test(line);
}

/** "Sus procesos", "its layers": of whom is said by the heading. */
export function isPossessed(subject: string): boolean {
  return POSSESSED().test(subject);
}

/** "La relación entre ambos": what both are was said before. */
export function pointsBack(subject: string): boolean {
  return BACK().test(subject);
}

/** "… usar este algoritmo": which one was said before, unless one of the stems or the sentence itself names it. */
export function pointsInside(sentence: string, stems: readonly string[]): boolean {
  return [...sentence.matchAll(INNER())].some(({ 1: noun = '', index }) => {
    const stem = nounStem(wholeWords(noun)[0] ?? '');
    const before = wholeWords(sentence.slice(0, index)).map((word) => nounStem(word));
    // After some words it points at what the sentence has just said: "esto es", "and this is why".
    return index > 0 && !stems.includes(stem) && !before.includes(stem) && !NO_NOUNS.has(noun.toLowerCase());
  });
}

/** "Por eso", "Con esto", "As a result": the sentence leans on the one before. */
export function leansBack(sentence: string): boolean {
  return LEANING().test(sentence);
}

/** "CSS incluye las siguientes propiedades": what comes after it is missing. */
export function announces(sentence: string): boolean {
  return ANNOUNCES().test(sentence);
}

/** "This layer" under "Network Layer", "esta capa" under "Capa de red": the subject is the topic itself. */
export function pointsToTopic(subject: string, stems: readonly string[]): boolean {
  const [first = '', second = '', ...more] = wholeWords(subject);
  if (!TOPIC_POINTERS.has(first) || more.length > 0) return false;
  // "Esto" and "that" speak of what was said before, never of a heading.
  return second === '' ? !ALONE_BEFORE.has(first) : stems.includes(nounStem(second));
}

/** Whether a folded verb says what a thing is: "significa", "means". */
export function saysWhat(verb: string): boolean {
  return SAYS_WHAT.has(verb);
}

/** "Resultado", "purpose": what is one of something else, and says little without it. */
export function isOfSomething(word: string): boolean {
  return OF_SOMETHING.has(word);
}

/** "es", "are". */
export function isBe(verb: string): boolean {
  return IS.has(verb);
}

/** Whether a sentence with this verb and no subject goes on about the one before. */
export function describes(verb: string): boolean {
  return DESCRIBES.has(verb);
}

export function tellsExistence(verb: string): boolean {
  return EXISTS.has(verb);
}

/** Words of number and negation: small, but a whole fact when they are asked for. */
export function isCount(word: string): boolean {
  return COUNTS.has(word);
}

/** An article before a name: "el Docker". */
export function opensName(word: string): boolean {
  return NAME_ARTICLES.some((articles) => articles.has(word));
}

/** A verb that says what a name stands for: "Docker es …". */
export function definesName(verb: string): boolean {
  return DEFINES.has(verb);
}

/** " de Docker" of "imágenes de Docker", or `''`. */
export function tailOfName(name: string): string {
  return TAIL().exec(name)?.[1] ?? '';
}
