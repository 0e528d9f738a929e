import { type WorkspaceId, workspaceId } from '../../src/core/ids.js';
import { readNote, type SourceFile } from '../../src/formats/read-source.js';
import type { TutorContext } from '../../src/tutor/context.js';
import { type DeckPlan, type PlanOptions, planDecks } from '../../src/tutor/decks/plan-decks.js';
import { type SyncedDeck, syncDecks } from '../../src/tutor/decks/sync-deck.js';
import { MONDAY_NOON, type World } from './world.js';

export function noteFile(file: string, text: string): SourceFile {
  return { file, bytes: new TextEncoder().encode(text) };
}

/** Reads one note file and compares it with what the workspace has. */
export async function planDeck(
  context: TutorContext,
  workspace: WorkspaceId,
  note: SourceFile,
  options: PlanOptions = {},
): Promise<DeckPlan> {
  const [plan] = await planDecks(context, workspace, [await readNote(note)], options);
  if (plan === undefined) throw new Error('a note file gave no plan');
  return plan;
}

/** Reads one note file into a workspace. */
export async function syncDeck(
  context: TutorContext,
  workspace: WorkspaceId,
  note: SourceFile,
  options: PlanOptions = {},
): Promise<SyncedDeck> {
  const [synced] = await syncDecks(context, workspace, [await readNote(note)], options);
  if (synced === undefined) throw new Error('a note file gave no plan');
  return synced;
}

/** A card as its author writes it, which no reading doubts. */
export function writtenCard(front: string, back: string): string {
  return `Q: ${front}\nA: ${back}\n`;
}

/** Gives a world's workspace one more deck. */
export async function addNotes(world: World, file: string, markdown: string): Promise<void> {
  await syncDeck(world.at(MONDAY_NOON), workspaceId(world.team), noteFile(file, markdown));
}
