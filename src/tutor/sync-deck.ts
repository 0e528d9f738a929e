import type { WorkspaceId } from '../core/ids.js';
import { type CardPair, type DeckDiff, diffDeck } from '../notes/deck-diff.js';
import { type ReadDeck, readDeck } from '../notes/read-deck.js';
import type { DeckChange } from '../store/interfaces/decks.js';
import type { TutorContext } from './context.js';
import { asNotesSaid, keepEdits } from './keep-edits.js';

export type NoteFile = {
  /** As people should see it in "source": relative to where the notes live. */
  readonly file: string;
  readonly bytes: Uint8Array;
};

/** What reading one note file would change in a workspace. Nothing is stored yet. */
export type DeckPlan = {
  readonly file: string;
  readonly read: ReadDeck;
  readonly outcome:
    | {
        readonly kind: 'change';
        readonly change: DeckChange;
        readonly diff: DeckDiff;
        /** Cards whose words people changed here, and whose notes have other words by now: the notes win. */
        readonly superseded: readonly CardPair[];
      }
    | { readonly kind: 'unchanged'; readonly cards: number }
    /** The file gives no deck: `read.problems` says why. */
    | { readonly kind: 'unreadable' };
};

/** Compares a note file with what the workspace has. */
export async function planDeck(context: TutorContext, workspace: WorkspaceId, note: NoteFile): Promise<DeckPlan> {
  const { decks } = context.store;
  const read = readDeck(note.file, note.bytes);
  if (read.deck === null) return { file: note.file, read, outcome: { kind: 'unreadable' } };
  const { deck, contentHash, text } = read;
  const stored = await decks.get(workspace, deck.id);
  const cards = stored === null ? [] : await decks.cards(workspace, deck.id);
  const kept = keepEdits(cards, diffDeck(asNotesSaid(cards, deck.cards), deck.cards));
  const { diff, superseded } = kept;
  const same = diff.added.length + diff.changed.length + diff.moved.length + diff.removed.length === 0;
  if (stored?.contentHash === contentHash && stored.source === deck.source && same) {
    return { file: note.file, read, outcome: { kind: 'unchanged', cards: deck.cards.length } };
  }
  const change: DeckChange = {
    deck: { id: deck.id, name: deck.name, language: deck.language, source: deck.source, contentHash },
    baseVersion: stored?.version ?? 0,
    text,
    cards: kept.cards,
    paused: diff.removed.map((card) => card.id),
    passages: deck.passages,
  };
  return { file: note.file, read, outcome: { kind: 'change', change, diff, superseded } };
}

/** How often a plan is made again when somebody else changed the deck in between. */
const ATTEMPTS = 5;

/** Plans and applies in one go; two replicas that start at once end with one result. */
export async function syncDeck(context: TutorContext, workspace: WorkspaceId, note: NoteFile): Promise<DeckPlan> {
  for (let attempt = 1; ; attempt += 1) {
    const plan = await planDeck(context, workspace, note);
    if (plan.outcome.kind !== 'change') return plan;
    const result = await context.store.decks.apply(workspace, plan.outcome.change, context.now);
    if (result.status === 'applied') return plan;
    if (attempt === ATTEMPTS) throw new Error(`deck ${plan.outcome.change.deck.id} keeps changing while it is read`);
  }
}
