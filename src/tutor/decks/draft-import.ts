import { z } from 'zod';
import { cardId, type DraftId, deckId, draftId, learnerId } from '../../core/ids.js';
import type { Decision, Decisions, DeckDiff, UnclearCard } from '../../diff/diff-deck.js';
import type { ChangedBy } from '../../store/interfaces/decks.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { planGone } from './plan-decks.js';
import { applyPlan, type DeckPlan, type NoteFile, planDeck } from './sync-deck.js';

export type { Decision, Decisions, DeckDiff, UnclearCard };

/** Cards of one deck, at most. */
export const MAX_CARDS = 10_000;

export type DraftedImport =
  | ({ readonly kind: 'drafted' } & LookedAtImport)
  /** The notes say what the deck has. */
  | { readonly kind: 'unchanged'; readonly plan: DeckPlan }
  | { readonly kind: 'unreadable'; readonly plan: DeckPlan }
  | { readonly kind: 'too-many'; readonly cards: number };

const payloadSchema = z.object({
  file: z.string(),
  base64: z.string(),
  /** Where the program found a change in its own folder: the deck whose file is gone, the one that was renamed. */
  folder: z
    .object({
      gone: z.string().transform(deckId).nullable(),
      takesOver: z.string().transform(deckId).nullable(),
    })
    .optional(),
});

const decisionSchema = z.union([
  z.object({ kind: z.literal('same'), card: z.string().transform(cardId) }),
  z.object({ kind: z.literal('new') }),
  /** Taken back. */
  z.null(),
]);

const choicesSchema = z.record(z.string(), decisionSchema).nullable();

/** Looks at what notes would change, and keeps them until somebody who may says so. Nothing else is stored. */
export async function draftImport(context: TutorContext, learner: Learner, note: NoteFile): Promise<DraftedImport> {
  const plan = await planDeck(context, learner.workspaceId, note);
  const cards = plan.read.deck?.cards.length ?? 0;
  if (cards > MAX_CARDS) return { kind: 'too-many', cards };
  if (plan.outcome.kind === 'unreadable' || cards === 0) return { kind: 'unreadable', plan };
  if (plan.outcome.kind === 'unchanged') return { kind: 'unchanged', plan };
  const id = draftId(context.newId());
  const payload = { file: note.file, base64: Buffer.from(note.bytes).toString('base64') };
  const draft = { id, kind: 'import', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft);
  return { kind: 'drafted', id, plan, decisions: {}, isFromFolder: false, isOwn: true };
}

/** Who makes the drafts of what changed on disk, and withdraws them. No person has this id. */
const FOLDER = learnerId('@folder');

/** Keeps a change of the notes on disk until somebody who may says so. */
export async function draftFolderChange(
  context: TutorContext,
  workspaceId: Learner['workspaceId'],
  plan: DeckPlan,
  bytes: Uint8Array,
): Promise<DraftId> {
  const id = draftId(context.newId());
  const gone = plan.isGone && plan.outcome.kind === 'change' ? plan.outcome.change.deck.id : null;
  const folder = { gone, takesOver: plan.takesOver?.id ?? null };
  const payload = { file: plan.file, base64: Buffer.from(bytes).toString('base64'), folder };
  await context.store.drafts.put(workspaceId, { id, kind: 'import', payload, by: FOLDER, madeAt: context.now });
  return id;
}

/** Takes one back: the notes on disk say something else by now. */
export async function withdrawFolderDraft(
  { store, now }: TutorContext,
  workspaceId: Learner['workspaceId'],
  id: DraftId,
): Promise<void> {
  await store.drafts.decide(workspaceId, id, 'dropped', FOLDER, now);
}

