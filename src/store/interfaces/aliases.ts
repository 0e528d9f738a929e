import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** Another name for something that the notes call `meaning`. */
export type Alias = { readonly alias: string; readonly meaning: string };

/** Aliases that a workspace may teach. */
export const MOST_ALIASES = 500;

/** Days for which one that was forgotten can be put back, at least. */
export const FORGOTTEN_DAYS = 30;

export interface Aliases {
  /** By name. */
  list(workspace: WorkspaceId): Promise<readonly Alias[]>;
  /** An alias that is known gets the new meaning. `full`: there are `MOST_ALIASES` already, nothing was changed. */
  teach(workspace: WorkspaceId, alias: Alias, at: Instant): Promise<'taught' | 'full'>;
  forget(workspace: WorkspaceId, alias: string, at: Instant): Promise<'forgotten' | 'unknown'>;
  /** Those that were forgotten and can be put back. */
  forgotten(workspace: WorkspaceId): Promise<readonly Alias[]>;
  /** What was forgotten is known again, with the meaning that it had. `unknown` where it is known, or gone for good. */
  restore(workspace: WorkspaceId, alias: string): Promise<'restored' | 'unknown' | 'full'>;
}
