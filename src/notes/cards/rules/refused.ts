import { toString as plainText } from 'mdast-util-to-string';
import { isCredit, isMetadata, isPageField, isPageProperty, isUndone } from '../../../language/any/pages.js';
import { isLabelledExample, leadsToExamples } from '../../../language/any/sentences.js';
import { hasExamplesBelow, hasNoFactsBelow } from '../../../language/any/titles.js';
import { countReadable, plainMarkdown } from '../../../language/text.js';
import { entryTerm } from '../entry-term.js';
import { type EntryPlace, type Rule, refusal, type Skipped } from '../rule.js';
import { cleanTitle } from '../topic.js';
import { hasHighlight } from './marked-cloze.js';

const LINKS_MAINLY = 0.6;
/** A thought longer than this is prose that nobody broke into facts; it is looked up, not asked. */
const LONGEST_CHARS = 4000;
const BLANK = /(?:\\?_){4,}|\.{6,}|…{3,}/u;
const DIRECTIVE = /^:{3,}|^(?:\{%|\{\{(?!c\d))/u;
/** Lines below a title in which a page describes itself. */
const PROPERTY_LINES = 14;
const FIELD = /^[^:]{1,40}:\s+(?:\S+\s*){1,6}$/u;
const ONLY_DATE = /^[\d\s/._–-]+$/u;
const ONLY_TAGS = /^(?:#\p{L}[\p{L}\p{N}_/-]*\s*)+$/u;
const NO_FACTS_HERE = refusal('no-facts-here');
const PAGE_SAYS = refusal('metadata');

const EXAMPLE = refusal('example');

/** What is no fact, whatever its form; the first that fits says why. */
const REASONS: readonly (readonly [(text: string) => boolean, Skipped])[] = [
  [isUndone, refusal('todo')],
  [isCredit, refusal('credits')],
  [isMetadata, PAGE_SAYS],
  [(text) => ONLY_TAGS.test(text), PAGE_SAYS],
  [isPageField, PAGE_SAYS],
  [(text) => ONLY_DATE.test(text), PAGE_SAYS],
  [(text) => DIRECTIVE.test(text), refusal('directive')],
  [(text) => /^\|.*\|$/u.test(text), refusal('table')],
  [(text) => BLANK.test(text), refusal('blank')],
];

/** Whether an entry stands below "For example:" or is one itself. */
function isExample({ entry }: EntryPlace): boolean {
  const above = entry.parents.map((parent) => parent.inline).concat(entry.lead ?? [], entry.parents[0]?.lead ?? []);
  return isLabelledExample(entry.inline.text) || above.some((line) => leadsToExamples(plainMarkdown(line.text)));
}

/** Whether all lines of the paragraph around an entry are fields, and some are those of a page: "Fecha: …", "Duración: …". */
function isFieldOfPage({ entry, section }: EntryPlace): boolean {
  const around = section.blocks.find(
    ({ position }) =>
      (position?.start.line ?? 0) <= entry.inline.line && entry.inline.line <= (position?.end.line ?? 0),
  );
  const lines = around?.type === 'paragraph' ? plainText(around).split('\n') : [];
  return lines.some((line) => isPageProperty(line) || isMetadata(line)) && lines.every((line) => FIELD.test(line));
}

/** Whether an entry stands among what a page says about itself below its title. */
function standsAmongProperties(place: EntryPlace): boolean {
  const { entry, section } = place;
  const isNear = section.path.length <= 1 && entry.inline.line - section.line <= PROPERTY_LINES;
  return isNear && entry.kind === 'paragraph' && (isPageProperty(entry.inline.text) || isFieldOfPage(place));
}

function reasonAgainst(place: EntryPlace): Skipped | null {
  const { inline, checked } = place.entry;
  const { text, linked } = inline;
  if (text.length > LONGEST_CHARS) return refusal('long-prose');
  if (checked !== null) return refusal('task');
  for (const [isSo, why] of REASONS) if (isSo(text)) return why;
  if (standsAmongProperties(place)) return PAGE_SAYS;
  if (countReadable(text) === 0) return refusal('no-words');
  if (linked > text.length * LINKS_MAINLY) return refusal('link');
  return isExample(place) ? EXAMPLE : null;
}

/** Below such a heading only what the author set off as a fact is one: a term with its definition, a table, a question. */
function reasonOfSection({ entry, section }: EntryPlace): Skipped | null {
  const isSetOff = (entry.blocks.length > 0 && entry.inline.text.endsWith('?')) || entryTerm(entry) !== null;
  if (isSetOff) return null;
  const titles = section.path.map(cleanTitle);
  if (titles.some(hasNoFactsBelow)) return NO_FACTS_HERE;
  return titles.some(hasExamplesBelow) ? EXAMPLE : null;
}

/** What is no fact, whatever its form: tasks, links, credits, examples, blanks to fill in, notes to oneself. */
export const refused: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  // What an author marked is to be known, wherever it stands.
  return reasonAgainst(place) ?? (hasHighlight(place) ? null : reasonOfSection(place));
};
