import type { WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** The vector of a text, kept under the text's SHA-256 in hex. */
export type HashedVector = { readonly hash: string; readonly vector: Float32Array };

/** Embeddings of the notes, so that no text is embedded twice by the same model. */
export interface Vectors {
  /** All that are kept of a workspace. `model` is the embedder's name. */
  load(workspace: WorkspaceId, model: string): Promise<readonly HashedVector[]>;
  /** Those that are there already stay. */
  put(workspace: WorkspaceId, model: string, vectors: readonly HashedVector[], at: Instant): Promise<void>;
  /** Forgets those made before `before` whose texts are not among `keep`. */
  prune(workspace: WorkspaceId, model: string, keep: readonly string[], before: Instant): Promise<void>;
}
