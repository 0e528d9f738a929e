import { describe, expect, it } from 'vitest';
import { deckId, draftId } from '../../../src/core/ids.js';
import type { FolderNote } from '../../../src/store/interfaces/folder-notes.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { createWorld, minutesAfter, NOW } from './world.js';

export function describeFolderNotes(open: () => OpenStore): void {
  describe('the notes of the folder', () => {
    const note = (id: string, more: Partial<FolderNote> = {}): FolderNote => {
      return { deckId: deckId(id), file: `${id}.md`, contentHash: 'h', draft: null, news: null, ...more };
    };

    it('are known by their deck, each workspace for itself, as they were written down last', async () => {
      const { folderNotes } = open().store;
      const [world, other] = [await createWorld(open()), await createWorld(open())];
      await folderNotes.put(world.workspace, note('b', { news: 2 }), NOW);
      await folderNotes.put(world.workspace, note('a'), NOW);
      const gone = note('b', { file: 'old/b.md', contentHash: null, draft: draftId('d') });
      await folderNotes.put(world.workspace, gone, minutesAfter(1));
      expect(await folderNotes.list(world.workspace)).toEqual([note('a'), gone]);
      expect(await folderNotes.list(other.workspace)).toEqual([]);
    });

    it('are news until they are told, and wait until their draft is settled', async () => {
      const { folderNotes } = open().store;
      const { workspace } = await createWorld(open());
      await folderNotes.put(workspace, note('a', { news: 3 }), NOW);
      await folderNotes.put(workspace, note('b', { draft: draftId('d') }), NOW);
      await folderNotes.put(workspace, note('c', { draft: draftId('d'), contentHash: null }), NOW);
      await folderNotes.clearNews(workspace, [{ deckId: deckId('a'), version: 2 }]);
      expect((await folderNotes.list(workspace))[0]?.news).toBe(3);
      await folderNotes.clearNews(workspace, [{ deckId: deckId('a'), version: 3 }]);
      await folderNotes.clearDraft(workspace, draftId('d'));
      expect(await folderNotes.list(workspace)).toEqual([note('a'), note('b'), note('c', { contentHash: null })]);
    });
  });
}
