import { type ChatAdapter, type Destination, parseDestination, type SendResult, type View } from '../chat/port.js';
import type { TutorContext } from '../tutor/context.js';
import { finishDaily, type PreparedDaily, prepareDaily, resumeDaily } from '../tutor/review/prepare-daily.js';

export type RoundLogger = {
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
};

type DailyRoundDeps = {
  readonly context: () => TutorContext;
  /** The adapter that carries a platform, where one runs. */
  readonly adapterOf: (platform: string) => ChatAdapter | undefined;
  readonly render: (prepared: PreparedDaily, now: TutorContext['now']) => View;
  readonly logger: RoundLogger;
};

/** How many people are served in one round; the others come first in the next one, a minute later. */
const ROUND_SIZE = 500;

/**
 * Sends the daily messages that are due. The database decides who gets one, and gives each to only one sender. A message
 * whose sender died is sent again under the same key, so that the platform treats it as the same message.
 */
export async function runDailyRound(deps: DailyRoundDeps): Promise<void> {
  const context = deps.context();
  const { deliveries, learners } = context.store;
  for (const abandoned of await deliveries.abandoned(context.now, ROUND_SIZE)) {
    await attempt(deps, () => resumeDaily(deps.context(), abandoned));
  }
  for (const learner of await learners.awaitingDaily(context.now, ROUND_SIZE)) {
    await attempt(deps, () => prepareDaily(deps.context(), learner));
  }
}

/** A failure for one person must not keep the others from getting their messages. */
async function attempt(deps: DailyRoundDeps, prepare: () => Promise<PreparedDaily | null>): Promise<void> {
  try {
    const prepared = await prepare();
    if (prepared !== null) await deliver(deps, prepared);
  } catch (error) {
    deps.logger.warn({ err: error }, 'a daily message failed; it is tried again when its lease has passed');
  }
}

async function deliver(deps: DailyRoundDeps, prepared: PreparedDaily): Promise<void> {
  const destination = parseDestination(prepared.learner.destination);
  if (destination === null) return finish(deps, prepared, 'gone');
  const context = deps.context();
  const result = await send(deps, destination, deps.render(prepared, context.now), keyOf(prepared));
  if (result === null || result.status === 'rate-limited') {
    deps.logger.info({ platform: destination.platform }, 'a daily message waits for its platform');
    return;
  }
  await finish(deps, prepared, result.status);
}

async function finish(
  deps: DailyRoundDeps,
  prepared: PreparedDaily,
  status: 'sent' | 'gone' | 'forbidden',
): Promise<void> {
  const became = await finishDaily(deps.context(), prepared, status);
  if (became === 'on') return;
  const { workspaceId: workspace } = prepared.learner;
  deps.logger.info(
    { workspace, status },
    'a daily message is tried in vain: it is turned off, and the person told later',
  );
}

function keyOf({ delivery }: PreparedDaily): string {
  // A person may learn in several workspaces under one id.
  return `daily:${delivery.workspaceId}:${delivery.learnerId}:${delivery.on}`;
}

async function send(deps: DailyRoundDeps, to: Destination, view: View, key: string): Promise<SendResult | null> {
  const adapter = deps.adapterOf(to.platform);
  return adapter === undefined || adapter.state() !== 'connected' ? null : adapter.send(to, view, key);
}
