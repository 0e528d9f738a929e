import type { LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';

/** One daily message to one person on one of their dates. */
export type Delivery = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly on: LocalDate;
  /** The session whose first card the message shows: the same at every try, so a repeat is the same message. */
  readonly sessionId: SessionId;
};

export type DeliveryOutcome = 'sent' | 'nothing-due' | 'gone' | 'forbidden';

export interface Deliveries {
  /**
   * Claims the delivery for one sender until `leaseUntil`. `null` where somebody else holds it or it has an outcome.
   * After a lease has passed without an outcome (the sender died) it can be claimed again, with the session id of
   * the first claim.
   */
  claim(delivery: Delivery, at: Instant, leaseUntil: Instant): Promise<Delivery | null>;
  finish(delivery: Delivery, outcome: DeliveryOutcome, at: Instant): Promise<void>;
  /** What became of a learner's latest message that has an outcome; `null` before the first. */
  lastOutcome(workspace: WorkspaceId, learner: LearnerId): Promise<DeliveryOutcome | null>;
  /** The latest of a learner's dates that has a claim, whatever became of it; `null` before the first. */
  lastDate(workspace: WorkspaceId, learner: LearnerId): Promise<LocalDate | null>;
  /** Claims whose lease has passed without an outcome, oldest first. */
  abandoned(at: Instant, limit: number): Promise<readonly Delivery[]>;
}
