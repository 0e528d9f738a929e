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

/** What a source says that can become decks. */
export type SourceContent = Pick<ReadSource, 'notes' | 'cards'>;

/** What a source would change in a workspace. Nothing is stored yet. */
export type ImportPlan = {
  readonly file: string;
  /** Whether the source is one file of notes, and no collection. */
  readonly isNotes: boolean;
  /** Of a collection: notes that give cards. */
  readonly notes: readonly DeckPlan[];
  readonly cards: readonly CardPlan[];
  /** Cards of which the source knows how its sender learns them. */
  readonly progress: number;
  /** Whether anything of the shared decks would change. */
  readonly changesDecks: boolean;
  /** Lines and files that gave nothing. */
  readonly skipped: number;
  /** Lines that lost a part of what they say. */
  readonly losses: number;
};

/** The plan of a folder's deck whose file is gone, or of one that has another name: there is no collection. */
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

/** Compares the decks of a source with what a workspace has. */
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

/** @param whose whose progress would come along */
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

export type AppliedSource = {
  readonly notes: readonly DeckPlan[];
  readonly cards: readonly CardPlan[];
  readonly progress: ProgressImport;
  /** The changes that can be taken back, each by itself. */
  readonly made: readonly DeckVersion[];
};

/** Carries out what a source says, against the decks as they are by now. The same again changes nothing. */
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
