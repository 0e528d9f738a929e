import type { DraftId, LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** `import`: notes that somebody sent; `card`, `alias`: suggestions; `fix`: what is wrong with a card. */
export type DraftKind = 'import' | 'card' | 'alias' | 'fix';
export type DraftDecision = 'accepted' | 'dropped';

/** A change of a shared deck that waits until somebody accepts or drops it. */
export type Draft = {
  readonly id: DraftId;
  readonly kind: DraftKind;
  /** In the use case's own shape, which it parses when it reads it. */
  readonly payload: unknown;
  /** Decisions about parts of a waiting draft, parsed like the payload; `null` where there are none. */
  readonly choices: unknown;
  readonly by: LearnerId;
  readonly madeAt: Instant;
  /** `null` while it waits. */
  readonly decision: DraftDecision | null;
};

export interface Drafts {
  /** @param file the draft's content, stored with it in one transaction, in slices */
  put(workspace: WorkspaceId, draft: Omit<Draft, 'decision' | 'choices'>, file?: Uint8Array): Promise<void>;
  /** The file that was stored with it; empty where there was none. */
  file(workspace: WorkspaceId, draft: DraftId): Promise<Uint8Array>;
  get(workspace: WorkspaceId, draft: DraftId): Promise<Draft | null>;
  /**
   * Stores decisions about parts of a waiting draft, replacing earlier ones about the same parts. Two people at once do
   * not overwrite each other's other parts.
   *
   * @param choices by the ids of the parts
   */
  choose(workspace: WorkspaceId, draft: DraftId, choices: Readonly<Record<string, unknown>>): Promise<'kept' | 'known'>;
  /** Waiting drafts, oldest first. */
  waiting(workspace: WorkspaceId, kind: DraftKind, limit: number): Promise<readonly Draft[]>;
  countWaiting(workspace: WorkspaceId, kind: DraftKind): Promise<number>;
  /** Stores the decision; returns whether this call was the one that decided. */
  decide(
    workspace: WorkspaceId,
    draft: DraftId,
    decision: DraftDecision,
    by: LearnerId,
    at: Instant,
  ): Promise<'decided' | 'known'>;
  /** Makes a dropped draft wait again. `known`: it is waiting already, was accepted, or does not exist. */
  restore(workspace: WorkspaceId, draft: DraftId): Promise<'restored' | 'known'>;
}
