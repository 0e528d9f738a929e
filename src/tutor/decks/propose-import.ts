import type { DraftId } from '../../core/ids.js';
import type { Decision, Decisions, DeckDiff, UnclearCard } from '../../diff/diff-deck.js';
import { asNotes } from '../../formats/cards-as-note.js';
import { MAX_CARDS } from '../../formats/limits.js';
import { isCollection, type ReadSource, type SourceFile } from '../../formats/read-source.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import { Cancelled, type ReadOptions, type TutorContext } from '../context.js';
import { givesCards } from './deck-inputs.js';
import type { DeckVersion } from './import-cards.js';
import {
  createImportDraft,
  decisionsOf,
  findDraft,
  folderOf,
  isFromFolder,
  sourceOf,
  suggestedOf,
  takesAll,
} from './import-drafts.js';
import { NO_PROGRESS_IMPORTED, type ProgressImport } from './import-progress.js';
import { planGone } from './plan-decks.js';
import { applyContent, type ImportPlan, planOfDeck, planSource } from './plan-source.js';
import { readSentFile, SENT_LIMITS, suggestedFor } from './read-sent-file.js';
import { retryWhileStale, STALE } from './retry-while-stale.js';
import { withSuggested } from './suggest/add-suggested.js';
import { applyPlan } from './sync-deck.js';

export type { Decision, Decisions, DeckDiff, ImportPlan, UnclearCard };
export { Cancelled, isCollection, MAX_CARDS, type SourceFile };

/** A waiting proposal with the decisions about its unclear cards. */
export type Proposal = {
  readonly id: DraftId;
  readonly plan: ImportPlan;
  readonly decisions: Decisions;
  /** Whether the doubtful cards are accepted too. */
  readonly takesAll: boolean;
  /** Whether it is a change in the program's folder. */
  readonly isFromFolder: boolean;
  /** Whether the reader of the proposal has sent it. */
  readonly isOwn: boolean;
};

type ProposedImport =
  | ({ readonly kind: 'proposed' } & Proposal)
  /** The decks have all of it already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'too-many'; readonly cards: number }
  /** The notes give no card. */
  | { readonly kind: 'no-cards' }
  /** The source is refused as a whole, with the problem's code. */
  | { readonly kind: 'refused'; readonly code: string };

function sizesOf({ notes, cards }: ImportPlan): readonly number[] {
  return [
    ...notes.map(({ outcome }) => (outcome.kind === 'change' ? outcome.change.cards.length : 0)),
    ...cards.flatMap(({ outcome, merged }) =>
      outcome === 'too-many' ? [merged.live.length + merged.paused.length] : [],
    ),
  ];
}

/**
 * Shows how a source would change the workspace, and stores it as a draft until somebody decides. Nothing else is
 * stored. The reading can be cancelled by the draft's id.
 */
export async function proposeImport(
  context: TutorContext,
  learner: Learner,
  sent: SourceFile,
  options?: ReadOptions,
): Promise<ProposedImport> {
  const read = await readSentFile(context, sent, options);
  if ('code' in read) return { kind: 'refused', code: read.code };
  if (read.tooMany !== null) return { kind: 'too-many', cards: read.tooMany };
  const suggested = await suggestedFor(context, learner, read, options);
  const source = withSuggested(read, suggested);
  const plan = await planSource(context, learner.workspaceId, source, { kind: 'one', learner: learner.id });
  const cards = sizesOf(plan).find((size) => size > MAX_CARDS);
  if (cards !== undefined) return { kind: 'too-many', cards };
  if (plan.cards.length === 0 && !plan.notes.some(({ read }) => givesCards(read))) {
    return source.isNotes ? { kind: 'no-cards' } : { kind: 'refused', code: 'no-cards' };
  }
  if (!plan.changesDecks && plan.progress === 0) return { kind: 'unchanged' };
  const id = await createImportDraft(context, learner, sent, { key: options?.key, suggested });
  return { kind: 'proposed', id, plan, decisions: {}, takesAll: false, isFromFolder: false, isOwn: true };
}

/** The folder's deck whose file is gone, for a draft about it. */
async function goneDeckOf({ store }: TutorContext, learner: Learner, draft: Draft) {
  const gone = folderOf(draft)?.gone;
  return gone ? store.decks.get(learner.workspaceId, gone) : null;
}

async function planOptionsOf({ store, now }: TutorContext, learner: Learner, draft: Draft) {
  const takesOver = folderOf(draft)?.takesOver;
  const renamed = takesOver ? await store.decks.get(learner.workspaceId, takesOver) : null;
  const by = { kind: 'learner', id: learner.id } as const;
  const takes = takesAll(draft) ? ({ mark: { by: learner.id, at: now }, cards: 'all' } as const) : null;
  return { decisions: decisionsOf(draft), by, gone: renamed === null ? [] : [renamed], takes };
}

