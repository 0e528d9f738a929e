import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** Another name for something that the notes call `meaning`. */
export type Alias = { readonly alias: string; readonly meaning: string };

/** Aliases that a workspace may teach. */
export const MOST_ALIASES = 500;

export interface Aliases {
  /** By name. */
  list(workspace: WorkspaceId): Promise<readonly Alias[]>;
  /** An alias that is known gets the new meaning. `full`: there are `MOST_ALIASES` already, nothing was changed. */
  teach(workspace: WorkspaceId, alias: Alias, at: Instant): Promise<'taught' | 'full'>;
  forget(workspace: WorkspaceId, alias: string): Promise<'forgotten' | 'unknown'>;
}
