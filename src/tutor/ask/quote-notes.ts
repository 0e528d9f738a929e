import type { Passage } from '../../core/card.js';
import type { QuestionId } from '../../core/ids.js';
import type { Lookup, LookupAnswer, LookupHit, Reading } from '../../lookup/lookup.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { FoundPassages } from './answering/find-passages.js';
import type { FallbackReason } from './answering/write-answer.js';
import { asksNotes } from './asks-notes.js';
import { noteQuestion } from './note-question.js';

export type { Reading };

/** The sentences of one passage that answer a question. */
export type PassageQuote = {
  readonly passage: Passage;
  /** Parts of the passage's text as they stand there, the best first. */
  readonly sentences: readonly string[];
};

/** What both kinds of quotation have. */
type Quoted = {
  readonly query: string;
  readonly question: QuestionId | null;
  /** Words of the question that were taken for others. */
  readonly readings: readonly Reading[];
  /** Why the language model that was asked did not answer; `null` where none was. */
  readonly fallback: FallbackReason | null;
};

/** The notes say it. */
export type NotesAnswer = Quoted & {
  readonly kind: 'answered';
  /** The passages that answer, the best first. */
  readonly quotes: readonly [PassageQuote, ...PassageQuote[]];
  readonly related: readonly Passage[];
};

/** The notes do not say it; this is what comes closest, and it is not an answer. */
export type NearAnswer = Quoted & { readonly kind: 'near'; readonly quote: PassageQuote };

const SENTENCES = 2;
const RELATED = 2;

/**
 * Sentences of the notes for a question: as its answer, as what comes closest, or none. A question that the notes only
 * come close to is recorded as one that they do not answer.
 */
export async function quoteNotes(
  context: TutorContext,
  learner: Learner,
  lookup: Lookup,
  found: FoundPassages,
  fallback: FallbackReason | null,
): Promise<NotesAnswer | NearAnswer | null> {
  const { query, answer, near, readings } = found;
  const shared = { query, readings, fallback };
  const [first, ...others] = answer === null ? [] : quotesOf(lookup, found, answer);
  if (first !== undefined) {
    const question = await noteQuestion(context, learner, query, first.passage.id);
    return { kind: 'answered', ...shared, question, quotes: [first, ...others], related: relatedTo(lookup, first) };
  }
  const quote = near === null ? null : quoteOf(lookup, found, near);
  if (quote === null) return null;
  const question = await noteQuestion(context, learner, query, null, asksNotes(query));
  return { kind: 'near', ...shared, question, quote };
}

function relatedTo(lookup: Lookup, { passage }: PassageQuote): readonly Passage[] {
  return lookup.related(passage.id, RELATED + 1).slice(0, RELATED);
}

/** Of a difference both sides, each by what the notes say it is. */
function quotesOf(lookup: Lookup, { query, sides }: LookupAnswer, answer: LookupHit): readonly PassageQuote[] {
  if (sides.length > 0) return sides.flatMap((side) => quoteOf(lookup, { query: side.passage.title }, side) ?? []);
  return [quoteOf(lookup, { query }, answer)].flatMap((quote) => quote ?? []);
}

function quoteOf(lookup: Lookup, { query }: Pick<LookupAnswer, 'query'>, { passage }: LookupHit): PassageQuote | null {
  const sentences = lookup.quote(query, passage.id, SENTENCES);
  return sentences.length === 0 ? null : { passage, sentences };
}
