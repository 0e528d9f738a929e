import type { PiledCard, StoredCard } from '../../core/card.js';
import { contentHash } from '../../core/hash.js';
import type { CardId, WorkspaceId } from '../../core/ids.js';
import type { CardPair, Decisions, DeckDiff, UnclearCard } from '../../diff/diff-deck.js';
import { withLastNotesText } from '../../diff/hand-edits.js';
import type { ReadNote } from '../../formats/read-source.js';
import type { ReadDeck } from '../../notes/read-deck.js';
import type { ChangedBy, DeckChange, StoredDeck } from '../../store/interfaces/decks.js';
import type { TutorContext } from '../context.js';
import { compareWithOrphans, type DeckComparison } from './compare-with-orphans.js';
import {
  activeCards,
  type DeckInput,
  type FirstComparison,
  findRenamedDecks,
  type GoneDeck,
  saidBy,
} from './deck-inputs.js';
import { collectOrphans } from './orphaned-cards.js';
import { isSamePile, type Takes } from './pile/part-cards.js';

/** How reading one note file would change a workspace. Nothing is stored yet. */
export type DeckPlan = {
  readonly file: string;
  /** The deck's name; the file's where the file gives no deck. */
  readonly name: string;
  /** Empty for a deck whose file is gone. */
  readonly read: ReadDeck;
  readonly isGone: boolean;
  /** Active cards before the change, those of a deck that it takes over included. */
  readonly liveBefore: number;
  /** The deck of this file's former name: its cards move here, and it is left empty. */
  readonly takesOver: StoredDeck | null;
  readonly outcome:
    | {
        readonly kind: 'change';
        readonly change: DeckChange;
        /** With the decisions applied; `unclear` are the open questions. */
        readonly diff: DeckDiff;
        /** All questions, decided ones included. */
        readonly questions: readonly UnclearCard[];
        /** Cards that people edited here and whose notes have changed since: the notes win. */
        readonly superseded: readonly CardPair[];
        /** Doubtful cards that wait for a decision, in the notes' order. */
        readonly waiting: readonly PiledCard[];
        /** Cards that were asked so far and now wait. */
        readonly piled: readonly StoredCard[];
      }
    | { readonly kind: 'unchanged'; readonly cards: number; readonly waiting: readonly PiledCard[] }
    /** The file gives no deck: `read.problems` says why. */
    | { readonly kind: 'unreadable' };
};

export type PlanOptions = {
  /** A person's decisions about unclear cards of any deck. */
  readonly decisions?: Decisions;
  /** For the deck's history. */
  readonly by?: ChangedBy;
  /** Decks whose files are gone: their cards may be in files of other names. */
  readonly gone?: readonly StoredDeck[];
  /** Doubtful cards that somebody accepts. */
  readonly takes?: Takes | null;
};

async function readDeckInput(
  context: TutorContext,
  workspace: WorkspaceId,
  { file, read }: ReadNote,
): Promise<DeckInput> {
  const { decks, pile } = context.store;
  const stored = read.deck === null ? null : await decks.get(workspace, read.deck.id);
  if (stored === null) return { file, read, stored, cards: [], pile: [] };
  const cards = await decks.cards(workspace, stored.id);
  return { file, read, stored, cards, pile: await pile.ofDeck(workspace, stored.id) };
}

function unreadablePlan({ file, read }: DeckInput): DeckPlan {
  const name = read.deck?.name ?? file;
  return {
    file,
    name,
    read,
    isGone: false,
    liveBefore: 0,
    takesOver: null,
    outcome: { kind: 'unreadable' },
  };
}

function planOf(
  side: DeckInput,
  old: GoneDeck | undefined,
  { diff, cards: planned, questions, superseded, doubtful, waiting, piled }: DeckComparison,
  by: ChangedBy | undefined,
): DeckPlan {
  const { file, read, stored, cards } = side;
  if (read.deck === null) return unreadablePlan(side);
  const { id, name, language, source, passages } = read.deck;
  const plan = {
    file,
    name,
    read,
    isGone: false,
    liveBefore: activeCards(cards).length + (old?.live.length ?? 0),
    takesOver: old?.deck ?? null,
  };
  const changes = [diff.added, diff.changed, diff.moved, diff.removed, piled];
  const same = changes.every((some) => some.length === 0) && isSamePile(side.pile, doubtful);
  if (stored?.contentHash === read.contentHash && stored.source === source && same) {
    return { ...plan, outcome: { kind: 'unchanged', cards: planned.length, waiting } };
  }
  const change: DeckChange = {
    deck: { id, name, language, source, contentHash: read.contentHash },
    baseVersion: stored?.version ?? 0,
    text: read.text,
    cards: planned,
    paused: [...diff.removed, ...piled].filter((card) => card.deckId === id).map((card) => card.id),
    passages,
    doubtful,
    ...(by === undefined ? {} : { by }),
  };
  return { ...plan, outcome: { kind: 'change', change, diff, questions, superseded, waiting, piled } };
}

