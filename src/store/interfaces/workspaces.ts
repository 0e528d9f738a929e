import type { Sureness } from '../../core/doubtful.js';
import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

export interface Workspaces {
  /** Makes the workspace where it is new. Says whether this call made it. */
  ensure(workspace: WorkspaceId, platform: string, at: Instant): Promise<'created' | 'known'>;
  list(): Promise<readonly { readonly id: WorkspaceId; readonly platform: string }[]>;
  /** How sure a card of the notes must be there to be learned before anybody has looked at it. */
  sureness(workspace: WorkspaceId): Promise<Sureness>;
  setSureness(workspace: WorkspaceId, sureness: Sureness): Promise<void>;
}
