import { z } from 'zod';
import { type DraftId, draftId } from '../../core/ids.js';
import { refOf } from '../../core/short-ref.js';
import { fold } from '../../core/text.js';
import { searchWords } from '../../language/search-words.js';
import type { Alias } from '../../store/interfaces/aliases.js';
import type { Draft } from '../../store/interfaces/drafts.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

export type { Alias };

/** A suggested alias that waits for a decision. */
export type SuggestedAlias = Alias & { readonly id: DraftId; readonly author: string };

const payloadSchema = z.object({ alias: z.string(), meaning: z.string(), author: z.string() });

/** In characters. */
export const LONGEST_NAME = 60;
const UNSTORABLE = /[\p{Cc}\p{Cs}\s]+/gu;

/** Both names as they are kept, or `null` where one has no word, is too long, or both are the same. */
export function readAlias(alias: string, meaning: string): Alias | null {
  const tidy = (text: string) => text.replace(UNSTORABLE, ' ').trim();
  const read = { alias: tidy(alias), meaning: tidy(meaning) };
  const words = [read.alias, read.meaning].map((text) => searchWords(text).join(' '));
  const isName = (text: string, at: number) => words[at] !== '' && text.length <= LONGEST_NAME;
  return [read.alias, read.meaning].every(isName) && words[0] !== words[1] ? read : null;
}

type TaughtAlias =
  /** `leadsTo`: the title that the alias finds by now, or `null` where the notes say nothing of it yet. */
  { readonly kind: 'taught'; readonly alias: Alias; readonly leadsTo: string | null } | { readonly kind: 'full' };

/** Teaches everyone in the workspace another name. The next question knows it. */
export async function teachAlias(context: TutorContext, learner: Learner, alias: Alias): Promise<TaughtAlias> {
  const taught = await context.store.aliases.teach(learner.workspaceId, alias, context.now);
  if (taught === 'full') return { kind: 'full' };
  const lookup = await context.lookups.of(learner.workspaceId);
  return { kind: 'taught', alias, leadsTo: lookup.find(alias.alias).answer?.passage.title ?? null };
}

/** Stores a suggested alias for people who may change the decks. */
export async function suggestAlias(context: TutorContext, learner: Learner, alias: Alias): Promise<void> {
  const payload = { ...alias, author: learner.name };
  const draft = { id: draftId(context.newId()), kind: 'alias', payload, by: learner.id, madeAt: context.now } as const;
  await context.store.drafts.put(learner.workspaceId, draft);
}

function parseSuggestion({ id, payload }: Draft): SuggestedAlias {
  return { id, ...payloadSchema.parse(payload) };
}

/** An alias as a button names it. */
export type ListedAlias = Alias & { readonly ref: string };

export type KnownAliases = {
  /** By name. */
  readonly aliases: readonly ListedAlias[];
  /** Those that have waited longest. */
  readonly suggested: readonly SuggestedAlias[];
  readonly waiting: number;
};

function refOfAlias({ alias }: Alias): string {
  return refOf(fold(alias).trim());
}

/**
 * What is taught, and what others suggest.
 *
 * @param most suggestions to give, at most
 */
export async function readAliases(
  { store }: TutorContext,
  { workspaceId }: Learner,
  most: number,
): Promise<KnownAliases> {
  const [aliases, suggested, waiting] = await Promise.all([
    store.aliases.list(workspaceId),
    store.drafts.waiting(workspaceId, 'alias', most),
    store.drafts.countWaiting(workspaceId, 'alias'),
  ]);
  return {
    aliases: aliases.map((alias) => ({ ...alias, ref: refOfAlias(alias) })),
    suggested: suggested.map(parseSuggestion),
    waiting,
  };
}

export async function findAlias(context: TutorContext, learner: Learner, ref: string): Promise<ListedAlias | null> {
  const aliases = await context.store.aliases.list(learner.workspaceId);
  const found = aliases.find((alias) => refOfAlias(alias) === ref);
  return found === undefined ? null : { ...found, ref };
}

/** Decides a suggestion. The alias comes first: after a crash in between, deciding again finds it taught. */
export async function decideAlias(
  context: TutorContext,
  learner: Learner,
  id: string,
  decision: 'accepted' | 'dropped',
): Promise<'decided' | 'known' | 'full'> {
  const { drafts } = context.store;
  const draft = await drafts.get(learner.workspaceId, draftId(id));
  if (draft === null || draft.kind !== 'alias' || draft.decision !== null) return 'known';
  if (decision === 'accepted' && (await teachAlias(context, learner, parseSuggestion(draft))).kind === 'full')
    return 'full';
  return drafts.decide(learner.workspaceId, draft.id, decision, learner.id, context.now);
}

/** Removes an alias; `null` where it does not exist any more. */
export async function forgetAlias(context: TutorContext, learner: Learner, ref: string): Promise<ListedAlias | null> {
  const { store, now } = context;
  const alias = await findAlias(context, learner, ref);
  if (alias === null) return null;
  const gone = await store.aliases.forget(learner.workspaceId, alias.alias, now);
  return gone === 'forgotten' ? alias : null;
}

/** Restores a removed alias. */
export async function restoreAlias(
  { store }: TutorContext,
  { workspaceId }: Learner,
  ref: string,
): Promise<'restored' | 'unknown' | 'full'> {
  const forgotten = await store.aliases.forgotten(workspaceId);
  const alias = forgotten.find((each) => refOfAlias(each) === ref);
  return alias === undefined ? 'unknown' : store.aliases.restore(workspaceId, alias.alias);
}
