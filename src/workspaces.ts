import { workspaceId } from './core/ids.js';
import type { Logger } from './log.js';
import { type NoteFileProblem, readNotes } from './note-files.js';
import type { TutorContext } from './tutor/context.js';
import { StoreUnavailable } from './tutor/errors.js';
import { type DeckPlan, type NoteFile, syncDeck } from './tutor/sync-deck.js';

export type NotesNews =
  | { readonly kind: 'deck'; readonly plan: DeckPlan }
  | { readonly kind: 'note-problem'; readonly problem: NoteFileProblem };

export type WorkspacesDeps = {
  readonly context: () => TutorContext;
  /** Folder with the notes that every workspace has. */
  readonly flashcardsDir: string;
  readonly logger: Logger;
};

export type Workspaces = {
  /** Brings the notes of the folder into every workspace that is known; tells of one of them. */
  syncAll(shown: string, tell: (news: NotesNews) => void): Promise<void>;
  /** Makes a workspace that is new, with the notes in it. Cheap for one that was prepared before. */
  prepare(id: string): Promise<void>;
};

export function createWorkspaces({ context, flashcardsDir, logger }: WorkspacesDeps): Workspaces {
  const prepared = new Map<string, Promise<void>>();

  /** A note that cannot be stored keeps the others from nothing. */
  async function syncInto(id: string, notes: readonly NoteFile[], tell: (news: NotesNews) => void): Promise<void> {
    for (const note of notes) {
      try {
        tell({ kind: 'deck', plan: await syncDeck(context(), workspaceId(id), note) });
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error;
        logger.error({ err: error, file: note.file, workspace: id }, 'a note could not be stored');
        tell({ kind: 'note-problem', problem: { file: note.file, code: 'unreadable', detail: 'database' } });
      }
    }
  }

  async function make(id: string): Promise<void> {
    const { store, now } = context();
    const [platform = ''] = id.split(':', 1);
    if ((await store.workspaces.ensure(workspaceId(id), platform, now)) === 'known') return;
    const { notes } = await readNotes([flashcardsDir]);
    await syncInto(id, notes, () => {});
  }

  return {
    async syncAll(shown, tell) {
      const { store, now } = context();
      await store.workspaces.ensure(workspaceId(shown), shown.split(':', 1)[0] ?? '', now);
      const { notes, problems } = await readNotes([flashcardsDir]);
      for (const problem of problems) tell({ kind: 'note-problem', problem });
      for (const { id } of await store.workspaces.list()) {
        await syncInto(id, notes, id === shown ? tell : () => {});
        prepared.set(id, Promise.resolve());
      }
    },
    prepare(id) {
      const known = prepared.get(id);
      if (known !== undefined) return known;
      const making = make(id);
      prepared.set(id, making);
      // What failed is tried again by the next event.
      making.catch(() => prepared.delete(id));
      return making;
    },
  };
}
