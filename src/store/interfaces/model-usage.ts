import type { WorkspaceId } from '../../core/ids.js';
import type { LocalDate } from '../../core/local-date.js';

/** What tokens are used for; each has a budget of its own. */
export type ModelPurpose = 'answers' | 'embeddings';

/** One budget: a workspace's tokens for one purpose on one day by UTC, since its people live in several zones. */
export type Budget = { readonly workspaceId: WorkspaceId; readonly purpose: ModelPurpose; readonly on: LocalDate };

/** `reserved` tokens belong to running calls, and to calls that ended without being counted. */
type Spending = { readonly used: number; readonly reserved: number };

export interface ModelUsage {
  /**
   * Reserves tokens before a call, all of them or none: used and reserved ones together never exceed the limit, also
   * when calls come at once.
   */
  reserve(budget: Budget, tokens: number, limit: number): Promise<'reserved' | 'spent'>;
  /** After the call: replaces the reserved tokens with the used ones. */
  settle(budget: Budget, reserved: number, used: number): Promise<void>;
  spending(budget: Budget): Promise<Spending>;
}
