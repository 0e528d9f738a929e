import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type Answered, answerFound } from './answer-found.js';
import { findPassages } from './answering/find-passages.js';
import type { OnPart } from './answering/write-answer.js';
import { readQuery } from './trim-query.js';

/**
 * Answers a question with sentences of the notes, or with those of a language model where one is configured and its answer
 * is supported. Questions are recorded, and those without an answer are gaps.
 */
export async function askNotes(
  context: TutorContext,
  learner: Learner,
  query: string,
  onPart?: OnPart,
): Promise<Answered> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const found = await findPassages(context, learner.workspaceId, lookup, readQuery(lookup, query));
  return answerFound(context, learner, lookup, found, onPart);
}
