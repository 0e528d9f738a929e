import type { ActionEvent, View } from '../../chat/port.js';
import type { PassageId, QuestionId } from '../../core/ids.js';
import { explainPassage } from '../../tutor/ask/explain-concept.js';
import { rateAnswer } from '../../tutor/ask/rate-answer.js';
import { followUpArg } from '../args.js';
import type { Call } from '../feature.js';
import { explainView } from '../views/explain-view.js';
import { noticeView } from '../views/notice-view.js';

/** Opens a passage for the person who pressed. */
export async function openPassage({ context, learner, language }: Call<unknown>, id: PassageId): Promise<View> {
  const found = await explainPassage(context, learner, id);
  return found === null ? noticeView(language, 'warning', 'explain.gone') : explainView(language, found);
}

/** Stores whether an answer helped. */
export async function rate(call: Call<unknown>, question: QuestionId, helped: boolean): Promise<View> {
  const { context, learner, language } = call;
  const rated = await rateAnswer(context, learner, question, helped);
  if (rated === 'gone') return noticeView(language, 'neutral', 'gaps.gone');
  return noticeView(language, 'neutral', helped ? 'helpful.thanks' : 'helpful.sorry');
}

/** Handles the select below an answer. */
export async function followUp(call: Call<ActionEvent>): Promise<View> {
  const chosen = followUpArg(call.event);
  if (chosen.kind === 'open') return openPassage(call, chosen.passage);
  return rate(call, chosen.question, chosen.kind === 'helped');
}
