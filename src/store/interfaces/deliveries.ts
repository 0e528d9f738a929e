import type { LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';

/** One daily message to one person on one of their dates. */
export type Delivery = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly on: LocalDate;
  /**
   * The session whose first card the message shows. A repeated try uses the same one, so that it repeats the same
   * message.
   */
  readonly sessionId: SessionId;
};

export type DeliveryOutcome = 'sent' | 'nothing-due' | 'gone' | 'forbidden';

export interface Deliveries {
  /**
   * Claims the delivery for one sender until `leaseUntil`. `null` where another sender holds it or it has an outcome.
   * After a lease has passed without an outcome (the sender died) it can be claimed again, with the session id of the
   * first claim.
   */
  claim(delivery: Delivery, at: Instant, leaseUntil: Instant): Promise<Delivery | null>;
  finish(delivery: Delivery, outcome: DeliveryOutcome, at: Instant): Promise<void>;
  /** The outcomes of the learner's latest messages that have one, the latest first. */
  lastOutcomes(workspace: WorkspaceId, learner: LearnerId, limit: number): Promise<readonly DeliveryOutcome[]>;
  /** The latest of the learner's dates with a claim, whatever its outcome; `null` before the first. */
  lastDate(workspace: WorkspaceId, learner: LearnerId): Promise<LocalDate | null>;
  /** Claims whose lease has passed without an outcome, oldest first. */
  abandoned(at: Instant, limit: number): Promise<readonly Delivery[]>;
}
