import type { Passage } from '../../core/card.js';
import type { QuestionId } from '../../core/ids.js';
import { searchWords } from '../../language/search-words.js';
import type { Lookup } from '../../lookup/lookup.js';
import type { TitleSuggestion } from '../../lookup/suggest.js';
import { hasMeaning } from '../../lookup/text/meaning.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { FoundPassages } from './answering/find-passages.js';
import { asksNotes } from './asks-notes.js';
import { noteQuestion } from './note-question.js';

export type NotFound = {
  readonly kind: 'not-found';
  readonly query: string;
  readonly question: QuestionId | null;
  /** What is near in the notes. */
  readonly near: readonly TitleSuggestion[];
  /** What the notes do know, to choose from. */
  readonly topics: readonly TitleSuggestion[];
};

const NEAR = 3;
/** Of those near, how many may be there for their meaning before the first for its title. */
const ABOUT = 2;
/** As many as every platform's select holds. */
const TOPICS = 25;

/**
 * The result for a question without an answer, with similar topics. Greetings, nonsense and empty questions are not
 * recorded; what asks nothing is no gap as long as nobody wants to be told.
 */
export async function notFound(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  found: FoundPassages,
): Promise<NotFound> {
  const { query, suggestions } = found;
  const isQuestion = suggestions.length > 0 || hasMeaning(searchWords(query));
  const question = isQuestion ? await noteQuestion(context, learner, query, null, asksNotes(query)) : null;
  const near = isQuestion ? nearTopics(lookup, found) : [];
  return { kind: 'not-found', query, question, near, topics: lookup.suggest('', TOPICS) };
}

/** Titles that look like what was asked, and passages that are about something like it: the surer ones first. */
function nearTopics(
  lookup: Lookup,
  { answer, results, suggestions, isFused }: FoundPassages,
): readonly TitleSuggestion[] {
  const like = suggestions.flatMap((title) => lookup.suggest(title, 1));
  const about = answer !== null || isFused ? results.map(({ passage }) => topicOf(passage)) : [];
  const surest = about.slice(0, ABOUT);
  const distinct = new Map([...surest, ...like, ...about].map((topic) => [topic.passageId, topic]));
  return [...distinct.values()].slice(0, NEAR);
}

function topicOf({ title, id }: Passage): TitleSuggestion {
  return { title, passageId: id };
}
