import type { Language } from '../../../core/language.js';
import { ENGLISH_BASE, ENGLISH_POINTERS } from '../../../language/english/words.js';
import { nounStem } from '../../../language/number.js';
import {
  SPANISH_FIRST_PERSON,
  SPANISH_INFINITIVES,
  SPANISH_NOUNS_TOO,
  SPANISH_POINTERS,
} from '../../../language/spanish/words.js';
import { wholeWords } from '../../../language/text.js';
import type { Topic } from '../topic.js';

const POINTERS = { es: SPANISH_POINTERS, en: ENGLISH_POINTERS } as const;
/** "Por eso", "Con esto", "A diferencia de esto": they lean on the sentence before. */
const LEANING =
  /^(?:por (?:eso|esto|ello|lo tanto|otro lado)|con (?:esto|eso|ello)|de (?:esta|este|esa|ese|ah[ií])|para (?:ello|esto|eso)|a diferencia de (?:esto|eso|ello)|en (?:este|esta|ese|esa|estos|estas)|luego|entonces|despu[eé]s|adem[aá]s de (?:esto|eso)|because of (?:this|that)|for this|in this|this means|that means|as a result|after that|then)(?=\s|,|$)/iu;

const DETERMINED = /^(?:el|la|los|las)$/u;

/** "Sus procesos", "its layers": of whom is said by the heading. */
export function isPossessed(subject: string): boolean {
  return /^(?:sus?|its|their)\s/iu.test(subject);
}

/** "La relación entre ambos": what both are was said before. */
export function pointsBack(subject: string): boolean {
  return /(?<!\p{L})(?:amb[oa]s|dich[oa]s?|est[eao]s?|es[eao]s?|aquell[oa]s?|mism[oa]s?|anterior(?:es)?|both|former|latter|each other|these|those|this|that|same|previous)$/iu.test(
    subject,
  );
}

const INNER_POINTER = /(?<!\p{L})(?:est[eao]s?|es[eao]s?|aquell[oa]s?|dich[oa]s?|this|these|those)\s+(\p{L}+)/giu;

/** "… usar este algoritmo": which one was said before, unless the topic or the sentence itself names it. */
export function pointsInside(sentence: string, topic: Topic): boolean {
  return [...sentence.matchAll(INNER_POINTER)].some(({ 1: noun = '', index }) => {
    const stem = nounStem(wholeWords(noun)[0] ?? '');
    const before = wholeWords(sentence.slice(0, index)).map((word) => nounStem(word));
    return index > 0 && !topic.stems.includes(stem) && !before.includes(stem) && !IS_NO_NOUN.test(noun);
  });
}

/** After these the word points at what the sentence has just said: "esto es", "and this is why". */
const IS_NO_NOUN = /^(?:es|son|que|se|is|are|was|can|means|way|manera|forma|modo|caso|case|tipo|kind|type)$/iu;

/** Whether a sentence opens with a word that points at something said before. */
export function opensWithPointer(sentence: string, language: Language): boolean {
  const [first = ''] = wholeWords(sentence);
  if (isPossessed(sentence)) return false;
  const pronounWithAccent = /^(?:él|ella|ellos|ellas)\s/iu.test(sentence);
  if (DETERMINED.test(first)) return pronounWithAccent;
  return LEANING.test(sentence) || POINTERS[language].has(first);
}

const PERSONAL: Readonly<Record<Language, RegExp>> = {
  es: /^(?:no\s+)?(?:yo|nosotros|t[uú]|ten|mira|quiero|tengo|creo|vamos a|hemos|puedes|tienes|debes|deber[ií]as|quieres|necesitas|vas a|aseg[uú]rate|verifica|comprueba que)(?![\p{L}])|(?<![\p{L}])(?:veremos|haremos|usaremos|podr[aá]s|tendr[aá]s|ver[aá]s|quiero|creo que)(?![\p{L}])/iu,
  en: /^(?:i|i['’]\p{L}+|my|let['’]?s|you|your|make sure|be sure|ensure)(?![\p{L}])|(?<![\p{L}])(?:let['’]s|we['’]ll|we will|you['’](?:ll|ve|re)|you will|i think|please|feel free|you (?:don['’]?t )?(?:want|need|feel|wish|prefer|like))(?![\p{L}])/iu,
};

/** "Instalo", not "Instaló": the accent tells the first person from the past. */
function isWrittenInO(sentence: string): boolean {
  return /^(?:no\s+)?\p{L}+o(?!\p{L})/iu.test(sentence);
}

/** Whether a sentence says what to do rather than what is so: "Reducir el número de …", "Click on …". */
export function isRequest(sentence: string, language: Language): boolean {
  const [first = ''] = wholeWords(sentence);
  if (language === 'en')
    return (
      ENGLISH_BASE.has(first) ||
      /^(?:click|right-click|please|in order to|to)$/u.test(first) ||
      /^in order to\s/iu.test(sentence)
    );
  return SPANISH_INFINITIVES.has(first.replace(/(?:se|l[oae]s?)$/u, '')) || /^(?:para|al)$/u.test(first);
}

/** "CSS incluye las siguientes propiedades": what comes after it is missing. */
export function announces(sentence: string): boolean {
  return /(?<!\p{L})(?:l[oa]s?|el|the)\s+(?:siguientes?|following)(?!\p{L})|\s(?:as follows|a continuaci[oó]n)\W*$/iu.test(
    sentence,
  );
}

/** Whether a sentence speaks of the one who wrote it or reads it: an aside, seldom a fact. */
export function isPersonal(sentence: string, language: Language): boolean {
  const [first = '', second = ''] = wholeWords(sentence);
  const opening = first === 'no' ? second : first;
  if (
    language === 'es' &&
    isWrittenInO(sentence) &&
    SPANISH_FIRST_PERSON.has(opening) &&
    !SPANISH_NOUNS_TOO.has(opening)
  )
    return true;
  return PERSONAL[language].test(sentence);
}

/** "This layer" under "Network Layer", "esta capa" under "Capa de red": the subject is the topic itself. */
export function pointsToTopic(subject: string, topic: Topic): boolean {
  const [first = '', second = '', ...more] = wholeWords(subject);
  const points = /^(?:est[eao]s?|es[eao]s?|dich[oa]s?|this|these|that|such)$/u.test(first);
  if (!points || more.length > 0) return false;
  // "Esto" and "that" speak of what was said before, never of a heading.
  return second === '' ? !/^(?:esto|eso|that|such)$/u.test(first) : topic.stems.includes(nounStem(second));
}
