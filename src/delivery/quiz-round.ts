import { type ChatAdapter, parseDestination, type SendResult, type View } from '../chat/port.js';
import { type Instant, instant } from '../core/local-date.js';
import type { TutorContext } from '../tutor/context.js';
import type { Learner } from '../tutor/people/meet-learner.js';
import type { QuizToShow } from '../tutor/quiz/run-quiz.js';
import { abandonQuiz, dueQuizzes, finishStep, nextQuizAt, postponeStep, takeQuiz } from '../tutor/quiz/run-quiz.js';
import type { RoundLogger } from './daily-round.js';

export type QuizRoundDeps = {
  readonly context: () => TutorContext;
  readonly adapterOf: (platform: string) => ChatAdapter | undefined;
  /** What is in the channel at that moment, and the name of the message that it is in. */
  readonly render: (toShow: QuizToShow) => { readonly view: View; readonly message: string };
  /** Tells the host that the bot may not write there. */
  readonly renderUnwritable: (host: Learner) => View;
  readonly logger: RoundLogger;
};

/** A platform that is away for the moment is tried again so soon. In milliseconds. */
const AWAY_MS = 1_000;

/**
 * Does one step of each quiz for which something is due: it goes on, and its channel is shown where it stands. The database
 * says what is due and gives each to one caller; a step that a dying process left is done again, under the same key.
 * Says when to come again; `null` where no quiz is open. Never rejects.
 */
export function createQuizRound(deps: QuizRoundDeps): () => Promise<Instant | null> {
  return async () => {
    const soon = instant(deps.context().now + AWAY_MS);
    try {
      const due = await dueQuizzes(deps.context());
      const done = await Promise.all(due.map((ref) => step(deps, ref)));
      return done.includes(false) ? soon : await nextQuizAt(deps.context());
    } catch (error) {
      deps.logger.warn({ err: error }, 'the quizzes could not be looked at; it is tried again in a moment');
      return soon;
    }
  };
}

/** `false` where it failed: the others go on, and it is done again when nobody holds it any more. */
async function step(deps: QuizRoundDeps, ref: Parameters<typeof takeQuiz>[1]): Promise<boolean> {
  try {
    const toShow = await takeQuiz(deps.context(), ref);
    if (toShow !== null) await show(deps, toShow);
    return true;
  } catch (error) {
    deps.logger.warn({ quiz: ref.id, err: error }, 'a step of a quiz failed; it is done again in some seconds');
    return false;
  }
}

async function show(deps: QuizRoundDeps, toShow: QuizToShow): Promise<void> {
  const result = await put(deps, toShow);
  switch (result.status) {
    case 'sent':
      return finishStep(deps.context(), toShow);
    case 'rate-limited':
      return postponeStep(deps.context(), toShow, instant(deps.context().now + result.retryAfterMs));
    default:
      return giveUp(deps, toShow, result.status);
  }
}

async function put({ adapterOf, render }: QuizRoundDeps, toShow: QuizToShow): Promise<SendResult> {
  const destination = parseDestination(toShow.quiz.channel);
  if (destination === null) return { status: 'gone' };
  const adapter = adapterOf(destination.platform);
  if (adapter === undefined || adapter.state() !== 'connected')
    return { status: 'rate-limited', retryAfterMs: AWAY_MS };
  const { view, message } = render(toShow);
  return adapter.update(destination, view, `quiz:${toShow.quiz.workspaceId}:${toShow.quiz.id}:${message}`);
}

/** A message that somebody took away is left; where nothing can be written, the quiz ends and its host is told why. */
async function giveUp(deps: QuizRoundDeps, toShow: QuizToShow, status: 'gone' | 'forbidden'): Promise<void> {
  const { shown, state } = toShow.quiz;
  if (status === 'gone' && shown.stage !== null && state.phase !== 'ended') return finishStep(deps.context(), toShow);
  deps.logger.info({ quiz: toShow.quiz.id, status }, 'a quiz cannot be shown where it is played: it ends');
  const host = await abandonQuiz(deps.context(), toShow);
  const to = host === null ? null : parseDestination(host.destination);
  if (host === null || to === null) return;
  const key = `quiz:${toShow.quiz.workspaceId}:${toShow.quiz.id}:unwritable`;
  await deps.adapterOf(to.platform)?.send(to, deps.renderUnwritable(host), key);
}
