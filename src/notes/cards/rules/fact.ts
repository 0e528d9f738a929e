import { withoutAnnouncement } from '../../../language/any/lines.js';
import type { Grammar } from '../../../language/grammar.js';
import { proseSentences } from '../../../language/sentences.js';
import { countWords, plainMarkdown } from '../../../language/text.js';
import { type Entry, isLead } from '../../read/entries.js';
import type { Inline } from '../../read/inline.js';
import { entryTerm } from '../entry-term.js';
import { type CardDraft, type EntryPlace, type Rule, refusal, type Skipped } from '../rule.js';
import { definedTerm } from '../terms.js';
import { entryTopic, isWholeStatement, termTopic } from './entry-topic.js';
import { statementDrafts } from './statement.js';

/** Prose says much that is no fact; only sentences up to this length are asked. */
const LONGEST_PROSE_SENTENCE = 32;
/** What a sentence says, without the list that it announces. */
function saidIn(sentence: string, grammar: Grammar): string {
  if (sentence.endsWith(':') && isWholeStatement(sentence, grammar)) return sentence.replace(/\s*:$/u, '.');
  const said = withoutAnnouncement(sentence);
  return countWords(said) >= 5 ? said : sentence;
}

/** Cards of one thought; whoever says more in it explains rather than states. */
const MOST_CARDS = 3;

/** Whether the entry is a bare part of a list that answers for the term above it. */
function isPartOfList(entry: Entry, place: EntryPlace): boolean {
  const above: Inline | null = entry.parents.at(-1)?.inline ?? entry.lead;
  const isAnswered = above?.text.endsWith(':') === true && definedTerm(above) !== null;
  return isAnswered && place.grammar.sentences.clauseOf(entry.inline.text) === null;
}

function refusalOf(entry: Entry, told: readonly string[], place: EntryPlace): Skipped | null {
  const { text } = entry.inline;
  if (entry.labelsCode && !/[.!]$/u.test(text)) return refusal('code-label');
  if (told.length === 0 || (isLead(entry.inline) && !text.endsWith(':'))) {
    return refusal('introduction');
  }
  if (/^¿?[^.]*\?$/u.test(text)) return refusal('question');
  return isPartOfList(entry, place) ? refusal('part-of-list') : null;
}

function draftsOf(entry: Entry, sentences: readonly string[], place: EntryPlace): readonly CardDraft[] {
  const topic = entryTopic(place);
  const { marks } = entry.inline;
  const subject = entryTerm(entry);
  if (subject?.separator !== 'verb') return statementDrafts(sentences, place, topic, { marks });
  const [first = '', ...rest] = sentences;
  return [
    ...statementDrafts([first], place, topic, { marks }),
    ...statementDrafts(rest, place, termTopic(subject.term, place), { followsUp: true }),
  ];
}

/** A thought that defines no term by a sign: its sentences as questions or with a gap. */
export const fact: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { entry } = place;
  const { text } = entry.inline;
  const told = proseSentences(text)
    .map((sentence) => saidIn(sentence, place.grammar))
    .filter((sentence) => !sentence.endsWith(':'));
  const refused = refusalOf(entry, told, place);
  if (refused) return refused;
  const sentences = told.filter((one) => entry.kind === 'item' || countWords(one) <= LONGEST_PROSE_SENTENCE);
  const drafts = draftsOf(entry, sentences, place).slice(0, MOST_CARDS);
  if (drafts.length > 0) return drafts;
  return countWords(plainMarkdown(text)) < 3 ? refusal('too-short') : null;
};
