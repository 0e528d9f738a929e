import type { ActionEvent, View } from '../../chat/port.js';
import { fold } from '../../core/text.js';
import { CLAIM_KEYS, chooseAnswer } from '../../tutor/review/choose-answer.js';
import type { SessionPress } from '../../tutor/review/open-session.js';
import type { ReviewQuestion } from '../../tutor/review/review-step.js';
import { pickArg } from '../args.js';
import type { Call } from '../feature.js';
import { stripMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { chosenView, LETTERS } from '../views/choice-view.js';
import { questionView, stepView } from '../views/review-view.js';
import { staleView } from '../views/stale-view.js';

/** An option's button was pressed. */
export function handleChoice(call: Call<ActionEvent>): Promise<View> {
  return choose(call, pickArg(call.event));
}

async function choose(call: Call<unknown>, press: SessionPress & { readonly key: string }): Promise<View> {
  const chosen = await chooseAnswer(call.context, call.learner, press);
  switch (chosen.kind) {
    case 'chosen':
      return chosenView(call.language, chosen);
    case 'changed':
      return questionView(call.language, chosen.question, { notice: 'review.choice.changed', hint: false });
    case 'answered':
      return stepView(call.language, chosen.step, 'review.moved-on');
    case 'stale':
      return staleView(call.language, chosen);
  }
}

/** The key of the option that words name: by its letter, its own words, or as true or false; `null` for none. */
function keyNamed({ language }: Call<unknown>, { asking }: ReviewQuestion, words: string): string | null {
  const typed = fold(words).replace(/[\s.)]+$/u, '');
  if (asking.kind === 'choice') {
    const isNamed = (text: string, at: number) => [fold(stripMarkdown(text)), fold(LETTERS[at] ?? '')].includes(typed);
    return asking.options.find(({ text }, at) => isNamed(text, at))?.key ?? null;
  }
  const holds = fold(say(language, 'review.claim.true'));
  const fails = fold(say(language, 'review.claim.false'));
  if ([holds, holds.charAt(0)].includes(typed)) return CLAIM_KEYS.true;
  return [fails, fails.charAt(0)].includes(typed) ? CLAIM_KEYS.false : null;
}

/** What was typed while a card with options waits is one of them, or the card stays. */
export async function chooseByWords(call: Call<unknown>, question: ReviewQuestion, words: string): Promise<View> {
  const key = keyNamed(call, question, words);
  if (key !== null) return choose(call, { session: question.session.id, turn: question.turn, key });
  return questionView(call.language, question, { notice: 'review.choice.pick', hint: false });
}
