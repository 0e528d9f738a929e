import { answeredView } from '../bot/views/answered-view.js';
import { dailyMessageView } from '../bot/views/daily-view.js';
import { raisedGapView } from '../bot/views/raised-gap-view.js';
import type { ChatMemory } from '../chat/chat-memory.js';
import type { ChatAdapter } from '../chat/port.js';
import { createAnswerRound } from '../delivery/answer-round.js';
import { runDailyRound } from '../delivery/daily-round.js';
import { createGapRound } from '../delivery/gap-round.js';
import { createSchedulerRound } from '../delivery/scheduler-round.js';
import { startTicker, type Ticker } from '../delivery/ticker.js';
import { createTidy, KEEP_EVENTS_MS, KEEP_QUESTIONS_MS, KEEP_QUIZZES_MS, KEEP_TOPICS_MS } from '../delivery/tidy.js';
import type { Retention } from '../store/interfaces/retention.js';
import type { TutorContext } from '../tutor/context.js';
import type { KeepConfig } from './keep-settings.js';
import type { Logger } from './log.js';

type RoundDeps = {
  readonly context: () => TutorContext;
  readonly adapters: readonly ChatAdapter[];
  readonly memory: (platform: string) => ChatMemory;
  readonly retention: Retention;
  readonly keep: KeepConfig;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: Logger;
};

/** Runs everything that is sent or deleted by the clock: once a minute, one after the other. */
export function startRounds(deps: RoundDeps): Ticker {
  const { context, adapters, logger } = deps;
  const adapterOf = (platform: string) => adapters.find((adapter) => adapter.platform === platform);
  const tellAnswers = createAnswerRound({
    context,
    adapterOf,
    render: (answered) => answeredView(answered.learner.language, answered),
    logger,
  });
  const tellGaps = createGapRound({
    context,
    adapterOf,
    render: ({ gap }, keeper) => raisedGapView(keeper.language, gap),
    logger,
  });
  const moveSchedulers = createSchedulerRound(context, logger);
  const tidy = tidyOf(deps);
  return startTicker(async () => {
    try {
      await runDailyRound({
        context,
        adapterOf,
        render: (prepared, at) => dailyMessageView(prepared.learner.language, prepared, at),
        logger,
      });
    } catch (error) {
      logger.warn({ err: error }, 'the daily round failed; the next one is in a minute');
    }
    await tellAnswers();
    await tellGaps();
    await moveSchedulers();
    await tidy();
  });
}

function tidyOf({ context, adapters, memory, retention, keep, clock, logger }: RoundDeps): () => Promise<void> {
  const kept = (['uploads', 'rooms', 'notes', 'deliveries'] as const).flatMap((name) => {
    const keepMs = keep[name];
    return keepMs === null ? [] : [{ store: retention[name], keepMs }];
  });
  const memories = [
    ...adapters.map(({ platform }) => ({ store: memory(platform), keepMs: KEEP_EVENTS_MS })),
    { store: context().store.questions, keepMs: KEEP_QUESTIONS_MS },
    { store: context().store.quizzes, keepMs: KEEP_QUIZZES_MS },
    { store: context().store.conversations, keepMs: KEEP_TOPICS_MS },
    ...kept,
  ];
  return createTidy(memories, clock, logger);
}
