import type { Sureness } from '../../core/doubtful.js';
import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

export interface Workspaces {
  /** Creates a new workspace. Returns whether this call created it. */
  ensure(workspace: WorkspaceId, platform: string, at: Instant): Promise<'created' | 'known'>;
  list(): Promise<readonly { readonly id: WorkspaceId; readonly platform: string }[]>;
  /** How sure a card must be to be learned before anybody has looked at it. */
  sureness(workspace: WorkspaceId): Promise<Sureness>;
  setSureness(workspace: WorkspaceId, sureness: Sureness): Promise<void>;
}
