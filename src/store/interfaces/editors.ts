import type { LearnerId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** The people whom a platform's managers let change shared decks. */
export interface Editors {
  has(workspace: WorkspaceId, learner: LearnerId): Promise<boolean>;
  list(workspace: WorkspaceId): Promise<readonly LearnerId[]>;
  /** Adding somebody twice changes nothing. */
  add(workspace: WorkspaceId, learner: LearnerId, by: LearnerId, at: Instant): Promise<void>;
  remove(workspace: WorkspaceId, learner: LearnerId): Promise<void>;
}
