import type { ActionEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import { readAlias } from '../../tutor/ask/teach-alias.js';
import { answerTyped, teachByAnswer } from '../../tutor/review/answer-typed.js';
import { gradeCard } from '../../tutor/review/grade-card.js';
import { openSession } from '../../tutor/review/open-session.js';
import { revealCard } from '../../tutor/review/reveal-card.js';
import { aliasArg, gradeArg, pressArg } from '../args.js';
import { type Call, type Feature, UnreadableAction } from '../feature.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { isOffered } from '../views/choice-view.js';
import { gradedView } from '../views/graded-view.js';
import { revealedView, stepView } from '../views/review-view.js';
import { staleView } from '../views/stale-view.js';
import { answerForm, typedView } from '../views/typed-view.js';
import { chooseByWords } from './review-choose.js';

/** The form of a card that has been answered since asks nothing; what is sent with it is told where the session is. */
async function open(call: Call<ActionEvent>): Promise<Form> {
  const { context, learner, language, event } = call;
  const press = pressArg(event);
  const opened = await openSession(context, learner, press);
  if (opened.kind === 'current') return answerForm(language, opened.question);
  const step = opened.kind === 'answered' ? opened.step : null;
  if (step?.kind === 'question') return answerForm(language, step);
  throw new UnreadableAction(event.action);
}

async function answer(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const text = event.values.answer?.trim() ?? '';
  const opened = await openSession(context, learner, pressArg(event));
  if (opened.kind === 'current' && isOffered(opened.question)) return chooseByWords(call, opened.question, text);
  const typed = await answerTyped(context, learner, { ...pressArg(event), text });
  switch (typed.kind) {
    case 'typed':
      return typedView(language, typed);
    case 'stale':
      return staleView(language, typed);
    default:
      return stepView(language, typed, 'review.moved-on');
  }
}

async function grade(call: Call<ActionEvent>): Promise<View> {
  const graded = await gradeCard(call.context, call.learner, { ...gradeArg(call.event), proof: 'typed' });
  if (graded.kind === 'stale') return staleView(call.language, graded);
  return gradedView(call.language, graded);
}

const TAUGHT = {
  taught: 'review.right.taught',
  suggested: 'review.right.suggested',
  full: 'alias.full',
} as const;

async function right(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { alias, meaning, ...press } = aliasArg(event);
  const read = readAlias(alias, meaning);
  if (read === null) throw new UnreadableAction(event.action);
  const input = { ...press, grade: 'good', alias: read, mayChange: await mayChange(call) } as const;
  const taught = await teachByAnswer(context, learner, input);
  if (taught.kind === 'stale') return staleView(language, taught);
  return stepView(language, taught.step, taught.kind === 'answered' ? 'review.already' : TAUGHT[taught.alias]);
}

/** Words between an answer and the next card are for nobody: the card is shown for its grade, or the next one. */
async function between(call: Call<SubmitEvent>): Promise<View> {
  const revealed = await revealCard(call.context, call.learner, pressArg(call.event));
  if (revealed.kind === 'stale') return staleView(call.language, revealed);
  if (revealed.kind !== 'revealed') return stepView(call.language, revealed, 'review.unsent');
  const view = revealedView(call.language, revealed);
  const notice = { kind: 'text', markdown: say(call.language, 'review.unsent') } as const;
  const awaits = { action: 'review.between', args: call.event.args };
  return { ...view, body: [notice, ...view.body], awaits };
}

export const typedActions: Feature['actions'] = {
  'review.type': { answer: 'form', open },
  'review.typed': { answer: 'replace', reads: 'session', handle: grade },
  'review.right': { answer: 'replace', handle: right },
};

export const typedSubmissions: Feature['submissions'] = {
  'review.answer': { answer: 'replace', handle: answer },
  'review.between': { answer: 'replace', handle: between },
};
