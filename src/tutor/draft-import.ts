import { z } from 'zod';
import { type DraftId, draftId } from '../core/ids.js';
import type { DeckDiff } from '../notes/deck-diff.js';
import type { Draft } from '../store/interfaces/drafts.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';
import { type DeckPlan, type NoteFile, planDeck, syncDeck } from './sync-deck.js';

export type { DeckDiff };

/** Cards of one deck, at most. */
export const MAX_CARDS = 10_000;

export type DraftedImport =
  | { readonly kind: 'drafted'; readonly id: DraftId; readonly plan: DeckPlan }
  /** The notes say what the deck has. */
  | { readonly kind: 'unchanged'; readonly plan: DeckPlan }
  | { readonly kind: 'unreadable'; readonly plan: DeckPlan }
  | { readonly kind: 'too-many'; readonly cards: number };

const payloadSchema = z.object({ file: z.string(), base64: z.string() });

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
  return { kind: 'drafted', id, plan };
}

function noteOf({ payload }: Draft): NoteFile {
  const { file, base64 } = payloadSchema.parse(payload);
  return { file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/** What a draft that waits would change by now; `null` for one that does not wait. */
export async function lookAtImport(context: TutorContext, learner: Learner, id: string): Promise<DeckPlan | null> {
  const draft = await context.store.drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'import' || draft.decision !== null) return null;
  return planDeck(context, learner.workspaceId, noteOf(draft));
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
  | { readonly kind: 'applied'; readonly plan: DeckPlan }
  | { readonly kind: 'dropped' }
  /** Somebody decided before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'gone' };

/**
 * Applies the notes of a draft, against the deck as it is by now, or drops them. The deck changes before the decision
 * is written down: after a crash in between, deciding again finds nothing left to change.
 */
export async function decideImport(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision: 'accepted' | 'dropped',
): Promise<DecidedImport> {
  const { store, now } = context;
  const draft = await store.drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'import') return { kind: 'gone' };
  if (draft.decision !== null) return { kind: 'known' };
  const note = noteOf(draft);
  const plan = decision === 'accepted' ? await syncDeck(context, learner.workspaceId, note) : null;
  await store.drafts.decide(learner.workspaceId, draft.id, decision, learner.id, now);
  return plan === null ? { kind: 'dropped' } : { kind: 'applied', plan };
}
