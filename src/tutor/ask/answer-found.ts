import type { Lookup } from '../../lookup/lookup.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { FoundPassages } from './answering/find-passages.js';
import { type GroundedAnswer, type OnPart, type WrittenAnswer, writeAnswer } from './answering/write-answer.js';
import { type NotFound, notFound } from './not-found.js';
import { noteQuestion } from './note-question.js';
import { type NearAnswer, type NotesAnswer, quoteNotes } from './quote-notes.js';

/** What can be answered to a question. */
export type Answered = NotesAnswer | NearAnswer | GroundedAnswer | NotFound;

/**
 * Answers a question with what was found for it: in a language model's words where one is configured and its answer
 * holds, else with sentences of the notes.
 */
export async function answerFound(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  found: FoundPassages,
  onPart?: OnPart,
): Promise<Answered> {
  const { query } = found;
  if (query === '') return notFound(context, learner, lookup, found);
  const written = await writeAnswer(context, learner, query, found, onPart);
  if (written.kind === 'grounded') {
    await noteQuestion(context, learner, query, written.sources[0]?.id ?? null);
    return written;
  }
  const fallback = written.kind === 'fallback' ? written.reason : null;
  const quoted = await quoteNotes(context, learner, lookup, asRead(found, written), fallback);
  return quoted ?? notFound(context, learner, lookup, found);
}

/** A model that has read the passages and finds no answer in them knows better than their words alone. */
function asRead(found: FoundPassages, { kind }: WrittenAnswer): FoundPassages {
  return kind === 'no-answer' ? { ...found, answer: null, near: found.answer ?? found.near } : found;
}
