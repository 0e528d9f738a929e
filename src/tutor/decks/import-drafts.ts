import { z } from 'zod';
import { cardId, type DraftId, deckId, draftId, learnerId } from '../../core/ids.js';
import type { Decision, Decisions } from '../../diff/diff-deck.js';
import type { SourceFile } from '../../formats/read-source.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import type { DeckPlan } from './plan-decks.js';
import type { Suggested } from './suggest/add-suggested.js';

const payloadSchema = z.object({
  file: z.string(),
  /** Earlier versions stored the file here, before drafts had a table of files. */
  base64: z.string().optional(),
  /** For a change in the program's folder: the deck whose file is gone, and the one that was renamed. */
  folder: z
    .object({
      gone: z.string().transform(deckId).nullable(),
      takesOver: z.string().transform(deckId).nullable(),
    })
    .optional(),
  /** A language model's suggestions for the source when it was sent. */
  suggested: z
    .array(
      z.object({
        file: z.string(),
        passage: z.string(),
        question: z.string(),
        answer: z.string(),
        into: z.enum(['pile', 'deck']),
      }),
    )
    .optional(),
});

const decisionSchema = z.union([
  z.object({ kind: z.literal('same'), card: z.string().transform(cardId) }),
  z.object({ kind: z.literal('new') }),
  /** Withdrawn. */
  z.null(),
]);

const choicesSchema = z.record(z.string(), decisionSchema).nullable();

/** The author of drafts from the folder; no person has this id. */
const FOLDER = learnerId('@folder');

export function isFromFolder({ by }: Draft): boolean {
  return by === FOLDER;
}

type DraftOptions = { readonly key?: string | undefined; readonly suggested?: readonly Suggested[] };

/** Stores a source as a draft that waits for a decision, under a new id or the given one. */
export async function createImportDraft(
  context: TutorContext,
  learner: Learner,
  { file, bytes }: SourceFile,
  { key = context.newId(), suggested = [] }: DraftOptions = {},
): Promise<DraftId> {
  const id = draftId(key);
  const payload = suggested.length === 0 ? { file } : { file, suggested };
  const draft = { id, kind: 'import', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft, bytes);
  return id;
}

/** Stores a change of the notes on disk as a draft that waits for a decision. */
export async function createFolderDraft(
  context: TutorContext,
  workspaceId: Learner['workspaceId'],
  plan: DeckPlan,
  bytes: Uint8Array,
): Promise<DraftId> {
  const id = draftId(context.newId());
  const gone = plan.isGone && plan.outcome.kind === 'change' ? plan.outcome.change.deck.id : null;
  const payload = { file: plan.file, folder: { gone, takesOver: plan.takesOver?.id ?? null } };
  const draft = { id, kind: 'import', payload, by: FOLDER, madeAt: context.now } as const;
  await context.store.drafts.put(workspaceId, draft, bytes);
  return id;
}

/** Withdraws a draft of the folder because the notes on disk have changed again. */
export async function withdrawFolderDraft(
  { store, now }: TutorContext,
  workspaceId: Learner['workspaceId'],
  id: DraftId,
): Promise<void> {
  await store.drafts.decide(workspaceId, id, 'dropped', FOLDER, now);
}

/** A draft of an import; `null` where there is none of this id. */
export async function findDraft({ store }: TutorContext, learner: Learner, id: string): Promise<Draft | null> {
  const draft = await store.drafts.get(learner.workspaceId, draftId(id));
  return draft?.kind === 'import' ? draft : null;
}

function fileOf({ payload }: Draft): string {
  return payloadSchema.parse(payload).file;
}

/** A language model's suggestions for a draft, and where they go. */
export function suggestedOf({ payload }: Draft): readonly Suggested[] {
  return payloadSchema.parse(payload).suggested ?? [];
}

/** The folder's decks that a draft empties or takes over; `undefined` for a person's draft. */
export function folderOf({ payload }: Draft) {
  return payloadSchema.parse(payload).folder;
}

/** A draft's file as it was sent. */
export async function sourceOf({ store }: TutorContext, learner: Learner, { id, payload }: Draft): Promise<SourceFile> {
  const { file, base64 } = payloadSchema.parse(payload);
  if (base64 !== undefined) return { file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
  return { file, bytes: await store.drafts.file(learner.workspaceId, id) };
}

/** The decisions about parts of a draft, without withdrawn ones. */
export function decisionsOf({ choices }: Draft): Decisions {
  const decisions = Object.entries(choicesSchema.parse(choices) ?? {});
  return Object.fromEntries(decisions.flatMap(([part, decision]) => (decision === null ? [] : [[part, decision]])));
}

/** The key, among a draft's choices, for accepting its doubtful cards. No card has this id. */
const ALL_DOUBTFUL = '@pile';

/** Whether the draft's doubtful cards are accepted too. */
export function takesAll(draft: Draft): boolean {
  return decisionsOf(draft)[ALL_DOUBTFUL] !== undefined;
}

/** Stores whether a draft's doubtful cards are accepted, until it is applied. */
export function takeAllInImport(context: TutorContext, learner: Learner, id: string, isTaken: boolean) {
  return chooseInImport(context, learner, id, ALL_DOUBTFUL, isTaken ? { kind: 'new' } : null);
}

/**
 * Stores which stored card an unclear one is, until the draft is applied. It survives a restart.
 *
 * @param card the unclear card's id in the plan
 * @param decision `null` withdraws the decision
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

/** Drafts that wait for a decision, oldest first. */
export async function waitingImports(
  { store }: TutorContext,
  { workspaceId }: Learner,
  limit: number,
): Promise<readonly { readonly id: DraftId; readonly file: string }[]> {
  const drafts = await store.drafts.waiting(workspaceId, 'import', limit);
  return drafts.map((draft) => ({ id: draft.id, file: fileOf(draft) }));
}
