import { type DraftId, draftId, type LearnerId } from '../../core/ids.js';
import type { Problem } from '../../core/problem.js';
import type { ReadCards } from '../../formats/card-file.js';
import { isSentFile, readSentFile } from '../../formats/read-sent-file.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type BroughtProgress, NO_PROGRESS } from './bring-progress.js';
import { MAX_CARDS, readPayload } from './draft-import.js';
import { type CardPlan, importCards, type MadeVersion, planCards } from './import-cards.js';
import { planDecks } from './plan-decks.js';
import { isLoss } from './skipped-lines.js';
import { type DeckPlan, type NoteFile, syncDecks } from './sync-deck.js';

export { isSentFile };

/** What a file of cards, or a zip of notes and files of cards, would change. Nothing is stored yet. */
export type FilesPlan = {
  readonly file: string;
  /** Notes that give cards. */
  readonly notes: readonly DeckPlan[];
  readonly cards: readonly CardPlan[];
  /** Cards of which the file knows how its sender learns them. */
  readonly progress: number;
  /** Whether anything of the shared decks would change. */
  readonly changesDecks: boolean;
  /** Lines and files that gave nothing. */
  readonly skipped: number;
  /** Lines that lost a part of what they say. */
  readonly losses: number;
};

export type DraftedFiles =
  | { readonly kind: 'drafted'; readonly id: DraftId; readonly plan: FilesPlan; readonly isOwn: true }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'too-many'; readonly cards: number }
  /** The whole file is not taken, or there is no card in it; `code` is the problem's. */
  | { readonly kind: 'refused'; readonly code: string };

type Applied = {
  readonly progress: BroughtProgress;
  /** The changes that can be taken back, each by itself. */
  readonly made: readonly MadeVersion[];
};

export type DecidedFiles =
  | ({ readonly kind: 'applied'; readonly plan: FilesPlan } & Applied)
  | { readonly kind: 'dropped' }
  /** Somebody decided before. */
  | { readonly kind: 'known' }
  /** It changes what others learn, and the person may not. */
  | { readonly kind: 'not-allowed' };

type Content = {
  readonly notes: readonly NoteFile[];
  readonly cards: readonly { readonly file: string; readonly read: ReadCards }[];
  readonly problems: readonly Problem[];
};

function recordsOf({ read }: Content['cards'][number], whose: LearnerId): number {
  const records = read.decks.flatMap(({ progress }) =>
    progress.filter(({ learner }) => learner === null || learner.id === whose).flatMap((one) => one.records),
  );
  return records.length;
}

async function planFiles(
  context: TutorContext,
  { workspaceId }: Learner,
  sender: LearnerId,
  file: string,
  content: Content,
): Promise<FilesPlan> {
  const notes = await planDecks(context, workspaceId, content.notes);
  const cards: CardPlan[] = [];
  for (const { read } of content.cards) cards.push(...(await planCards(context, workspaceId, read)));
  const withCards = notes.filter(({ read }) => (read.deck?.cards.length ?? 0) > 0);
  const told = [...content.problems, ...notes.flatMap(({ read }) => read.problems)];
  const losses = told.filter(isLoss).length;
  return {
    file,
    notes: withCards,
    cards,
    progress: content.cards.reduce((sum, each) => sum + recordsOf(each, sender), 0),
    changesDecks: [...withCards.map(({ outcome }) => outcome.kind), ...cards.map(({ outcome }) => outcome)].includes(
      'change',
    ),
    skipped: told.length - losses,
    losses,
  };
}

/** The size of the first deck that is too large, or `null`. */
function tooMany({ notes, cards }: FilesPlan): number | null {
  const sizes = [
    ...notes.map(({ read }) => read.deck?.cards.length ?? 0),
    ...cards.flatMap(({ outcome, merged }) =>
      outcome === 'too-many' ? [merged.live.length + merged.paused.length] : [],
    ),
  ];
  return sizes.find((size) => size > MAX_CARDS) ?? null;
}

