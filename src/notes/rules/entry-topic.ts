import { entryTerm } from '../concept.js';
import type { Entry } from '../entries.js';
import { isLead } from '../entries.js';
import type { GrammaticalNumber } from '../grammar/nouns.js';
import { clauseOf } from '../grammar/questions.js';
import { termNames } from '../terms.js';
import { countWords, plainMarkdown } from '../text.js';
import { cleanTitle, isGenericTitle, namedTopic, type Topic } from '../topic.js';
import type { EntryPlace } from './rule.js';

const LONGEST_NAME_WORDS = 6;

/** The name that a lead gives to what follows: "**Physical Layer:**", "Máquinas virtuales:". */
function nameOf(text: string, { language }: EntryPlace): string | null {
  const subject = text.endsWith(':') ? subjectOf(text, language) : null;
  const name = subject ?? cleanTitle(plainMarkdown(text));
  const isName = name !== '' && countWords(name) <= LONGEST_NAME_WORDS && !/[?,.]/u.test(name);
  return isName && !isGenericTitle(name) && clauseOf(name, language) === null ? name : null;
}

/** "Los volúmenes son … Existen 3 tipos:" speaks of the volumes. */
function subjectOf(text: string, language: EntryPlace['language']): string | null {
  const subject = clauseOf(plainMarkdown(text), language)?.subject ?? null;
  return subject !== null && countWords(subject) <= 4 ? subject : null;
}

function parentName(parent: Entry, place: EntryPlace): string | null {
  const term = entryTerm(parent);
  if (term && term.separator !== 'verb') return termNames(plainMarkdown(term.term)).name;
  return isLead(parent.inline) || countWords(parent.inline.text) <= 3 ? nameOf(parent.inline.text, place) : null;
}

/** What an entry speaks of: the item above it, the line that introduces its list, or the heading. */
export function entryTopic(place: EntryPlace): Topic {
  const { entry, language, deck } = place;
  const parent = entry.parents.at(-1);
  const lead = entry.parents[0]?.lead ?? entry.lead;
  const name = (parent && parentName(parent, place)) ?? (lead && nameOf(lead.text, place));
  return name ? namedTopic(name, language, deck.use) : place.topic;
}

/** A defined term as the topic of what else is said of it. */
export function termTopic(term: string, { language, deck }: EntryPlace, number?: GrammaticalNumber): Topic {
  const topic = namedTopic(termNames(plainMarkdown(term)).name, language, deck.use);
  const named = term.startsWith('`') ? { title: term, name: term } : {};
  return { ...topic, ...named, number: number ?? topic.number };
}
