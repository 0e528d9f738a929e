import { findEnglishVerb } from '../../language/english/clause.js';
import { findSpanishVerb } from '../../language/spanish/clause.js';
import { countWords } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import { boldSubject, type DefinedTerm, definedTerm } from './terms.js';

/** Whether a text goes on with a verb, as "provee una capa …" and "is a layer …" do. */
function goesOnWithVerb(text: string): boolean {
  return findSpanishVerb(text) || findEnglishVerb(text);
}

/** Openings of labels that name nothing: "Desde el punto de vista de …", "If you …", "Think of it like this". */
const NO_NAME =
  /^(?:de|del|of|si|cuando|como|porque|pero|aunque|mientras|entonces|recuerda|recordar|piensa|mira|f[ií]jate|esto|este|esta|estos|estas|eso|hay|if|when|while|because|but|although|so|then|think|remember|imagine|you|we|i|it|they|this|that|these|those|there|here|just|don['’]t|do not|always|never|make sure|be careful)\s/iu;
/** A label with the verb of a sentence: "A good answer is", "Lo que hace es". */
const HAS_VERB =
  /(?:^|\s)(?:is|are|was|were|can|should|must|will|es|son|era|eran|est[aá]n?|puede|pueden|debe|deben|se|tiene|tienen|has|have|does)(?:\s|$)/iu;

/** "A la izquierda de", "Because of": the name is still to come. */
const HANGS = /\s(?:de|del|al?|en|con|para|por|of|to|in|with|for|at|on)$/iu;

function isName({ term, isCode, separator }: DefinedTerm): boolean {
  if (!isCode && HANGS.test(term)) return false;
  return isCode || separator === 'arrow' || !(NO_NAME.test(`${term} `) || HAS_VERB.test(term));
}

/**
 * The term that an entry defines: by a sign (`**Term** => …`, `Term: …`), or as the bold subject of its own sentence.
 * Pure announcements ("There are three kinds:") define nothing.
 */
export function entryTerm(entry: Entry): DefinedTerm | null {
  const defined = definedTerm(entry.inline);
  if (defined && isName(defined)) return defined;
  const subject = boldSubject(entry.inline);
  return subject && countWords(subject.term) <= 5 && goesOnWithVerb(subject.definition) ? subject : null;
}