/** Looks at what a sent file would change, and keeps it until somebody who may says so. Nothing else is stored. */
export async function draftFiles(context: TutorContext, learner: Learner, sent: NoteFile): Promise<DraftedFiles> {
  const content = await readSentFile(sent.file, sent.bytes);
  const refused = content.problems.find(({ severity }) => severity === 'error');
  if (refused !== undefined) return { kind: 'refused', code: refused.code };
  const plan = await planFiles(context, learner, learner.id, sent.file, content);
  const cards = tooMany(plan);
  if (cards !== null) return { kind: 'too-many', cards };
  if (plan.notes.length + plan.cards.length === 0) return { kind: 'refused', code: 'no-cards' };
  if (!plan.changesDecks && plan.progress === 0) return { kind: 'unchanged' };
  const id = draftId(context.newId());
  const payload = { file: sent.file, base64: Buffer.from(sent.bytes).toString('base64') };
  const draft = { id, kind: 'import', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft);
  return { kind: 'drafted', id, plan, isOwn: true };
}

/** A draft of a file that is read here; `null` for one of notes, and for none. */
async function readDraft({ store }: TutorContext, { workspaceId }: Learner, id: string) {
  const draft = await store.drafts.get(workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'import') return null;
  const note = readPayload(draft);
  return isSentFile(note.file) ? { ...draft, ...note } : null;
}

export type LookedAtFiles =
  | {
      readonly kind: 'waits';
      readonly plan: FilesPlan;
      /** Whether whoever looks has sent it. */
      readonly isOwn: boolean;
    }
  | { readonly kind: 'known' };

/** What a draft would change by now; `null` for one of notes alone, which `lookAtImport` knows. */
export async function lookAtFiles(context: TutorContext, learner: Learner, id: string): Promise<LookedAtFiles | null> {
  const draft = await readDraft(context, learner, id);
  if (draft === null) return null;
  if (draft.decision !== null) return { kind: 'known' };
  const content = await readSentFile(draft.file, draft.bytes);
  const plan = await planFiles(context, learner, draft.by, draft.file, content);
  return { kind: 'waits', plan, isOwn: draft.by === learner.id };
}

async function apply(
  context: TutorContext,
  { workspaceId, id }: Learner,
  sender: LearnerId,
  content: Content,
  plan: FilesPlan,
): Promise<Applied> {
  const by = { kind: 'learner', id } as const;
  const wanted = new Set(plan.notes.map(({ file }) => file));
  const notes = content.notes.filter(({ file }) => wanted.has(file));
  const made: MadeVersion[] = [];
  for (const { plan: synced, version } of await syncDecks(context, workspaceId, notes, { by })) {
    if (synced.outcome.kind !== 'change' || version === null) continue;
    made.push({ deckId: synced.outcome.change.deck.id, name: synced.name, version });
  }
  let total = NO_PROGRESS;
  for (const { file, read } of content.cards) {
    const imported = await importCards(context, workspaceId, file, read, { kind: 'one', learner: sender }, by);
    const { progress } = imported;
    made.push(...imported.made);
    total = { taken: total.taken + progress.taken, kept: total.kept + progress.kept, left: total.left + progress.left };
  }
  return { progress: total, made };
}

/**
 * Applies a draft against the decks as they are by now, or drops it. What its sender knows of the cards comes along for
 * them alone, whoever applies it and whoever else is named in the file. Who may not change decks may still bring their
 * own progress of cards that are here. The decks change before the decision is written down: after a crash in between,
 * deciding again finds nothing left to change. `null` for a draft of notes alone.
 */
export async function decideFiles(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision: 'accepted' | 'dropped',
  mayChange: boolean,
): Promise<DecidedFiles | null> {
  const draft = await readDraft(context, learner, id);
  if (draft === null) return null;
  if (draft.decision !== null) return { kind: 'known' };
  const content = await readSentFile(draft.file, draft.bytes);
  const plan = await planFiles(context, learner, draft.by, draft.file, content);
  const isOwn = draft.by === learner.id && (decision === 'dropped' || !plan.changesDecks);
  if (!mayChange && !isOwn) return { kind: 'not-allowed' };
  const applied = decision === 'accepted' ? await apply(context, learner, draft.by, content, plan) : null;
  await context.store.drafts.decide(learner.workspaceId, draft.id, decision, learner.id, context.now);
  return applied === null ? { kind: 'dropped' } : { kind: 'applied', plan, ...applied };
}
