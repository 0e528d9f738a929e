import type { ActionEvent, CommandEvent, Suggestion, View } from '../../chat/port.js';
import type { OnPart } from '../../tutor/ask/answering/write-answer.js';
import { explainConcept, explainPassage } from '../../tutor/ask/explain-concept.js';
import { suggestConcepts } from '../../tutor/ask/suggest-concepts.js';
import { addToReviews } from '../../tutor/review/add-to-reviews.js';
import { quizPassage } from '../../tutor/review/quiz-passage.js';
import { idleView } from '../answer-idle.js';
import { answerQuestions, conversationOf } from '../answer-questions.js';
import { withAnsweredSince } from '../answered-since.js';
import { passageArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { button } from '../controls.js';
import { type Call, feature } from '../feature.js';
import { say } from '../messages/say.js';
import { readIdle } from '../phrases/idle.js';
import { MOST_OPTIONS } from '../platform-limits.js';
import { replyView } from '../views/ask-view.js';
import { explainView, severalView, sharedView } from '../views/explain-view.js';
import { unfinishedView } from '../views/grounded-view.js';
import { noticeView } from '../views/notice-view.js';
import { stepView } from '../views/review-view.js';
import { followUp, openPassage } from './follow-up.js';

/** Shows the checked part of a model's answer while the rest is written, which takes some seconds. */
export function showParts({ language, show }: Call<unknown>): OnPart {
  return (part) => show(unfinishedView(language, part));
}

/** Answers a concept given in words. */
export async function explainWords(call: Call<unknown>, words: string): Promise<View> {
  const { context, learner, language } = call;
  const found = await explainConcept(context, learner, words, showParts(call));
  if (found.kind === 'several') return severalView(language, found);
  return found.kind === 'explained' ? explainView(language, found) : replyView(language, found, 'alone');
}

async function run(call: Call<CommandEvent>): Promise<View> {
  const words = call.event.options.concept ?? '';
  const idle = await readIdle(call, words);
  if (idle !== null) return idleView(call, idle);
  const where = conversationOf(call, null);
  return withAnsweredSince(
    call,
    answerQuestions(call, words, where, (one, of) => explainWords(of, one)),
    words,
  );
}

async function share(call: Call<ActionEvent>): Promise<View> {
  const found = await explainPassage(call.context, call.learner, passageArg(call.event));
  if (found === null) return noticeView(call.language, 'warning', 'explain.gone');
  return sharedView(found, call.learner.name);
}

/** The explanation stays; the pressed button is replaced by its result. */
async function add(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const id = passageArg(call.event);
  const result = await addToReviews(context, learner, id);
  const found = await explainPassage(context, learner, id);
  if (result.kind === 'gone' || found === null) return noticeView(language, 'warning', 'explain.gone');
  const view = explainView(language, { ...found, memory: { kind: 'no-cards' } });
  return {
    ...view,
    tone: 'success',
    body: [...view.body, { kind: 'text', markdown: `*${say(language, 'explain.added', { count: result.added })}*` }],
    controls: [button(say(language, 'review.start'), 'review.start', [], 'primary'), ...(view.controls ?? [])],
  };
}

async function quiz(call: Call<ActionEvent>): Promise<View> {
  const result = await quizPassage(call.context, call.learner, passageArg(call.event));
  switch (result.kind) {
    case 'started':
      return stepView(call.language, result.step, null);
    case 'gone':
      return noticeView(call.language, 'warning', 'explain.gone');
    case 'no-cards':
      return noticeView(call.language, 'neutral', 'explain.no-cards');
  }
}

export const explainFeature = feature({
  command: commandSpec('explain', 'command.explain', [
    commandOption('concept', 'command.explain.concept', { required: true, suggests: true }),
  ]),
  run: { answer: 'private', reads: 'notes', handle: run },
  // Without a concept it shows the topics of the notes.
  needs: () => [],
  actions: {
    'explain.open': { answer: 'private', reads: 'notes', handle: (call) => openPassage(call, passageArg(call.event)) },
    'explain.more': { answer: 'private', handle: followUp },
    'explain.add': { answer: 'replace', handle: add },
    'explain.quiz': { answer: 'private', handle: quiz },
    'explain.share': { answer: 'public', reads: 'notes', handle: share },
  },
  async suggest({ context, learner, event }): Promise<readonly Suggestion[]> {
    const found = await suggestConcepts(context, learner, event.typed, MOST_OPTIONS);
    return found.map(({ title }) => ({ label: title, value: title }));
  },
});
