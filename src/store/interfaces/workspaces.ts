import type { Sureness } from '../../core/doubtful.js';
import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import type { SchedulerName } from '../../core/scheduling.js';

export interface Workspaces {
  /** Creates a new workspace. Returns whether this call created it. */
  ensure(workspace: WorkspaceId, platform: string, at: Instant): Promise<'created' | 'known'>;
  list(): Promise<readonly { readonly id: WorkspaceId; readonly platform: string }[]>;
  /** How sure a card must be to be learned before anybody has looked at it. */
  sureness(workspace: WorkspaceId): Promise<Sureness>;
  setSureness(workspace: WorkspaceId, sureness: Sureness): Promise<void>;
  /** The scheduler of new learners, and of those who have not chosen one. */
  scheduler(workspace: WorkspaceId): Promise<SchedulerName>;
  setScheduler(workspace: WorkspaceId, scheduler: SchedulerName): Promise<void>;
}
