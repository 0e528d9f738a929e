import type { Passage } from '../../../core/card.js';
import type { Language } from '../../../core/language.js';
import { guessLanguage } from '../../../language/function-words.js';
import { searchWords } from '../../../language/search-words.js';
import { createSupportCheck } from '../../../lookup/sentence-support.js';
import type { OnText } from '../../../model/port.js';
import type { Learner } from '../../../store/interfaces/learners.js';
import type { TutorContext } from '../../context.js';
import { askWithin } from '../../model/ask-within.js';
import { checkAnswer } from './check-answer.js';
import type { FoundPassages } from './find-passages.js';
import { buildRequest } from './prompt.js';
import { type CitedSentence, readAnswer, saysNoAnswer } from './read-answer.js';

/** Why the notes' own words are shown instead: the day's tokens are used up, the model failed, or it was not supported. */
export type FallbackReason = 'budget' | 'unavailable' | 'unsupported';

export type WrittenAnswer =
  /** No model is asked: none is configured, or the notes have a passage of that name, or nothing near. */
  | { readonly kind: 'not-asked' }
  | GroundedAnswer
  /** The model read the passages and says that they do not hold the answer. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'fallback'; readonly reason: FallbackReason };

export type GroundedAnswer = {
  readonly kind: 'grounded';
  readonly sentences: readonly CitedSentence[];
  /** The passages that are cited: the first is number 1. */
  readonly sources: readonly Passage[];
};

/** Called with the sentences so far, which are not yet the whole answer. */
export type OnPart = (part: GroundedAnswer) => void;

const MOST_PASSAGES = 6;
/** Passages with less than this share of the best score are not given to the model. */
const LEAST_OF_BEST = 0.35;

/**
 * Lets the language model answer a question from the passages found for it, and checks its answer against them. Where
 * anything fails, the passages themselves can still be shown.
 */
export async function writeAnswer(
  context: TutorContext,
  learner: Learner,
  question: string,
  found: FoundPassages,
  onPart: OnPart = () => {},
): Promise<WrittenAnswer> {
  const { answering } = context;
  if (answering === null || !isWorthAsking(found)) return { kind: 'not-asked' };
  const passages = choosePassages(found);
  const language = guessLanguage(searchWords(question)) ?? learner.language;
  const request = buildRequest(question, passages, language);
  const reply = await askWithin(
    context,
    answering,
    learner.workspaceId,
    request,
    checkParts(passages, language, onPart),
  );
  if (reply === 'spent') return { kind: 'fallback', reason: 'budget' };
  if (reply.kind === 'failed') return { kind: 'fallback', reason: 'unavailable' };
  if (saysNoAnswer(reply.text)) return { kind: 'no-answer' };
  const checked = checkAnswer(readAnswer(reply.text, language, reply.isCut), passages);
  const answer = checked === null ? null : numberSources(checked.sentences, passages);
  if (answer === null || (found.near !== null && !speaksOf(question, answer))) {
    return { kind: 'fallback', reason: 'unsupported' };
  }
  return answer;
}

/** A passage of that name answers by itself. Where the words only come close, or meanings do, a model may find it. */
function isWorthAsking({ answer, near, results, isFused }: FoundPassages): boolean {
  if (answer === null) return near !== null || (isFused && results.length > 0);
  return answer.match === 'text';
}

/** The share of the question's words that the cited passages must have where the notes only come close by their words. */
const LEAST_ASKED = 1 / 2;

/**
 * Whether what a model cites is about the question. A model that always answers says something true of the passages
 * that answers nothing: where the words only come close, its sources must have the names that are asked about.
 */
function speaksOf(question: string, { sources }: GroundedAnswer): boolean {
  const { share, unknownNames } = createSupportCheck(sources).of(question);
  return unknownNames.length === 0 && share >= LEAST_ASKED;
}

/** The best, without terms whose whole section is among them. */
function choosePassages({ results }: FoundPassages): readonly Passage[] {
  const best = results[0]?.score ?? 0;
  const near = results.filter(({ score }) => score >= best * LEAST_OF_BEST).map(({ passage }) => passage);
  const sections = new Set(near.filter(({ kind }) => kind === 'section').map(({ id }) => id));
  return near.filter(({ kind, sectionId }) => kind === 'section' || !sections.has(sectionId)).slice(0, MOST_PASSAGES);
}

/** Reports complete sentences while the rest is written, checked like a whole answer. */
function checkParts(passages: readonly Passage[], language: Language, onPart: OnPart): OnText {
  let known = 0;
  return (soFar) => {
    const whole = readAnswer(soFar, language, true);
    if (whole.length <= known) return;
    known = whole.length;
    const checked = saysNoAnswer(soFar) ? null : checkAnswer(whole, passages);
    if (checked !== null) onPart(numberSources(checked.sentences, passages));
  };
}

/** Numbers the sources anew, in the order in which they are cited. */
function numberSources(sentences: readonly CitedSentence[], passages: readonly Passage[]): GroundedAnswer {
  const cited = [...new Set(sentences.flatMap(({ citations }) => citations))];
  const sources = cited.flatMap((number) => passages[number - 1] ?? []);
  return {
    kind: 'grounded',
    sentences: sentences.map(({ text, citations }) => ({
      text,
      citations: citations.map((number) => cited.indexOf(number) + 1).sort((a, b) => a - b),
    })),
    sources,
  };
}
