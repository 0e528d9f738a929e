import type { DeckId, DraftId, WorkspaceId } from '../../core/ids.js';
import type { ReadNote, SourceFile } from '../../formats/read-source.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';
import type { FolderNote } from '../../store/interfaces/folder-notes.js';
import type { TutorContext } from '../context.js';
import { type ApprovalReason, approvalReason } from './approval-reason.js';
import { createFolderDraft, withdrawFolderDraft } from './import-drafts.js';
import { type DeckPlan, planDecks, planGone } from './plan-decks.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';
import { applyPlan } from './sync-deck.js';

export type { ApprovalReason };

/** A note of the folder, with its bytes, since it may become a draft. */
export type FolderFile = ReadNote & SourceFile;

/** The program's folder of notes, as it was read. */
export type FolderListing = {
  /** The notes to compare, in their order: all of them, or those that may have changed. */
  readonly notes: readonly FolderFile[];
  /** Every note file that exists, unreadable ones included. */
  readonly files: ReadonlySet<string>;
};

/** The outcome for one file of the folder. */
export type FolderNews =
  | { readonly kind: 'unchanged' | 'unreadable'; readonly plan: DeckPlan }
  | { readonly kind: 'applied'; readonly plan: DeckPlan; readonly version: number }
  | { readonly kind: 'waiting'; readonly plan: DeckPlan; readonly why: ApprovalReason; readonly draft: DraftId }
  /** Handled before: it is waiting, or it was undone, dropped or replaced by notes from elsewhere. */
  | { readonly kind: 'kept'; readonly file: string; readonly name: string; readonly isWaiting: boolean }
  /** Another file gives the same deck. */
  | { readonly kind: 'twice'; readonly file: string; readonly other: string };

type FolderListener = {
  readonly onNews: (news: FolderNews) => void;
  /** Called for a file that could not be stored; the others are still stored, unless this throws. */
  readonly onError: (file: string, error: unknown) => void;
};

const BY_START = { kind: 'start' } as const;

type FolderState = {
  readonly rows: ReadonlyMap<DeckId, FolderNote>;
  readonly decks: ReadonlyMap<DeckId, StoredDeck>;
};

async function readFolderState({ store }: TutorContext, workspace: WorkspaceId): Promise<FolderState> {
  const [rows, decks] = await Promise.all([store.folderNotes.list(workspace), store.decks.list(workspace)]);
  return {
    rows: new Map(rows.map((row) => [row.deckId, row])),
    decks: new Map(decks.map((deck) => [deck.id, deck])),
  };
}

/** The files to compare: one for each deck, without those that were handled. */
function filesToCompare({ notes, files }: FolderListing, { rows, decks }: FolderState, tell: FolderListener['onNews']) {
  const holders = new Map<DeckId, string>();
  for (const { deckId, file, contentHash } of rows.values()) {
    if (contentHash !== null && files.has(file)) holders.set(deckId, file);
  }
  return notes.filter(({ file, read }) => {
    if (read.deck === null) return true;
    const { id, name } = read.deck;
    const other = holders.get(id);
    if (other !== undefined && other !== file) {
      tell({ kind: 'twice', file, other });
      return false;
    }
    holders.set(id, file);
    const row = rows.get(id);
    if (row?.contentHash !== read.contentHash || decks.get(id)?.contentHash === read.contentHash) return true;
    tell({ kind: 'kept', file, name, isWaiting: row.draft !== null });
    return false;
  });
}

/** Decks of the folder whose files are gone, and whose notes have not been replaced since. */
function goneDecks({ notes, files }: FolderListing, { rows, decks }: FolderState): readonly StoredDeck[] {
  const here = new Set(notes.flatMap(({ read }) => (read.deck === null ? [] : [read.deck.id])));
  return [...rows.values()].flatMap((row) => {
    const deck = decks.get(row.deckId);
    const isGone = row.contentHash !== null && !files.has(row.file) && !here.has(row.deckId);
    const isOurs = deck?.contentHash === row.contentHash || row.draft !== null;
    return isGone && isOurs && deck !== undefined ? [deck] : [];
  });
}

function isWorthTelling({ outcome, takesOver }: DeckPlan): boolean {
  if (outcome.kind !== 'change') return false;
  const { added, changed, removed } = outcome.diff;
  const isFirst = outcome.change.baseVersion === 0 && takesOver === null;
  return !isFirst && added.length + changed.length + removed.length > 0;
}

type FileOutcome = {
  readonly plan: DeckPlan;
  readonly deckId: DeckId;
  /** The stored state of the file. */
  readonly row: FolderNote | undefined;
};