/** Reads a draft's source; notes of the program's own folder may be of any size. */
async function readDraft(context: TutorContext, learner: Learner, draft: Draft): Promise<ReadSource> {
  const source = await sourceOf(context, learner, draft);
  if (!isFromFolder(draft)) return withSuggested(await context.sources.read(source, SENT_LIMITS), suggestedOf(draft));
  return asNotes(await context.sources.read(source));
}

async function planDraft(context: TutorContext, learner: Learner, draft: Draft): Promise<ImportPlan> {
  const { workspaceId } = learner;
  const options = await planOptionsOf(context, learner, draft);
  const gone = await goneDeckOf(context, learner, draft);
  if (gone !== null) return planOfDeck(await planGone(context, workspaceId, gone, options));
  const source = await readDraft(context, learner, draft);
  return planSource(context, workspaceId, source, { kind: 'one', learner: draft.by }, options);
}

/** How a waiting proposal would change the workspace now; `null` for one that does not wait. */
export async function lookAtImport(context: TutorContext, learner: Learner, id: string): Promise<Proposal | null> {
  const draft = await findDraft(context, learner, id);
  if (draft === null || draft.decision !== null) return null;
  return {
    id: draft.id,
    plan: await planDraft(context, learner, draft),
    decisions: decisionsOf(draft),
    takesAll: takesAll(draft),
    isFromFolder: isFromFolder(draft),
    isOwn: draft.by === learner.id,
  };
}

export type DecidedImport =
  | {
      readonly kind: 'applied';
      /** The plan as it was applied. */
      readonly plan: ImportPlan;
      readonly progress: ProgressImport;
      /** The changes, each of which can be undone. */
      readonly made: readonly DeckVersion[];
    }
  | { readonly kind: 'dropped' }
  /** Somebody has decided before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'gone' }
  /** It changes shared decks, which the person may not do. */
  | { readonly kind: 'not-allowed' };

/** Pauses the cards of a deck whose file is gone. */
async function applyGone(context: TutorContext, learner: Learner, draft: Draft) {
  const by = { kind: 'learner', id: learner.id } as const;
  return retryWhileStale(`the deck of draft ${draft.id}`, async () => {
    const gone = await goneDeckOf(context, learner, draft);
    if (gone === null) return null;
    const plan = await planGone(context, learner.workspaceId, gone, { by });
    const applied = await applyPlan(context, learner.workspaceId, plan);
    if (applied.status === 'stale') return STALE;
    const made = applied.status === 'applied' ? [{ deckId: gone.id, name: gone.name, version: applied.version }] : [];
    return { plan: planOfDeck(plan), progress: NO_PROGRESS_IMPORTED, made };
  });
}

async function applyDraft(context: TutorContext, learner: Learner, draft: Draft) {
  const applied = await applyGone(context, learner, draft);
  if (applied !== null) return applied;
  const options = await planOptionsOf(context, learner, draft);
  const source = await readDraft(context, learner, draft);
  const wanted = source.isNotes ? source.notes : source.notes.filter(({ read }) => givesCards(read));
  const content = { notes: wanted, cards: source.cards };
  const whose = { kind: 'one', learner: draft.by } as const;
  const { notes, cards, progress, made } = await applyContent(context, learner.workspaceId, content, whose, options);
  const plan: ImportPlan = {
    file: source.file,
    isNotes: source.isNotes,
    notes,
    cards,
    progress: 0,
    changesDecks: made.length > 0,
    skipped: 0,
    losses: 0,
  };
  return { plan, progress, made };
}

/** Whether a proposal changes no shared deck, so that its sender may decide about it. */
async function changesNothingShared(context: TutorContext, learner: Learner, draft: Draft): Promise<boolean> {
  return !(await planDraft(context, learner, draft)).changesDecks;
}

/**
 * Applies a proposal to the decks as they are now, or drops it. Progress is imported for its sender alone, whoever
 * applies it and whoever else the file names. People who may not change decks can still drop what they sent, and
 * import their own progress on cards that are here. The decks change before the decision is stored: after a crash in
 * between, deciding again finds nothing left to change.
 */
export async function decideImport(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision: 'accepted' | 'dropped',
  mayChange: boolean,
): Promise<DecidedImport> {
  const { store, now } = context;
  const draft = await findDraft(context, learner, id);
  if (draft === null) return { kind: 'gone' };
  if (draft.decision !== null) return { kind: 'known' };
  const isOwn = draft.by === learner.id;
  const mayDecide =
    mayChange || (isOwn && (decision === 'dropped' || (await changesNothingShared(context, learner, draft))));
  if (!mayDecide) return { kind: 'not-allowed' };
  const applied = decision === 'accepted' ? await applyDraft(context, learner, draft) : null;
  await store.drafts.decide(learner.workspaceId, draft.id, decision, learner.id, now);
  if (isFromFolder(draft)) await store.folderNotes.clearDraft(learner.workspaceId, draft.id);
  return applied === null ? { kind: 'dropped' } : { kind: 'applied', ...applied };
}
