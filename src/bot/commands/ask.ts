import type { ActionEvent, CommandEvent, QuestionEvent, View } from '../../chat/port.js';
import { askNotes } from '../../tutor/ask/ask-notes.js';
import { explainConcept, findQuestion } from '../../tutor/ask/explain-concept.js';
import { idleView } from '../answer-idle.js';
import { answerQuestions, conversationOf } from '../answer-questions.js';
import { withAnsweredSince } from '../answered-since.js';
import { questionArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { readIdle } from '../phrases/idle.js';
import { replyView, sharedAnswerView } from '../views/ask-view.js';
import { publicExplanationView, severalView } from '../views/explain-view.js';
import { noticeView } from '../views/notice-view.js';
import { explainWords, showParts } from './explain.js';
import { rate } from './follow-up.js';

async function ask(call: Call<unknown>, words: string): Promise<View> {
  const { context, learner, language } = call;
  return replyView(language, await askNotes(context, learner, words, showParts(call)), 'alone');
}

async function run(call: Call<CommandEvent>): Promise<View> {
  const words = call.event.options.question ?? '';
  const idle = await readIdle(call, words);
  if (idle !== null) return idleView(call, idle);
  const where = conversationOf(call, null);
  return withAnsweredSince(
    call,
    answerQuestions(call, words, where, (one, of) => ask(of, one)),
    words,
  );
}

/** Answers plain words in private: a concept's name is explained, anything else is a question. */
export async function answerAlone(call: Call<QuestionEvent>): Promise<View> {
  const words = call.event.text;
  const answer = (await namesConcept(call)) ? explainWords(call, words) : ask(call, words);
  return withAnsweredSince(call, answer, words);
}

/** The same in public, without the asker's own progress and earlier questions. */
export async function answerAloud(call: Call<QuestionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (await namesConcept(call)) {
    const found = await explainConcept(context, learner, event.text, showParts(call));
    if (found.kind === 'explained') return publicExplanationView(language, found);
    return found.kind === 'several' ? severalView(language, found) : replyView(language, found, 'everybody');
  }
  return replyView(language, await askNotes(context, learner, event.text, showParts(call)), 'everybody');
}

async function namesConcept({ context, learner, event }: Call<QuestionEvent>): Promise<boolean> {
  const lookup = await context.lookups.of(learner.workspaceId);
  const { answer } = lookup.find(event.text, 1);
  return answer !== null && answer.match !== 'text';
}

async function share(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const text = await findQuestion(context, learner, questionArg(event));
  // A public answer uses the notes' own words: no person has checked a model's.
  const found = text === null ? null : await askNotes({ ...context, answering: null }, learner, text);
  if (found?.kind !== 'answered') return noticeView(language, 'warning', 'explain.gone');
  return sharedAnswerView(found, learner.name);
}

/** `/ask`: answers a question with sentences from the notes. */
export const askFeature = feature({
  command: commandSpec('ask', 'command.ask', [
    commandOption('question', 'command.ask.question', { required: true, suggests: false }),
  ]),
  run: { answer: 'private', reads: 'notes', handle: run },
  actions: {
    'ask.helped': { answer: 'private', handle: (call) => rate(call, questionArg(call.event), true) },
    'ask.unhelped': { answer: 'private', handle: (call) => rate(call, questionArg(call.event), false) },
    'ask.share': { answer: 'public', handle: share },
  },
});
