import type { DeckId, DraftId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** What a workspace knows of one note file of the program's folder. */
export type FolderNote = {
  /** The deck that the file is. */
  readonly deckId: DeckId;
  readonly file: string;
  /** Of the text that was dealt with last, hex SHA-256; `null` where the file is gone. */
  readonly contentHash: string | null;
  /** The draft that it became, while it waits for somebody's word. */
  readonly draft: DraftId | null;
  /** The version of the deck that it made, until somebody who may change decks has been told. */
  readonly news: number | null;
};

export interface FolderNotes {
  /** By deck. */
  list(workspace: WorkspaceId): Promise<readonly FolderNote[]>;
  /** Writes one down, in the place of what was known of that deck. */
  put(workspace: WorkspaceId, note: FolderNote, at: Instant): Promise<void>;
  /** Says that these versions are no news any more. */
  clearNews(
    workspace: WorkspaceId,
    news: readonly { readonly deckId: DeckId; readonly version: number }[],
  ): Promise<void>;
  /** Says that a draft waits no more. */
  clearDraft(workspace: WorkspaceId, draft: DraftId): Promise<void>;
}
