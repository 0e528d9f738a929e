import type { Entry } from './entries.js';
import { findEnglishVerb } from './grammar/english-clause.js';
import { findSpanishVerb } from './grammar/spanish-clause.js';
import { boldSubject, type DefinedTerm, definedTerm } from './terms.js';
import { countWords } from './text.js';

/** Whether a text goes on with a verb, as "provee una capa …" and "is a layer …" do. */
function goesOnWithVerb(text: string): boolean {
  return findSpanishVerb(text) || findEnglishVerb(text);
}

/**
 * The term that an entry defines: by a sign (`**Term** => …`, `Term: …`), or as the bold subject of its own sentence.
 * Pure announcements ("There are three kinds:") define nothing.
 */
export function entryTerm(entry: Entry): DefinedTerm | null {
  const defined = definedTerm(entry.inline);
  if (defined) return defined;
  const subject = boldSubject(entry.inline);
  return subject && countWords(subject.term) <= 5 && goesOnWithVerb(subject.definition) ? subject : null;
}
