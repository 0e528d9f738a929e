import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** The vector of a text, stored under the text's SHA-256 in hex. */
export type HashedVector = { readonly hash: string; readonly vector: Float32Array };

/** Embeddings of the notes, so that no model embeds a text twice. */
export interface Vectors {
  /** All vectors of a workspace. `model` is the embedder's name. */
  load(workspace: WorkspaceId, model: string): Promise<readonly HashedVector[]>;
  /** Vectors that are stored already stay. */
  put(workspace: WorkspaceId, model: string, vectors: readonly HashedVector[], at: Instant): Promise<void>;
  /** Deletes vectors made before `before` whose texts are not in `keep`. */
  prune(workspace: WorkspaceId, model: string, keep: readonly string[], before: Instant): Promise<void>;
}
