import type { Card, StoredCard } from '../../core/card.js';
import { contentHash } from '../../core/hash.js';
import type { CardId, DeckId, WorkspaceId } from '../../core/ids.js';
import { fold, slugOf } from '../../core/text.js';
import { type MergedCards, mergeCards } from '../../diff/merge-cards.js';
import type { FileDeck, ReadCards } from '../../formats/card-file.js';
import { passagesOfCards, textOfCards } from '../../formats/card-passages.js';
import { MAX_CARDS } from '../../formats/limits.js';
import type { ChangedBy, DeckChange, StoredDeck } from '../../store/interfaces/decks.js';
import type { TutorContext } from '../context.js';
import { idWithoutNotes, isFromNotes } from './deck-kind.js';
import { importProgress, NO_PROGRESS_IMPORTED, type ProgressImport, type ProgressOwner } from './import-progress.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';

export type { ProgressImport, ProgressOwner };

/** How a deck from a file of cards would change a workspace. Nothing is stored yet. */
export type CardPlan = {
  readonly deckId: DeckId;
  readonly name: string;
  readonly merged: MergedCards;
  readonly outcome: 'change' | 'unchanged' | 'too-many';
  /** How many of the file's cards the workspace has already. */
  readonly known: number;
  /** The workspace's ids of the file's cards, in any deck. */
  readonly idOf: ReadonlyMap<CardId, CardId>;
};

/** A changed deck with the version that the change created. */
export type DeckVersion = { readonly deckId: DeckId; readonly name: string; readonly version: number };

type ImportedCards = {
  readonly plans: readonly CardPlan[];
  /** The changes, each of which can be undone. */
  readonly made: readonly DeckVersion[];
  readonly progress: ProgressImport;
};

const MAX_SLUG = 60;

/** The deck for imported cards without notes. No note file gives this id. */
function cardDeckId({ id, name }: FileDeck): DeckId {
  const slug = slugOf(fold(id ?? name)).slice(0, MAX_SLUG);
  return idWithoutNotes(slug || 'cards');
}

type ImportTarget = {
  readonly id: DeckId;
  readonly stored: StoredDeck | null;
  readonly before: readonly StoredCard[];
  /** The file's cards that are in other decks of the workspace. */
  readonly elsewhere: ReadonlyMap<CardId, CardId>;
};

/**
 * The deck for the file's cards. Only notes change a deck from notes, so new cards of it go into a deck beside it.
 */
async function targetOf(context: TutorContext, workspace: WorkspaceId, deck: FileDeck): Promise<ImportTarget> {
  const { decks } = context.store;
  const elsewhere = new Map<CardId, CardId>();
  let id = deck.id ?? cardDeckId(deck);
  let stored = await decks.get(workspace, id);
  if (stored !== null && isFromNotes(stored)) {
    const { cards, added } = await context.sources.compare(await decks.cards(workspace, id), deck.cards);
    const ids = new Set(added.map((card) => card.id));
    for (const [index, card] of deck.cards.entries()) {
      const match = cards[index];
      if (match !== undefined && !ids.has(match.id)) elsewhere.set(card.id, match.id);
    }
    id = cardDeckId(deck);
    stored = await decks.get(workspace, id);
  }
  const held = await decks.cardsById(
    workspace,
    deck.cards.map((card) => card.id),
  );
  for (const card of held) if (card.deckId !== id && !elsewhere.has(card.id)) elsewhere.set(card.id, card.id);
  return { id, stored, before: stored === null ? [] : await decks.cards(workspace, id), elsewhere };
}

async function planDeck(context: TutorContext, workspace: WorkspaceId, deck: FileDeck) {
  const target = await targetOf(context, workspace, deck);
  const { id, stored, before, elsewhere } = target;
  const fresh = deck.cards.filter((card) => !elsewhere.has(card.id));
  const merged = mergeCards(before, fresh, new Set(deck.paused));
  const same = merged.added.length + merged.changed.length === 0;
  const isTooMany = merged.live.length + merged.paused.length > MAX_CARDS;
  const plan: CardPlan = {
    deckId: id,
    name: stored?.name ?? deck.name,
    merged,
    outcome: isTooMany ? 'too-many' : same ? 'unchanged' : 'change',
    known: deck.cards.length - merged.added.length,
    idOf: new Map([...merged.idOf, ...elsewhere]),
  };
  return { plan, stored };
}

