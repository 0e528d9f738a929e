import { countReadable } from '../text.js';
import type { Rule, Skipped } from './rule.js';

const LINKS_MAINLY = 0.6;
/** A thought longer than this is prose that nobody broke into facts; it is looked up, not asked. */
const LONGEST_CHARS = 4000;
const CREDITS =
  /^(?:autor[ae]?s?|author|authors|cr[eé]ditos|credits|copyright|©|fuente|source|licen[cs]ia|license)\b/iu;
const UNDONE = /^(?:todo|fixme|tbd|wip|pendiente|por hacer|completar)\b/iu;
const BLANK = /(?:\\?_){4,}/u;
const DIRECTIVE = /^:::/u;
/** Headings over what is to be done or read elsewhere. */
const NO_FACTS_BELOW =
  /^(?:referencias|bibliograf[ií]a|enlaces(?: [uú]tiles)?|recursos(?: adicionales)?|links?|references|resources|further reading|see also|[ií]ndice|tabla de contenidos?|table of contents|contents|toc|tareas(?: pendientes)?|pendientes?|to-?dos?|tasks|.*\btareas pendientes|cr[eé]ditos|credits|licen[cs]ia|license|changelog)$/iu;

const refusal = (skipped: string, message: string): Skipped => ({ skipped, message });

/** What is no fact, whatever its form: tasks, links, credits, blanks to fill in, notes to oneself. */
export const refused: Rule = (place) => {
  if (NO_FACTS_BELOW.test(place.topic.title)) {
    return place.kind === 'section' ? [] : refusal('no-facts-here', 'the section lists tasks, links or credits');
  }
  if (place.kind !== 'entry') return null;
  const { text, linked } = place.entry.inline;
  if (text.length > LONGEST_CHARS) return refusal('long-prose', 'the text is too long to hold single facts');
  if (place.entry.checked === false) return refusal('task', 'a task is not a fact');
  if (UNDONE.test(text)) return refusal('todo', 'a note to oneself is not a fact');
  if (CREDITS.test(text)) return refusal('credits', 'credits are not a fact');
  if (DIRECTIVE.test(text)) return refusal('directive', 'a directive is no text');
  if (BLANK.test(text)) return refusal('blank', 'a blank to fill in is not a fact');
  if (countReadable(text) === 0) return refusal('no-words', 'there are no words to learn');
  if (linked > text.length * LINKS_MAINLY) return refusal('link', 'a link is not a fact');
  return null;
};
