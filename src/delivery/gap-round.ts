import { type ChatAdapter, parseDestination, type SendResult, type View } from '../chat/port.js';
import { type Instant, instant } from '../core/local-date.js';
import { findRaisedGaps, finishRaisedGap, type RaisedGap } from '../tutor/ask/raise-gaps.js';
import type { TutorContext } from '../tutor/context.js';
import type { RoundLogger } from './daily-round.js';

type Keeper = RaisedGap['keepers'][number];

export type GapRoundDeps = {
  readonly context: () => TutorContext;
  readonly adapterOf: (platform: string) => ChatAdapter | undefined;
  readonly render: (raised: RaisedGap, keeper: Keeper) => View;
  readonly logger: RoundLogger;
};

/** An answer that takes long is written down with the moment when it was asked. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Writes to those who look after the notes when something that the notes do not say is asked for the third time. Only
 * workspaces where something was asked since the last round are looked at. Never rejects.
 */
export function createGapRound(deps: GapRoundDeps): () => Promise<void> {
  let since: Instant = instant(0);
  return async () => {
    const context = deps.context();
    try {
      let isComplete = true;
      for (const raised of await findRaisedGaps(context, since)) {
        isComplete = (await tell(deps, raised)) && isComplete;
      }
      if (isComplete) since = instant(context.now - OVERLAP_MS);
    } catch (error) {
      deps.logger.warn(
        { err: error },
        'a question that is asked often could not be told; the next round is in a minute',
      );
    }
  };
}

/** Whether everybody was told who can be: a platform that is away now is tried again, under the same key. */
async function tell(deps: GapRoundDeps, raised: RaisedGap): Promise<boolean> {
  const results = await Promise.all(raised.keepers.map((keeper) => tellOne(deps, raised, keeper)));
  if (results.includes('later')) return false;
  if (results.includes('sent')) await finishRaisedGap(deps.context(), raised);
  return true;
}

async function tellOne(deps: GapRoundDeps, raised: RaisedGap, keeper: Keeper): Promise<SendResult['status'] | 'later'> {
  const destination = parseDestination(keeper.destination);
  if (destination === null) return 'gone';
  const adapter = deps.adapterOf(destination.platform);
  if (adapter === undefined || adapter.state() !== 'connected') return 'later';
  const key = `gap:${raised.workspaceId}:${raised.key}:${keeper.id}`;
  const { status } = await adapter.send(destination, deps.render(raised, keeper), key);
  return status === 'rate-limited' ? 'later' : status;
}