/** Compares the decks of a file with what the workspace has. */
export async function planCards(
  context: TutorContext,
  workspace: WorkspaceId,
  { decks }: Pick<ReadCards, 'decks'>,
): Promise<readonly CardPlan[]> {
  const plans: CardPlan[] = [];
  for (const deck of decks) plans.push((await planDeck(context, workspace, deck)).plan);
  return plans;
}

function toDeckChange(
  file: string,
  deck: FileDeck,
  { plan, stored }: Awaited<ReturnType<typeof planDeck>>,
  by?: ChangedBy,
): DeckChange {
  const { live } = plan.merged;
  const text = textOfCards(live);
  const language = stored?.language ?? deck.language;
  const source = stored?.source ?? (deck.id?.startsWith('@') ? deck.id : file);
  return {
    deck: { id: plan.deckId, name: plan.name, language, source, contentHash: contentHash(text) },
    baseVersion: stored?.version ?? 0,
    text,
    cards: live,
    paused: plan.merged.paused.map((card) => card.id),
    passages: passagesOfCards(live, language),
    ...(by === undefined ? {} : { by }),
  };
}

/** Cards that are paused in the file are stored first and paused by a second change. */
function splitChange(change: DeckChange, merged: MergedCards): readonly DeckChange[] {
  const paused = new Set<Card>(merged.paused);
  const arriving = [...merged.added, ...merged.changed].filter((card) => paused.has(card));
  if (arriving.length === 0) return [change];
  const first = { ...change, cards: [...change.cards, ...arriving] };
  return [first, { ...change, baseVersion: change.baseVersion + 1 }];
}

async function applyDeck(
  context: TutorContext,
  workspace: WorkspaceId,
  file: string,
  deck: FileDeck,
  by?: ChangedBy,
): Promise<{ readonly plan: CardPlan; readonly version: number | null }> {
  return retryWhileStale(`the deck of ${deck.name}`, async () => {
    const planned = await planDeck(context, workspace, deck);
    const { plan } = planned;
    if (plan.outcome !== 'change') return { plan, version: null };
    const steps = splitChange(toDeckChange(file, deck, planned, by), plan.merged);
    const versions: number[] = [];
    for (const step of steps) {
      const applied = await context.store.decks.apply(workspace, step, context.now);
      if (applied.status === 'stale') break;
      versions.push(applied.version);
    }
    if (versions.length === steps.length) {
      return { plan, version: versions.length === 1 ? (versions[0] ?? null) : null };
    }
    return STALE;
  });
}

function sum(a: ProgressImport, b: ProgressImport): ProgressImport {
  return {
    imported: a.imported + b.imported,
    alreadyReviewed: a.alreadyReviewed + b.alreadyReviewed,
    unassigned: a.unassigned + b.unassigned,
  };
}

/**
 * Imports a file of cards: new cards are added, known ones get the file's text, and none is removed. Cards of decks
 * from notes are only matched; new cards of such a deck go into a deck beside it. Progress is imported for cards that
 * the learner has not reviewed here. Importing the same file again changes nothing.
 *
 * @param file the file's name, which is the source of new decks
 * @param by for the history of the decks
 */
export async function importCards(
  context: TutorContext,
  workspace: WorkspaceId,
  file: string,
  { decks }: Pick<ReadCards, 'decks'>,
  whose: ProgressOwner,
  by?: ChangedBy,
): Promise<ImportedCards> {
  const plans: CardPlan[] = [];
  const made: DeckVersion[] = [];
  let progress = NO_PROGRESS_IMPORTED;
  for (const deck of decks) {
    const { plan, version } = await applyDeck(context, workspace, file, deck, by);
    plans.push(plan);
    if (version !== null) made.push({ deckId: plan.deckId, name: plan.name, version });
    if (plan.outcome === 'too-many') continue;
    progress = sum(progress, await importProgress(context, workspace, deck.progress, plan.idOf, whose));
  }
  return { plans, made, progress };
}
