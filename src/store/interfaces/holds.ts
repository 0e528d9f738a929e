import type { StoredCard } from '../../core/card.js';
import type { Hold } from '../../core/hold.js';
import type { CardId, LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';

export type HoldRequest = Hold & {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly cardId: CardId;
  /** The learner's date. */
  readonly on: LocalDate;
  readonly at: Instant;
};

/** A card that a learner has paused for themselves. */
export type PausedCard = { readonly card: StoredCard; readonly heldAt: Instant };

/** Cards that one learner is not asked for a while. Nobody else notices, and no progress changes. */
export interface Holds {
  /** Replaces an earlier hold of the card; forgets those of the learner that are over. */
  hold(request: HoldRequest): Promise<void>;
  /** Returns how many of the cards were held. */
  release(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[]): Promise<number>;
  /** Paused until they are resumed, latest first; without cards that are paused for everybody. */
  paused(workspace: WorkspaceId, learner: LearnerId): Promise<readonly PausedCard[]>;
}