/** The file of a draft, as it was sent. */
export function readPayload({ payload }: Draft): NoteFile {
  const { file, base64 } = payloadSchema.parse(payload);
  return { file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/** What was said of a draft's parts, and not taken back. */
export function saidOf({ choices }: Draft): Decisions {
  const said = Object.entries(choicesSchema.parse(choices) ?? {});
  return Object.fromEntries(said.flatMap(([card, decision]) => (decision === null ? [] : [[card, decision]])));
}

async function planDraft(context: TutorContext, { workspaceId }: Learner, draft: Draft, by: ChangedBy) {
  const { decks } = context.store;
  const { folder } = payloadSchema.parse(draft.payload);
  const [gone, takesOver] = await Promise.all(
    [folder?.gone, folder?.takesOver].map((id) => (id ? decks.get(workspaceId, id) : null)),
  );
  if (gone) return planGone(context, workspaceId, gone, { by });
  const options = { decisions: saidOf(draft), by, gone: takesOver ? [takesOver] : [] };
  return planDeck(context, workspaceId, readPayload(draft), options);
}

/** A draft that waits, with what was said of its unclear cards. */
export type LookedAtImport = {
  readonly id: string;
  readonly plan: DeckPlan;
  readonly decisions: Decisions;
  /** Whether the program found it in its own folder. */
  readonly isFromFolder: boolean;
  /** Whether whoever looks has sent it. */
  readonly isOwn: boolean;
};

/** What a draft that waits would change by now; `null` for one that does not wait. */
export async function lookAtImport(
  context: TutorContext,
  learner: Learner,
  id: string,
): Promise<LookedAtImport | null> {
  const draft = await context.store.drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'import' || draft.decision !== null) return null;
  const plan = await planDraft(context, learner, draft, { kind: 'learner', id: learner.id });
  return {
    id,
    plan,
    decisions: saidOf(draft),
    isFromFolder: draft.by === FOLDER,
    isOwn: draft.by === learner.id,
  };
}

/**
 * Keeps which stored card an unclear one is, until the notes are applied. It survives a restart.
 *
 * @param card the id that the unclear card has in the plan
 * @param decision `null` takes back what was said
 */
export async function chooseInImport(
  { store }: TutorContext,
  { workspaceId }: Learner,
  id: string,
  card: string,
  decision: Decision | null,
): Promise<'kept' | 'known'> {
  return store.drafts.choose(workspaceId, draftId(id), { [card]: decision });
}

/** Notes that wait for somebody's word, oldest first. */
export async function waitingImports(
  { store }: TutorContext,
  { workspaceId }: Learner,
  limit: number,
): Promise<readonly { readonly id: DraftId; readonly file: string }[]> {
  const drafts = await store.drafts.waiting(workspaceId, 'import', limit);
  return drafts.map(({ id, payload }) => ({ id, file: payloadSchema.parse(payload).file }));
}

export type DecidedImport =
  /** `version` is the one that the deck has now; `null` where there was nothing left to change. */
  | { readonly kind: 'applied'; readonly plan: DeckPlan; readonly version: number | null }
  | { readonly kind: 'dropped' }
  /** Somebody decided before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'gone' }
  /** It changes what others learn, and the person may not. */
  | { readonly kind: 'not-allowed' };

/** How often it is tried again when somebody else changes the deck in between. */
const ATTEMPTS = 5;

async function applyDraft(context: TutorContext, learner: Learner, draft: Draft) {
  for (let attempt = 1; ; attempt += 1) {
    const plan = await planDraft(context, learner, draft, { kind: 'learner', id: learner.id });
    const applied = await applyPlan(context, learner.workspaceId, plan);
    if (applied.status !== 'stale') return { plan, version: applied.status === 'applied' ? applied.version : null };
    if (attempt === ATTEMPTS) throw new Error(`the deck of draft ${draft.id} keeps changing`);
  }
}

/**
 * Applies the notes of a draft, against the deck as it is by now, or drops them. Who may not change decks may still drop
 * what they sent. The deck changes before the decision
 * is written down: after a crash in between, deciding again finds nothing left to change.
 */
export async function decideImport(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision: 'accepted' | 'dropped',
  mayChange: boolean,
): Promise<DecidedImport> {
  const { store, now } = context;
  const draft = await store.drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'import') return { kind: 'gone' };
  if (draft.decision !== null) return { kind: 'known' };
  const isOwn = draft.by === learner.id && decision === 'dropped';
  if (!mayChange && !isOwn) return { kind: 'not-allowed' };
  const applied = decision === 'accepted' ? await applyDraft(context, learner, draft) : null;
  await store.drafts.decide(learner.workspaceId, draft.id, decision, learner.id, now);
  if (draft.by === FOLDER) await store.folderNotes.settle(learner.workspaceId, draft.id);
  return applied === null ? { kind: 'dropped' } : { kind: 'applied', ...applied };
}
