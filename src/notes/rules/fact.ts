import { entryTerm } from '../concept.js';
import { type Entry, isLead } from '../entries.js';
import { clauseOf } from '../grammar/questions.js';
import type { Inline } from '../inline.js';
import { sentencesOf } from '../sentences.js';
import { definedTerm } from '../terms.js';
import { countWords, plainMarkdown } from '../text.js';
import { entryTopic, termTopic } from './entry-topic.js';
import type { EntryPlace, Rule, Skipped } from './rule.js';
import { statementDrafts } from './statement.js';

/** Prose says much that is no fact; only sentences up to this length are asked. */
const LONGEST_PROSE_SENTENCE = 28;

/** Whether the entry is a bare part of a list that answers for the term above it. */
function isPartOfList(entry: Entry, place: EntryPlace): boolean {
  const above: Inline | null = entry.parents.at(-1)?.inline ?? entry.lead;
  const isAnswered = above?.text.endsWith(':') === true && definedTerm(above) !== null;
  return isAnswered && clauseOf(entry.inline.text, place.language) === null;
}

function refusalOf(entry: Entry, told: readonly string[], place: EntryPlace): Skipped | null {
  const { text } = entry.inline;
  if (entry.labelsCode && !/[.!]$/u.test(text))
    return { skipped: 'code-label', message: 'it only names the code below' };
  if (told.length === 0 || (isLead(entry.inline) && !text.endsWith(':'))) {
    return { skipped: 'introduction', message: 'it only introduces what follows' };
  }
  if (/^¿?[^.]*\?$/u.test(text)) return { skipped: 'question', message: 'a question without an answer beside it' };
  return isPartOfList(entry, place) ? { skipped: 'part-of-list', message: 'it is asked with the list it is in' } : null;
}

/** A thought that defines no term by a sign: its sentences as questions or with a gap. */
export const fact: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { entry } = place;
  const { text, marks } = entry.inline;
  const told = sentencesOf(text).filter((sentence) => !sentence.endsWith(':'));
  const refused = refusalOf(entry, told, place);
  if (refused) return refused;
  const sentences = told.filter((one) => entry.kind === 'item' || countWords(one) <= LONGEST_PROSE_SENTENCE);
  const [first = '', ...rest] = sentences;
  const topic = entryTopic(place);
  const subject = entryTerm(entry);
  const drafts =
    subject?.separator === 'verb'
      ? [
          ...statementDrafts([first], place, topic, { marks }),
          ...statementDrafts(rest, place, termTopic(subject.term, place), { followsUp: true }),
        ]
      : statementDrafts(sentences, place, topic, { marks });
  if (drafts.length > 0) return drafts;
  return countWords(plainMarkdown(text)) < 3 ? { skipped: 'too-short', message: 'too short to be a fact' } : null;
};
