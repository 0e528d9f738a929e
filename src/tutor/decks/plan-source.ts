import type { WorkspaceId } from '../../core/ids.js';
import type { ReadSource } from '../../formats/read-source.js';
import type { ChangedBy, StoredDeck } from '../../store/interfaces/decks.js';
import type { TutorContext } from '../context.js';
import { givesCards } from './deck-inputs.js';
import { type CardPlan, type DeckVersion, importCards, planCards } from './import-cards.js';
import { countRecords, NO_PROGRESS_IMPORTED, type ProgressImport, type ProgressOwner } from './import-progress.js';
import { type DeckPlan, type PlanOptions, planDecks } from './plan-decks.js';
import { isLoss } from './skipped-lines.js';
import { syncDecks } from './sync-deck.js';

/** The parts of a source that can become decks. */
export type SourceContent = Pick<ReadSource, 'notes' | 'cards'>;

/** How a source would change a workspace. Nothing is stored yet. */
export type ImportPlan = {
  readonly file: string;
  /** Whether the source is one file of notes instead of a collection. */
  readonly isNotes: boolean;
  /** Of a collection, the notes that give cards. */
  readonly notes: readonly DeckPlan[];
  readonly cards: readonly CardPlan[];
  /** How many cards have progress of the sender in the source. */
  readonly progress: number;
  /** Whether it would change any shared deck. */
  readonly changesDecks: boolean;
  /** Lines and files that gave no card. */
  readonly skipped: number;
  /** Lines that lost a part of their text. */
  readonly losses: number;
};

/** The plan for a deck of the folder whose file is gone or renamed. */
export function planOfDeck(plan: DeckPlan): ImportPlan {
  const losses = plan.read.problems.filter(isLoss).length;
  return {
    file: plan.file,
    isNotes: true,
    notes: [plan],
    cards: [],
    progress: 0,
    changesDecks: plan.outcome.kind === 'change',
    skipped: plan.read.problems.length - losses,
    losses,
  };
}

/** Compares the decks of a source with a workspace. */
export async function planContent(
  context: TutorContext,
  workspace: WorkspaceId,
  { notes, cards }: SourceContent,
  options: PlanOptions = {},
): Promise<{ readonly notes: readonly DeckPlan[]; readonly cards: readonly CardPlan[] }> {
  const plans = await planDecks(context, workspace, notes, options);
  const cardPlans: CardPlan[] = [];
  for (const { read } of cards) cardPlans.push(...(await planCards(context, workspace, read)));
  return { notes: plans, cards: cardPlans };
}

/** @param whose the people whose progress would be imported */
export async function planSource(
  context: TutorContext,
  workspace: WorkspaceId,
  source: ReadSource,
  whose: ProgressOwner,
  options: PlanOptions & { readonly gone?: readonly StoredDeck[] } = {},
): Promise<ImportPlan> {
  const planned = await planContent(context, workspace, source, options);
  const notes = source.isNotes ? planned.notes : planned.notes.filter(({ read }) => givesCards(read));
  const losses = source.told.filter(({ problem }) => isLoss(problem)).length;
  const outcomes = [...notes.map(({ outcome }) => outcome.kind), ...planned.cards.map(({ outcome }) => outcome)];
  return {
    file: source.file,
    isNotes: source.isNotes,
    notes,
    cards: planned.cards,
    progress: source.cards.reduce((sum, { read }) => sum + countRecords(read.decks, whose), 0),
    changesDecks: outcomes.includes('change'),
    skipped: source.told.length - losses,
    losses,
  };
}

type AppliedSource = {
  readonly notes: readonly DeckPlan[];
  readonly cards: readonly CardPlan[];
  readonly progress: ProgressImport;
  /** The changes, each of which can be undone. */
  readonly made: readonly DeckVersion[];
};

/** Applies a source to the decks as they are now. Applying it twice changes nothing more. */
export async function applyContent(
  context: TutorContext,
  workspace: WorkspaceId,
  { notes, cards }: SourceContent,
  whose: ProgressOwner,
  { by, ...options }: PlanOptions & { readonly by: ChangedBy },
): Promise<AppliedSource> {
  const made: DeckVersion[] = [];
  const synced = await syncDecks(context, workspace, notes, { ...options, by });
  for (const { plan, version } of synced) {
    if (plan.outcome.kind !== 'change' || version === null) continue;
    made.push({ deckId: plan.outcome.change.deck.id, name: plan.name, version });
  }
  const cardPlans: CardPlan[] = [];
  let total = NO_PROGRESS_IMPORTED;
  for (const { file, read } of cards) {
    const imported = await importCards(context, workspace, file, read, whose, by);
    const { progress } = imported;
    cardPlans.push(...imported.plans);
    made.push(...imported.made);
    total = {
      imported: total.imported + progress.imported,
      alreadyReviewed: total.alreadyReviewed + progress.alreadyReviewed,
      unassigned: total.unassigned + progress.unassigned,
    };
  }
  return { notes: synced.map(({ plan }) => plan), cards: cardPlans, progress: total, made };
}
