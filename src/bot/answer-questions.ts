import type { View } from '../chat/port.js';
import { questionsIn } from '../language/several-questions.js';
import { coverageOf } from '../tutor/ask/notes-coverage.js';
import {
  aloneWith,
  amongOthers,
  type ConversationKey,
  keepTopic,
  readTopic,
  topicAfter,
  wholeQuestion,
} from '../tutor/ask/topics.js';
import type { Call } from './feature.js';
import { talkIn, withoutCourtesy } from './phrases/courtesy.js';
import { noticeView } from './views/notice-view.js';
import { type AnsweredQuestion, severalAnswersView } from './views/several-answers-view.js';

/** As many as one message holds. */
const MOST = 5;
/** A longer message is a text that has questions in it. In characters. */
const LONGEST = 1_200;

/** Answers one question in words that need nothing before them. */
type AnswerOne = (words: string, call: Call<unknown>) => Promise<View>;

/** Where somebody asks: alone with the bot, or in a conversation that others read. */
export function conversationOf(call: Call<unknown>, conversation: string | null): ConversationKey {
  return conversation === null ? aloneWith(call.learner) : amongOthers(conversation);
}

/** The questions of a message, each in its own words and without what is said around them. */
export function questionsOf(words: string): readonly string[] {
  const found = words.length > LONGEST ? [words] : questionsIn(words);
  const asked = found.filter((part) => talkIn(part) === null);
  return asked.length > 0 ? asked : [words];
}

/**
 * Answers what somebody asks: several questions one by one, and each with what was spoken of before where it leaves that
 * out.
 */
export async function answerQuestions(
  call: Call<unknown>,
  words: string,
  where: ConversationKey,
  answerOne: AnswerOne,
): Promise<View> {
  const { context, learner, language } = call;
  const asked = questionsOf(words);
  const before = await readTopic(context, learner.workspaceId, where);
  const isOne = asked.length === 1;
  let topic = before === null ? null : { subject: before.subject, question: before.question };
  const answers: AnsweredQuestion[] = [];
  for (const question of asked.slice(0, MOST)) {
    const whole = wholeQuestion(isOne ? question : withoutCourtesy(question), topic);
    const isOpen = whole.kind === 'hanging' && (await coverageOf(context, learner, whole.text)) !== 'named';
    // A part of an answer would take the place of those before it.
    const one = isOne ? call : { ...call, show: () => {} };
    const answering = isOpen ? noticeView(language, 'neutral', 'ask.about-what') : answerOne(whole.text, one);
    // What is spoken of follows from the words: neither waits for the other.
    const keeping = topicAfter(context, learner, whole, topic).then(async (after) => {
      if (after !== null && isOne) await keepTopic(context, learner, where, after);
      return after;
    });
    const [view, after] = await Promise.all([answering, keeping]);
    answers.push({ question: whole.text, view });
    topic = after;
  }
  if (topic !== null && !isOne) await keepTopic(context, learner, where, topic);
  const [first] = answers;
  return isOne && first !== undefined
    ? first.view
    : severalAnswersView(language, answers, asked.length - answers.length);
}
