import type { LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import type { Learner } from './learners.js';

/** The people whom a platform's managers let change shared decks. */
export interface Editors {
  has(workspace: WorkspaceId, learner: LearnerId): Promise<boolean>;
  list(workspace: WorkspaceId): Promise<readonly LearnerId[]>;
  /** Adding somebody twice changes nothing. */
  add(workspace: WorkspaceId, learner: LearnerId, by: LearnerId, at: Instant): Promise<void>;
  /** Those who look after the notes: whom managers named, and who has managed the place since then. By name. */
  keepers(workspace: WorkspaceId, managedSince: Instant): Promise<readonly Learner[]>;
  remove(workspace: WorkspaceId, learner: LearnerId): Promise<void>;
}
