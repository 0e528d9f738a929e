import { setImmediate } from 'node:timers/promises';
import type { StoredCard } from '../../core/card.js';
import type { PassageId, WorkspaceId } from '../../core/ids.js';
import { buildLookupInSteps, type Lookup } from '../../lookup/lookup.js';
import type { Store } from '../../store/interfaces/store.js';
import type { Lookups } from '../context.js';

type CachedLookup = { readonly version: string; readonly lookup: Promise<Lookup> };
type CachedCards = { readonly version: number; readonly cards: Promise<readonly StoredCard[]> };
type CachedCounts = { readonly until: number; readonly counts: ReadonlyMap<PassageId, number> };

const FRESH_MS = 60_000;
/** For how many passages questions are counted; the others are asked too rarely to be ranked. */
const MOST_ASKED = 500;

/** A map that keeps the entries put last. */
function createRecentMap<Key, Value>(capacity: number) {
  const entries = new Map<Key, Value>();
  return {
    get: (key: Key) => entries.get(key),
    put(key: Key, value: Value): void {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
    },
    drop(key: Key, value: Value): void {
      if (entries.get(key) === value) entries.delete(key);
    },
  };
}

/**
 * Keeps the indexes of the `capacity` workspaces used last, and the cards of as many decks. Each call asks the store for the deck versions and the
 * aliases, two small queries, so a change made by any replica is seen by the next question.
 */
export function createLookups(store: Pick<Store, 'decks' | 'aliases' | 'questions'>, capacity = 50): Lookups {
  const entries = createRecentMap<WorkspaceId, CachedLookup>(capacity);
  const asked = createRecentMap<WorkspaceId, CachedCounts>(capacity);

  const decks = createRecentMap<string, CachedCards>(capacity);

  async function read(workspace: WorkspaceId) {
    const [stored, aliases] = await Promise.all([store.decks.list(workspace), store.aliases.list(workspace)]);
    return { version: JSON.stringify([stored.map((deck) => `${deck.id}@${deck.version}`), aliases]), aliases };
  }

  return {
    async of(workspace) {
      const { version, aliases } = await read(workspace);
      const known = entries.get(workspace);
      const build = async () => buildLookupInSteps(await store.decks.passages(workspace), { aliases }, setImmediate);
      const entry = known?.version === version ? known : { version, lookup: build() };
      entries.put(workspace, entry);
      try {
        return await entry.lookup;
      } catch (error) {
        // A build that failed because the database was away must not be remembered.
        entries.drop(workspace, entry);
        throw error;
      }
    },
    versionOf: async (workspace) => (await read(workspace)).version,
    async cards(workspace, { id, version }) {
      const key = `${workspace} ${id}`;
      const known = decks.get(key);
      const entry = known?.version === version ? known : { version, cards: store.decks.cards(workspace, id) };
      decks.put(key, entry);
      try {
        return await entry.cards;
      } catch (error) {
        decks.drop(key, entry);
        throw error;
      }
    },
    async askCounts(workspace, now) {
      const known = asked.get(workspace);
      if (known !== undefined && now < known.until) return known.counts;
      const counts = await store.questions.askCounts(workspace, MOST_ASKED);
      asked.put(workspace, { until: now + FRESH_MS, counts });
      return counts;
    },
  };
}
