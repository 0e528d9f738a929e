import { workspaceId } from '../../src/core/ids.js';
import { syncDeck } from '../../src/tutor/decks/sync-deck.js';
import { MONDAY_NOON, type World } from './world.js';

/** Gives a world's workspace one more deck. */
export async function addNotes(world: World, file: string, markdown: string): Promise<void> {
  await syncDeck(world.at(MONDAY_NOON), workspaceId(world.team), { file, bytes: new TextEncoder().encode(markdown) });
}
