import type { Language } from '../../core/language.js';
import { nounStem } from '../grammar/nouns.js';
import { wordsOf } from '../text.js';
import type { Topic } from '../topic.js';
import { ENGLISH_POINTERS } from '../words/english.js';
import { SPANISH_POINTERS } from '../words/spanish.js';

const POINTERS = { es: SPANISH_POINTERS, en: ENGLISH_POINTERS } as const;
/** "Por eso", "Con esto", "A diferencia de esto": they lean on the sentence before. */
const LEANING =
  /^(?:por (?:eso|esto|ello|lo tanto|otro lado)|con (?:esto|eso|ello)|de (?:esta|este|esa|ese|ah[ií])|para (?:ello|esto|eso)|a diferencia de (?:esto|eso|ello)|en (?:este|esta|ese|esa|estos|estas)|adem[aá]s de (?:esto|eso)|because of (?:this|that)|for this|in this|this means|that means|as a result|after that|then)(?=\s|,|$)/iu;

const DETERMINED = /^(?:el|la|los|las)$/u;

/** Whether a sentence opens with a word that points at something said before. */
export function opensWithPointer(sentence: string, language: Language): boolean {
  const [first = ''] = wordsOf(sentence);
  const pronounWithAccent = /^(?:él|ella|ellos|ellas)\s/iu.test(sentence);
  if (DETERMINED.test(first)) return pronounWithAccent;
  return LEANING.test(sentence) || POINTERS[language].has(first);
}

/** "This layer" under "Network Layer", "esta capa" under "Capa de red": the subject is the topic itself. */
export function pointsToTopic(subject: string, topic: Topic): boolean {
  const [first = '', second = '', ...more] = wordsOf(subject);
  const points = /^(?:est[ea]s?|es[ea]s?|dich[oa]s?|this|these|that|such)$/u.test(first);
  if (!points || more.length > 0) return false;
  return second === '' || topic.stems.includes(nounStem(second));
}
