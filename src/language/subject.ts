import type { Language } from '../core/language.js';
import { firstWords } from './clause.js';
import { ENGLISH_BASE, ENGLISH_FILLERS, ENGLISH_POINTERS, ENGLISH_PREPOSITIONS } from './english/words.js';
import { SPANISH_FILLERS, SPANISH_INFINITIVES, SPANISH_POINTERS, SPANISH_PREPOSITIONS } from './spanish/words.js';
import { countWords } from './text.js';

const LONGEST_WORDS = 9;
/** Words that no name of a thing begins with. */
const NO_NAME: Readonly<Record<Language, RegExp>> = {
  es: /^(?:si|no|tanto|tal|tales|cuando|como|donde|aunque|porque|pues|y|o|e|u|ni|pero|sino|que|quien|quienes|cual|cuales|cuyo|lo|algo|nada|esto|eso|nadie|alguien|uno|otro|otra|otros|otras|yo|tu|usted|nosotros|mi|mis|hoy|ahora|aqui|asi|muy|mas|menos|mejor|peor|mayor|solo|cada vez|primero|despues|antes)$/u,
  en: /^(?:if|when|while|as|because|although|since|so|and|or|but|nor|not|no one|nothing|everything|something|anything|everyone|someone|anyone|who|which|what|that|whatever|how|why|where|there|here|other|others|another|one|you|we|i|he|she|his|her|my|your|our|today|now|first|then|finally|very|more|most|less|better|best|such|same|lots|fast|really|think|example)$/u,
};

/** Times and superlatives without a noun, and side clauses. */
const NO_NAME_INSIDE: Readonly<Record<Language, RegExp>> = {
  es: /^(?:\p{L}+\s+)?ve(?:z|ces)(?:\s|$)|^(?:el|la|los|las)\s+(?:m[aá]s|menos|que|de|mejor|peor|resto|otr[oa]s?|mism[oa]s?)(?:\s|$)|\s(?:c[oó]mo|cu[aá]ndo|cuando|donde|porque|si|mientras|aunque)\s|\s(?:de|a|en)\s(?:esto|eso|ello|esta|este|estos|estas)(?:\s|$)/iu,
  en: /^(?:\p{L}+\s+)?times?$|^the\s+(?:most|least|best|worst|rest|other|others|same|following|above|former|latter|idea here)(?:\s|$)|\s(?:how|why|when|where|if|because|while)\s|\s(?:of|to|in)\s(?:this|that|these|those|it|them)(?:\s|$)/iu,
};

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[“"”]/gu) % 2 === 0 && count(/\(/gu) === count(/\)/gu) && count(/`/gu) % 2 === 0;
}

/** Whether a subject is the name of something, short and whole enough to be asked about. */
export function isNominal(subject: string, language: Language): boolean {
  const [first = '', second = ''] = firstWords(subject, 2);
  if (first === 'todo' && second === '') return false;
  if (first === '' || countWords(subject) > LONGEST_WORDS || /[,:;=?!→]|->/u.test(subject) || !isBalanced(subject))
    return false;
  if (NO_NAME[language].test(first) || NO_NAME_INSIDE[language].test(subject)) return false;
  if (language === 'en') {
    if (ENGLISH_PREPOSITIONS.has(first) || ENGLISH_FILLERS.has(first)) return false;
    if (ENGLISH_POINTERS.has(first) && !/^(?:its|their)$/u.test(first)) return false;
    return !(ENGLISH_BASE.has(first) && /^(?:the|a|an|your|it|them|this|that)$/u.test(second));
  }
  if (SPANISH_PREPOSITIONS.has(first) || SPANISH_FILLERS.has(first)) return false;
  if (SPANISH_POINTERS.has(first) && !/^(?:el|ambos|ambas)$/u.test(first)) return false;
  return !SPANISH_INFINITIVES.has(first.replace(/(?:se|l[oae]s?)$/u, ''));
}
