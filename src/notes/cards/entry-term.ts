import { remembering } from '../../core/remembering.js';
import { canBeName, isNameToCome } from '../../language/any/lines.js';
import { ALL_GRAMMARS } from '../../language/grammars.js';
import { countWords } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import { boldSubject, type DefinedTerm, definedTerm } from './terms.js';

/** Whether a text goes on with a verb, as "provee una capa …" and "is a layer …" do. */
function goesOnWithVerb(text: string): boolean {
  return ALL_GRAMMARS.some(({ sentences }) => sentences.opensWithVerb(text));
}

function isName({ term, isCode, separator }: DefinedTerm): boolean {
  if (!isCode && isNameToCome(term)) return false;
  return isCode || separator === 'arrow' || canBeName(term);
}

/**
 * The term that an entry defines: by a sign (`**Term** => …`, `Term: …`), or as the bold subject of its own sentence.
 * Pure announcements ("There are three kinds:") define nothing.
 */
export const entryTerm = remembering((entry: Entry): DefinedTerm | null => {
  const defined = definedTerm(entry.inline);
  if (defined && isName(defined)) return defined;
  const subject = boldSubject(entry.inline);
  return subject && countWords(subject.term) <= 5 && goesOnWithVerb(subject.definition) ? subject : null;
});
