import type { WorkspaceId } from '../core/ids.js';
import { buildLookup, type Lookup } from '../lookup/lookup.js';
import type { Decks } from '../store/interfaces/decks.js';

/** The lookup of each workspace's notes, always as fresh as the store. */
export type Lookups = { of(workspace: WorkspaceId): Promise<Lookup> };

type Entry = { readonly versions: string; readonly lookup: Promise<Lookup> };

/**
 * Keeps the indexes of the `capacity` workspaces used last. Each call asks the store for the deck versions, one small
 * query, so a change made by any replica is seen by the next question.
 */
export function createLookups(decks: Pick<Decks, 'list' | 'passages'>, capacity = 50): Lookups {
  const entries = new Map<WorkspaceId, Entry>();

  async function build(workspace: WorkspaceId): Promise<Lookup> {
    return buildLookup(await decks.passages(workspace));
  }

  return {
    async of(workspace) {
      const versions = (await decks.list(workspace)).map((deck) => `${deck.id}@${deck.version}`).join(' ');
      const known = entries.get(workspace);
      const entry = known?.versions === versions ? known : { versions, lookup: build(workspace) };
      entries.delete(workspace);
      entries.set(workspace, entry);
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
      try {
        return await entry.lookup;
      } catch (error) {
        // A build that failed because the database was away must not be remembered.
        if (entries.get(workspace) === entry) entries.delete(workspace);
        throw error;
      }
    },
  };
}