/** The plan without the removed cards that another file now has: they have moved. */
function withoutMovedCards(plan: DeckPlan, taken: ReadonlySet<CardId>): DeckPlan {
  if (plan.outcome.kind !== 'change') return plan;
  const { change, diff } = plan.outcome;
  const removed = diff.removed.filter(({ id }) => !taken.has(id));
  if (removed.length === diff.removed.length) return plan;
  const paused = change.paused.filter((id) => !taken.has(id));
  return {
    ...plan,
    outcome: { ...plan.outcome, change: { ...change, paused }, diff: { ...diff, removed } },
  };
}

/**
 * Compares note files with the workspace, all of them together: a card that moved from one file to another stays the
 * same card, in whichever order the files are read, and so do the cards of a renamed file.
 */
export async function planDecks(
  context: TutorContext,
  workspace: WorkspaceId,
  notes: readonly ReadNote[],
  { decisions = {}, by, gone = [], takes = null }: PlanOptions = {},
): Promise<readonly DeckPlan[]> {
  const sides: DeckInput[] = [];
  for (const note of notes) sides.push(await readDeckInput(context, workspace, note));
  const lost: GoneDeck[] = [];
  for (const deck of gone) lost.push({ deck, live: activeCards(await context.store.decks.cards(workspace, deck.id)) });
  const heirs = findRenamedDecks(sides, lost);
  const comparisons: FirstComparison[] = [];
  for (const input of sides) {
    const renamedFrom = heirs.get(input);
    const before = [...(renamedFrom?.live ?? []), ...input.cards];
    const fresh = saidBy(input);
    const diff = await context.sources.compare(withLastNotesText(before, fresh), fresh);
    comparisons.push({ input, renamedFrom, before, diff });
  }
  const wanted = Object.values(decisions).flatMap((decision) => (decision.kind === 'same' ? [decision.card] : []));
  const pool = await collectOrphans(context, workspace, comparisons, lost, new Set(wanted));
  const sureness = await context.store.workspaces.sureness(workspace);
  const plans: DeckPlan[] = [];
  const taken = new Set<CardId>();
  for (const comparison of comparisons) {
    const settled = await compareWithOrphans(context, workspace, comparison, { pool, decisions, sureness, takes });
    for (const id of settled.taken) {
      pool.delete(id);
      taken.add(id);
    }
    plans.push(planOf(comparison.input, comparison.renamedFrom, settled, by));
  }
  return plans.map((plan) => withoutMovedCards(plan, taken));
}

/** The plan for a deck whose file is gone: its cards are paused, and nobody's progress changes. */
export async function planGone(
  context: TutorContext,
  workspace: WorkspaceId,
  deck: StoredDeck,
  { by, taken = new Set() }: Pick<PlanOptions, 'by'> & { readonly taken?: ReadonlySet<CardId> } = {},
): Promise<DeckPlan> {
  const { version, ...rest } = deck;
  const before = activeCards(await context.store.decks.cards(workspace, deck.id));
  const removed = before.filter(({ id }) => !taken.has(id));
  const hash = contentHash('');
  const read: ReadDeck = { deck: null, text: '', contentHash: hash, problems: [], repair: null };
  const plan = { file: deck.source, name: deck.name, read, isGone: true, liveBefore: before.length, takesOver: null };
  if (deck.contentHash === hash && removed.length === 0)
    return { ...plan, outcome: { kind: 'unchanged', cards: 0, waiting: [] } };
  const change: DeckChange = {
    deck: { ...rest, contentHash: hash },
    baseVersion: version,
    text: '',
    cards: [],
    paused: removed.map(({ id }) => id),
    passages: [],
    doubtful: [],
    ...(by === undefined ? {} : { by }),
  };
  const diff: DeckDiff = { added: [], changed: [], moved: [], removed, unchanged: [], unclear: [], cards: [] };
  return { ...plan, outcome: { kind: 'change', change, diff, questions: [], superseded: [], waiting: [], piled: [] } };
}
