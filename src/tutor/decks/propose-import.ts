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

/** A proposal that waits, with what was said of its unclear cards. */
export type Proposal = {
  readonly id: DraftId;
  readonly plan: ImportPlan;
  readonly decisions: Decisions;
  /** Whether the doubtful cards are to come along. */
  readonly takesAll: boolean;
  /** Whether the program found it in its own folder. */
  readonly isFromFolder: boolean;
  /** Whether whoever looks has sent it. */
  readonly isOwn: boolean;
};

export type ProposedImport =
  | ({ readonly kind: 'proposed' } & Proposal)
  /** The decks have all of it. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'too-many'; readonly cards: number }
  /** Notes in which there is no card. */
  | { readonly kind: 'no-cards' }
  /** The whole source is not taken; `code` is the problem's. */
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
 * Looks at what a source would change, and keeps it until somebody who may says so. Nothing else is stored. The key by
 * which the reading can be called off is the id of what it becomes.
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

/** The deck of the folder whose file is gone, by a draft that says so. */
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

/** A note of the program's own folder may be of any size. */
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

/** What a proposal that waits would change by now; `null` for one that does not wait. */
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
      /** As it was carried out. */
      readonly plan: ImportPlan;
      readonly progress: ProgressImport;
      /** The changes that can be taken back, each by itself. */
      readonly made: readonly DeckVersion[];
    }
  | { readonly kind: 'dropped' }
  /** Somebody decided before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'gone' }
  /** It changes what others learn, and the person may not. */
  | { readonly kind: 'not-allowed' };

/** A deck whose file is gone: its cards are paused. */
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

/** Whether a proposal changes nothing that others learn: its sender may decide on it then. */
async function changesNothingShared(context: TutorContext, learner: Learner, draft: Draft): Promise<boolean> {
  return !(await planDraft(context, learner, draft)).changesDecks;
}

/**
 * Applies a proposal against the decks as they are by now, or drops it. What its sender knows of the cards comes along
 * for them alone, whoever applies it and whoever else is named in the file. Who may not change decks may still drop what
 * they sent, and bring their own progress of cards that are here. The decks change before the decision is written down:
 * after a crash in between, deciding again finds nothing left to change.
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
