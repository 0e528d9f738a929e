import type { Passage } from '../../core/card.js';
import type { QuestionId } from '../../core/ids.js';
import type { Lookup, LookupAnswer } from '../../lookup/lookup.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { findPassages } from './answering/find-passages.js';
import { type FallbackReason, type GroundedAnswer, type OnPart, writeAnswer } from './answering/write-answer.js';
import { type NotFound, notFound, recordGrounded, trimQuery } from './explain-concept.js';
import { noteQuestion } from './note-question.js';

/** The sentences of one passage that answer a question. */
export type PassageQuote = {
  readonly passage: Passage;
  /** Parts of the passage's text as they stand there, the best first. */
  readonly sentences: readonly string[];
};

export type NotesAnswer = {
  readonly kind: 'answered';
  readonly query: string;
  readonly question: QuestionId | null;
  /** The passages that answer, the best first. */
  readonly quotes: readonly [PassageQuote, ...PassageQuote[]];
  readonly related: readonly Passage[];
  /** Why the language model that was asked did not answer; `null` where none was. */
  readonly fallback: FallbackReason | null;
};

const PASSAGES = 3;
const SENTENCES = 3;
const RELATED = 2;
/** A passage with less than this share of the best score does not answer the question. */
const LEAST_SHARE = 0.7;

/**
 * Answers a question with sentences of the notes, or with those of a language model where one is configured and its answer
 * is supported. Questions are recorded, and those without an answer are gaps.
 */
export async function askNotes(
  context: TutorContext,
  learner: Learner,
  query: string,
  onPart?: OnPart,
): Promise<NotesAnswer | GroundedAnswer | NotFound> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const asked = trimQuery(query);
  const found = await findPassages(context, learner.workspaceId, lookup, asked);
  const written = await writeAnswer(context, learner, asked, found, onPart);
  if (written.kind === 'grounded') return recordGrounded(context, learner, asked, written);
  const isAnswered = asked !== '' && written.kind !== 'no-answer';
  const [first, ...others] = isAnswered ? quotesOf(lookup, found) : [];
  if (first === undefined) return notFound(context, learner, lookup, found);
  const question = await noteQuestion(context, learner, asked, first.passage.id);
  const shown = new Set([first, ...others].map(({ passage }) => passage.id));
  const related = lookup.related(first.passage.id, RELATED + PASSAGES).filter(({ id }) => !shown.has(id));
  return {
    kind: 'answered',
    query: asked,
    question,
    quotes: [first, ...others],
    related: related.slice(0, RELATED),
    fallback: written.kind === 'fallback' ? written.reason : null,
  };
}

/** The sentences of each of the best passages, without those that an earlier one has. */
function quotesOf(lookup: Lookup, { query, answer, results }: LookupAnswer): readonly PassageQuote[] {
  if (answer === null) return [];
  const quotes: PassageQuote[] = [];
  const shown: string[] = [];
  for (const { passage, score } of results) {
    if (quotes.length === PASSAGES || score < answer.score * LEAST_SHARE) break;
    const sentences = lookup
      .quote(query, passage.id, SENTENCES)
      .filter((sentence) => !shown.some((earlier) => earlier.includes(sentence) || sentence.includes(earlier)));
    if (sentences.length === 0) continue;
    shown.push(...sentences);
    quotes.push({ passage, sentences });
  }
  return quotes;
}
