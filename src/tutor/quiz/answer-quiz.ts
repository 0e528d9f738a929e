import type { LearnerId, QuizId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import { canJoin, isDone, isInTime } from '../../core/quiz/clock.js';
import { MOST_TRIES, type QuizEvent } from '../../core/quiz/events.js';
import { answersOf, type QuizAnswer, type QuizRound, stillIn } from '../../core/quiz/state.js';
import type { Alias } from '../../store/interfaces/aliases.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { joining } from './join-quiz.js';
import { judgeTyped } from './judge-typed.js';
import { changeQuiz, GONE, type Gone, type Quiz, type QuizQuestion } from './quiz.js';

export type QuizReply = {
  readonly quiz: QuizId;
  readonly round: number;
  /** The key of a choice, or words. */
  readonly text: string;
  readonly isTyped: boolean;
};

/** An answer, and what it is judged by. */
type Given = Pick<QuizReply, 'round' | 'text'> & { readonly at: Instant; readonly aliases: readonly Alias[] };

/** `late`: the time was up · `out`: of sudden death · `began`: it began without them · `over`: the quiz has ended. */
type Refusal = 'late' | 'out' | 'began' | 'over';

/** `kept`: it counts · `before`: another does, since one has a single try. */
type Outcome =
  | { readonly kind: Refusal }
  | { readonly kind: 'kept' | 'before'; readonly answer: QuizAnswer; readonly question: QuizQuestion };

export type AnsweredQuiz = Gone | (Outcome & { readonly quiz: Quiz });

/** Longer answers are cut. In characters. */
const LONGEST = 200;
/** What a database does not keep. */
const UNKEPT = /[\0\p{Cs}]/gu;

function judged(
  question: QuizQuestion,
  text: string,
  aliases: readonly Alias[],
): Pick<QuizAnswer, 'verdict' | 'proof'> {
  if (question.kind === 'typed') return { verdict: judgeTyped(question, text, aliases), proof: 'typed' };
  return { verdict: text === question.right ? 'right' : 'wrong', proof: 'chosen' };
}

/** Tries that somebody has: one of a choice, and where nobody is told at once whether it is right. */
function triesOf({ mode }: Quiz, { kind }: QuizQuestion): number {
  return kind === 'typed' && mode !== 'day' ? MOST_TRIES : 1;
}

function refusalOf({ mode, state }: Quiz, round: QuizRound, who: LearnerId, at: Instant): Refusal | null {
  if (state.phase === 'ended') return 'over';
  if (!isInTime(round, at)) return 'late';
  if (state.players.has(who)) return stillIn(mode, state).has(who) ? null : 'out';
  return canJoin(mode, state) ? null : 'began';
}

type Decision = { readonly outcome: Outcome; readonly events: readonly { event: QuizEvent; attempt?: number }[] };

function decide(quiz: Quiz, learner: Learner, { round: number, text, at, aliases }: Given): Decision {
  const { state, questions } = quiz;
  const round = state.rounds.find((each) => each.round === number);
  const question = questions[number];
  if (round === undefined || question === undefined) return { outcome: { kind: 'late' }, events: [] };
  const by = learner.id;
  const refused = refusalOf(quiz, round, by, at);
  if (refused !== null) return { outcome: { kind: refused }, events: [] };
  const given = answersOf(round, by);
  // The same words again are the same try, such as a press that is delivered twice.
  const same = given.find((each) => each.text === text);
  if (same !== undefined) return { outcome: { kind: 'kept', answer: same, question }, events: [] };
  const last = given.at(-1);
  if (last !== undefined && (given.length >= triesOf(quiz, question) || isDone(question, round, by))) {
    return { outcome: { kind: 'before', answer: last, question }, events: [] };
  }
  const answer = { kind: 'answered', by, at, round: number, text, ...judged(question, text, aliases) } as const;
  const joined = state.players.has(by) ? [] : [{ event: joining(quiz, learner, null, at) }];
  const events = [...joined, { event: answer, attempt: given.length + 1 }];
  return { outcome: { kind: 'kept', answer, question }, events };
}

/** An answer, judged and kept. Whoever answers takes part. */
export async function answerQuiz(context: TutorContext, learner: Learner, reply: QuizReply): Promise<AnsweredQuiz> {
  const { workspaceId } = learner;
  const aliases = reply.isTyped ? await context.store.aliases.list(workspaceId) : [];
  const text = reply.text.replace(UNKEPT, '').trim().slice(0, LONGEST);
  const changed = await changeQuiz(context, { workspaceId, id: reply.quiz }, (quiz) =>
    decide(quiz, learner, { round: reply.round, text, at: context.now, aliases }),
  );
  return changed === null ? GONE : { ...changed.outcome, quiz: changed.quiz };
}

export type HintedQuiz =
  | Gone
  | { readonly kind: 'late' }
  | { readonly kind: 'hinted'; readonly question: QuizQuestion };

/** A hint, which costs points, once. */
export async function hintQuiz(
  context: TutorContext,
  learner: Learner,
  { quiz: id, round: number }: Pick<QuizReply, 'quiz' | 'round'>,
): Promise<HintedQuiz> {
  const { now: at } = context;
  const { workspaceId, id: by } = learner;
  const changed = await changeQuiz(context, { workspaceId, id }, (quiz) => {
    const round = quiz.state.rounds.find((each) => each.round === number);
    const isOpen = round !== undefined && refusalOf(quiz, round, by, at) === null;
    const event = { kind: 'hinted', by, at, round: number } as const;
    return { outcome: { isOpen }, events: isOpen ? [{ event }] : [] };
  });
  const question = changed?.quiz.questions[number];
  if (changed === null || question === undefined) return GONE;
  return changed.outcome.isOpen ? { kind: 'hinted', question } : { kind: 'late' };
}
