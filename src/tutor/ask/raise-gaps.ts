import { shortHash } from '../../core/hash.js';
import type { WorkspaceId } from '../../core/ids.js';
import { type Instant, instant } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { meaningKey, type OpenGap, readGaps } from './close-gap.js';

/** A gap that those who look after the notes are to be told of, once. */
export type RaisedGap = {
  readonly workspaceId: WorkspaceId;
  readonly gap: OpenGap;
  /** The same for all ways to ask it. */
  readonly key: string;
  readonly keepers: readonly Learner[];
};

/** Asked so often, something is no accident. */
const TIMES = 3;
/** Who has managed the place within this counts as its manager; a platform does not say who no longer does. */
const MANAGER_MS = 30 * 86_400_000;

/** The gaps asked about since then that were asked for the third time, in any words, and that nobody was told of. */
export async function findRaisedGaps(context: TutorContext, since: Instant): Promise<readonly RaisedGap[]> {
  const { store, now } = context;
  const found: RaisedGap[] = [];
  for (const workspaceId of await store.raisedGaps.askedSince(since)) {
    const gaps = (await readGaps(context, { workspaceId })).filter((gap) => gap.missed >= TIMES && !gap.isRaised);
    if (gaps.length === 0) continue;
    const keepers = await store.editors.keepers(workspaceId, instant(now - MANAGER_MS));
    if (keepers.length === 0) continue;
    found.push(...gaps.map((gap) => ({ workspaceId, gap, key: shortHash(['gap', meaningKey(gap)]), keepers })));
  }
  return found;
}

/** They have been told; it is not said again. */
export async function finishRaisedGap({ store, now }: TutorContext, { workspaceId, gap }: RaisedGap): Promise<void> {
  await store.raisedGaps.raise(workspaceId, gap.questions, now);
}
