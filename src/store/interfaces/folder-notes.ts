import type { DeckId, DraftId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** A workspace's state of one note file of the program's folder. */
export type FolderNote = {
  /** The deck made from the file. */
  readonly deckId: DeckId;
  readonly file: string;
  /** SHA-256, hex, of the text that was handled last; `null` where the file is gone. */
  readonly contentHash: string | null;
  /** The draft made from the file, while it waits for a decision. */
  readonly draft: DraftId | null;
  /** The version that the file gave the deck, until somebody who may change decks has seen the news. */
  readonly news: number | null;
};

export interface FolderNotes {
  /** By deck. */
  list(workspace: WorkspaceId): Promise<readonly FolderNote[]>;
  /** Stores a file's state, replacing that of the same deck. */
  put(workspace: WorkspaceId, note: FolderNote, at: Instant): Promise<void>;
  /** Removes these versions from the news. */
  clearNews(
    workspace: WorkspaceId,
    news: readonly { readonly deckId: DeckId; readonly version: number }[],
  ): Promise<void>;
  /** Removes a draft that no longer waits. */
  clearDraft(workspace: WorkspaceId, draft: DraftId): Promise<void>;
}
