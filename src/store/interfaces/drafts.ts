import type { DraftId, LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** `import`: notes that somebody sent; `card`, `alias`: what somebody suggests. */
export type DraftKind = 'import' | 'card' | 'alias';
export type DraftDecision = 'accepted' | 'dropped';

/** Something that changes a shared deck when it is accepted. */
export type Draft = {
  readonly id: DraftId;
  readonly kind: DraftKind;
  /** As the use case wrote it; parsed again when it is read. */
  readonly payload: unknown;
  readonly by: LearnerId;
  readonly madeAt: Instant;
  /** `null` while it waits. */
  readonly decision: DraftDecision | null;
};

export interface Drafts {
  put(workspace: WorkspaceId, draft: Omit<Draft, 'decision'>): Promise<void>;
  get(workspace: WorkspaceId, draft: DraftId): Promise<Draft | null>;
  /** Those that wait, oldest first. */
  waiting(workspace: WorkspaceId, kind: DraftKind, limit: number): Promise<readonly Draft[]>;
  countWaiting(workspace: WorkspaceId, kind: DraftKind): Promise<number>;
  /** Writes the decision down; says whether this call was the one that decided. */
  decide(
    workspace: WorkspaceId,
    draft: DraftId,
    decision: DraftDecision,
    by: LearnerId,
    at: Instant,
  ): Promise<'decided' | 'known'>;
}
