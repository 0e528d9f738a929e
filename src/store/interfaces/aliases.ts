import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** Another name for what the notes call `meaning`. */
export type Alias = { readonly alias: string; readonly meaning: string };

/** The most aliases of a workspace. */
export const MOST_ALIASES = 500;

/** Days for which a deleted alias can be restored, at least. */
export const FORGOTTEN_DAYS = 30;

export interface Aliases {
  /** By name. */
  list(workspace: WorkspaceId): Promise<readonly Alias[]>;
  /** Adds an alias, or gives a known one the new meaning. `full`: there are `MOST_ALIASES`, and nothing changed. */
  teach(workspace: WorkspaceId, alias: Alias, at: Instant): Promise<'taught' | 'full'>;
  forget(workspace: WorkspaceId, alias: string, at: Instant): Promise<'forgotten' | 'unknown'>;
  /** Deleted aliases that can be restored. */
  forgotten(workspace: WorkspaceId): Promise<readonly Alias[]>;
  /** Restores a deleted alias with its meaning. `unknown`: it is not deleted, or has been deleted for good. */
  restore(workspace: WorkspaceId, alias: string): Promise<'restored' | 'unknown' | 'full'>;
}
