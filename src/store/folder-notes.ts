import { and, asc, eq } from 'drizzle-orm';
import type { Database } from './database.js';
import type { FolderNotes } from './interfaces/folder-notes.js';
import { folderNotes } from './schema.js';

export function createFolderNotes(database: Database): FolderNotes {
  const { deckId, file, contentHash, draftId: draft, news } = folderNotes;
  return {
    list: (workspace) =>
      database.run((db) =>
        db
          .select({ deckId, file, contentHash, draft, news })
          .from(folderNotes)
          .where(eq(folderNotes.workspaceId, workspace))
          .orderBy(asc(deckId)),
      ),
    async put(workspaceId, { deckId: id, draft: draftId, ...note }, seenAt) {
      const row = { ...note, draftId, seenAt };
      await database.run((db) =>
        db
          .insert(folderNotes)
          .values({ workspaceId, deckId: id, ...row })
          .onConflictDoUpdate({ target: [folderNotes.workspaceId, folderNotes.deckId], set: row }),
      );
    },
    async clearDraft(workspace, id) {
      const isIt = and(eq(folderNotes.workspaceId, workspace), eq(draft, id));
      await database.run((db) => db.update(folderNotes).set({ draftId: null }).where(isIt));
    },
    async clearNews(workspace, told) {
      for (const { deckId: id, version } of told) {
        const isIt = and(eq(folderNotes.workspaceId, workspace), eq(deckId, id), eq(news, version));
        await database.run((db) => db.update(folderNotes).set({ news: null }).where(isIt));
      }
    },
  };
}
