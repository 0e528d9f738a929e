import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/**
 * The credentials of each workspace's installation of the app, encrypted by the caller. May precede the workspace.
 */
export interface Installations {
  /** Replaces the workspace's credentials. */
  put(workspace: WorkspaceId, sealed: string, at: Instant): Promise<void>;
  get(workspace: WorkspaceId): Promise<string | null>;
  /** Does nothing where there are none. */
  remove(workspace: WorkspaceId): Promise<void>;
  /** In the order they were installed. */
  list(): Promise<readonly WorkspaceId[]>;
}
