import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** What each workspace's installation of the app gave us, sealed by the caller. It may come before the workspace. */
export interface Installations {
  /** Replaces what the workspace had. */
  put(workspace: WorkspaceId, sealed: string, at: Instant): Promise<void>;
  get(workspace: WorkspaceId): Promise<string | null>;
  /** Does nothing where there is none. */
  remove(workspace: WorkspaceId): Promise<void>;
  /** In the order they were installed. */
  list(): Promise<readonly WorkspaceId[]>;
}