/** Records the outcome for a file and withdraws its earlier draft. */
async function recordFile(
  context: TutorContext,
  workspace: WorkspaceId,
  { plan, deckId, row }: FileOutcome,
  { draft, news }: Pick<FolderNote, 'draft' | 'news'>,
): Promise<void> {
  const { folderNotes } = context.store;
  const contentHash = plan.isGone ? null : plan.read.contentHash;
  await folderNotes.put(workspace, { deckId, file: plan.file, contentHash, draft, news }, context.now);
  if (row?.draft) await withdrawFolderDraft(context, workspace, row.draft);
  if (plan.takesOver === null) return;
  const { id, source } = plan.takesOver;
  await folderNotes.put(workspace, { deckId: id, file: source, contentHash: null, draft, news: null }, context.now);
}

/** Applies a plan, or stores it as a draft that needs approval. Returns `null` where somebody else changed the deck. */
async function applyOrPropose(
  context: TutorContext,
  workspace: WorkspaceId,
  plan: DeckPlan,
  bytes: Uint8Array,
  { rows, decks }: FolderState,
): Promise<FolderNews | null> {
  const { outcome, read } = plan;
  const deckId = outcome.kind === 'change' ? outcome.change.deck.id : read.deck?.id;
  if (deckId === undefined || outcome.kind === 'unreadable') return { kind: 'unreadable', plan };
  const row = rows.get(deckId);
  const settling = { plan, deckId, row };
  const news = row?.news ?? null;
  if (outcome.kind === 'unchanged') {
    const isKnown = row?.contentHash === read.contentHash && row.file === plan.file && row.draft === null;
    if (!isKnown) await recordFile(context, workspace, settling, { draft: null, news });
    return { kind: 'unchanged', plan };
  }
  const why = approvalReason(plan, !plan.isGone && decks.get(deckId)?.contentHash === read.contentHash);
  if (why !== null) {
    const draft = await createFolderDraft(context, workspace, plan, bytes);
    await recordFile(context, workspace, settling, { draft, news: null });
    return { kind: 'waiting', plan, why, draft };
  }
  const applied = await applyPlan(context, workspace, plan);
  if (applied.status !== 'applied') return null;
  await recordFile(context, workspace, settling, { draft: null, news: isWorthTelling(plan) ? applied.version : news });
  return { kind: 'applied', plan, version: applied.version };
}

/** One pass. Returns the files whose decks somebody else has changed meanwhile. */
async function syncOnce(
  context: TutorContext,
  workspace: WorkspaceId,
  listing: FolderListing,
  { onNews, onError }: FolderListener,
): Promise<readonly FolderFile[]> {
  const known = await readFolderState(context, workspace);
  const notes = filesToCompare(listing, known, onNews);
  const gone = goneDecks(listing, known);
  const plans = await planDecks(context, workspace, notes, { by: BY_START, gone });
  const again: FolderFile[] = [];
  for (const [index, plan] of plans.entries()) {
    const note = notes[index];
    if (note === undefined) continue;
    try {
      const news = await applyOrPropose(context, workspace, plan, note.bytes, known);
      if (news === null) again.push(note);
      else onNews(news);
    } catch (error) {
      onError(note.file, error);
    }
  }
  const takenOver = new Set(plans.map(({ takesOver }) => takesOver?.id));
  for (const deck of gone) {
    if (takenOver.has(deck.id)) continue;
    try {
      const plan = await planGone(context, workspace, deck, { by: BY_START });
      const news = await applyOrPropose(context, workspace, plan, new Uint8Array(), known);
      if (news !== null && plan.outcome.kind === 'change') onNews(news);
    } catch (error) {
      onError(deck.source, error);
    }
  }
  return again;
}

/**
 * Syncs the notes of the program's folder into a workspace. Clear changes are applied at once; unclear ones, removed files
 * and those that would pause many cards become drafts for people who may change decks. Changes that were undone, dropped
 * or replaced by notes from elsewhere are not applied again until the file changes.
 */
export async function syncFolder(
  context: TutorContext,
  workspace: WorkspaceId,
  listing: FolderListing,
  listener: FolderListener,
): Promise<void> {
  let { notes } = listing;
  try {
    await retryWhileStale('the notes on disk', async () => {
      notes = await syncOnce(context, workspace, { ...listing, notes }, listener);
      return notes.length === 0 ? null : STALE;
    });
  } catch (error) {
    if (notes.length === 0) throw error;
    for (const { file } of notes) listener.onError(file, error);
  }
}
