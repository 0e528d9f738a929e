import type { WorkspaceId } from '../../core/ids.js';
import type { LocalDate } from '../../core/local-date.js';

/** What tokens are used for; each has a budget of its own. */
export type ModelPurpose = 'answers' | 'embeddings';

/** One budget: a workspace's tokens for one purpose on one day by UTC, since its people live in several zones. */
export type Budget = { readonly workspaceId: WorkspaceId; readonly purpose: ModelPurpose; readonly on: LocalDate };

/** `reserved` belongs to calls that run, or that ended without anybody counting. */
export type Spending = { readonly used: number; readonly reserved: number };

export interface ModelUsage {
  /**
   * Sets tokens aside before a call, all of them or none: used and reserved ones together never pass the limit, however
   * many ask at once.
   */
  reserve(budget: Budget, tokens: number, limit: number): Promise<'reserved' | 'spent'>;
  /** After the call: what was set aside gives way to what was used. */
  settle(budget: Budget, reserved: number, used: number): Promise<void>;
  spending(budget: Budget): Promise<Spending>;
}
