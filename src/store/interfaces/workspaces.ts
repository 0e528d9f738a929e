import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

export interface Workspaces {
  /** Makes the workspace where it is new. Says whether this call made it. */
  ensure(workspace: WorkspaceId, platform: string, at: Instant): Promise<'created' | 'known'>;
  list(): Promise<readonly { readonly id: WorkspaceId; readonly platform: string }[]>;
}
