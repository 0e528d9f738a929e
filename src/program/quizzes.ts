import { unwritableView } from '../bot/views/quiz-end-view.js';
import { quizMessage } from '../bot/views/quiz-view.js';
import type { ChatAdapter } from '../chat/port.js';
import type { RoundLogger } from '../delivery/daily-round.js';
import { type QuizClock, startQuizClock } from '../delivery/quiz-clock.js';
import { createQuizRound } from '../delivery/quiz-round.js';
import type { TutorContext } from '../tutor/context.js';

type QuizDeps = {
  readonly context: () => TutorContext;
  readonly adapters: readonly ChatAdapter[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: RoundLogger;
};

/** Moves the quizzes of all channels on, to the second. */
export function startQuizzes({ context, adapters, clock, logger }: QuizDeps): QuizClock {
  const adapterOf = (platform: string) => adapters.find((adapter) => adapter.platform === platform);
  const round = createQuizRound({ context, adapterOf, render: quizMessage, renderUnwritable: unwritableView, logger });
  return startQuizClock(round, clock);
}
