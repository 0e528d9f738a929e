import { DEFAULT_LIMITS } from '../../core/day.js';
import { shortHash } from '../../core/hash.js';
import { type CardId, type LearnerId, learnerId, sessionId, type WorkspaceId } from '../../core/ids.js';
import { type Instant, instant, type LocalDate, learningDate } from '../../core/local-date.js';
import { DEFAULT_SCHEDULING } from '../../core/scheduling.js';
import type { CardRecord, FileDeck, LearnerRecords } from '../../formats/card-file.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { ImportedProgress } from '../../store/interfaces/reviews.js';
import type { TutorContext } from '../context.js';

/**
 * Whose progress is imported from a file. `everyone`: of all learners in it, new ones included; records without a
 * learner are `owner`'s. `one`: only that learner's.
 */
export type ProgressOwner =
  | { readonly kind: 'everyone'; readonly owner: LearnerId | null }
  | { readonly kind: 'one'; readonly learner: LearnerId };

export type ProgressImport = {
  /** Cards whose plan was imported. */
  readonly imported: number;
  /** Cards that the learner has reviewed here, whose progress stays. */
  readonly alreadyReviewed: number;
  /** Cards whose progress belongs to somebody else. */
  readonly unassigned: number;
};

export const NO_PROGRESS_IMPORTED: ProgressImport = { imported: 0, alreadyReviewed: 0, unassigned: 0 };

function ownerOf({ learner }: LearnerRecords, whose: ProgressOwner): LearnerId | null {
  if (whose.kind === 'one') return learner === null || learner.id === whose.learner ? whose.learner : null;
  return learner === null ? whose.owner : learnerId(learner.id);
}

/** How many records of progress would be imported. */
export function countRecords(decks: readonly FileDeck[], whose: ProgressOwner): number {
  const records = decks.flatMap(({ progress }) => progress.filter((one) => ownerOf(one, whose) !== null));
  return records.reduce((sum, one) => sum + one.records.length, 0);
}

/** The learner, created where the file names a new one. */
function ensureLearner(
  { store, now }: TutorContext,
  workspaceId: WorkspaceId,
  id: LearnerId,
  { learner }: LearnerRecords,
): Promise<Learner> {
  const zone = { timeZone: 'UTC', timeZoneFrom: 'assumed' } as const;
  const rest = {
    language: 'en',
    daily: { kind: 'off' },
    destination: null,
    questionKind: 'mixed',
    managedAt: null,
  } as const;
  const name = learner?.name ?? id;
  const wishes = { limits: DEFAULT_LIMITS, scheduling: DEFAULT_SCHEDULING };
  return store.learners.ensure({ workspaceId, id, name, ...wishes, ...zone, ...rest }, now);
}

const NOON_MS = 12 * 3_600_000;

function reviewInstant(on: LocalDate, at: Instant | undefined, now: Instant): Instant {
  return instant(Math.min(now, at ?? Date.parse(`${on}T00:00:00Z`) + NOON_MS));
}

/** The progress of a record, without answers on future days. */
function toImportedProgress(
  { log, progress }: CardRecord,
  id: CardId,
  today: LocalDate,
  now: Instant,
): ImportedProgress {
  const past = log.filter(({ on }) => on <= today);
  const answers = past.map(({ quality, on, purpose, proof = 'self', at }) => ({
    quality,
    on,
    purpose,
    proof,
    at: reviewInstant(on, at, now),
  }));
  return { cardId: id, log: answers, progress };
}

async function importLearnerProgress(
  context: TutorContext,
  learner: Learner,
  records: readonly CardRecord[],
  idOf: ReadonlyMap<CardId, CardId>,
): Promise<ProgressImport> {
  const { store, now } = context;
  const today = learningDate(now, learner.timeZone);
  const cards = new Map<CardId, ImportedProgress>();
  for (const record of records) {
    const id = idOf.get(record.card);
    if (id !== undefined && !cards.has(id)) cards.set(id, toImportedProgress(record, id, today, now));
  }
  if (cards.size === 0) return NO_PROGRESS_IMPORTED;
  const id = sessionId(`b${shortHash([learner.workspaceId, learner.id, String(now), ...cards.keys()])}`);
  const { workspaceId, id: person } = learner;
  // The session is a quiz, since an open review would be continued.
  const rest = { kind: 'quiz', startedAt: now, startedOn: today, endedAt: null } as const;
  await store.sessions.open({ workspaceId, id, learnerId: person, deckId: null, plan: [], ...rest });
  await store.sessions.close(workspaceId, id, now);
  const request = { workspaceId, learnerId: person, sessionId: id, at: now, cards: [...cards.values()] };
  const imported = (await store.reviews.restore(request)).length;
  return { imported, alreadyReviewed: cards.size - imported, unassigned: 0 };
}

/**
 * Imports learners' answers and plans unchanged. Cards that a learner has reviewed here keep their progress, so
 * importing the same file twice changes nothing.
 *
 * @param idOf the workspace's ids of the file's cards; other cards are ignored
 */
export async function importProgress(
  context: TutorContext,
  workspace: WorkspaceId,
  progress: readonly LearnerRecords[],
  idOf: ReadonlyMap<CardId, CardId>,
  whose: ProgressOwner,
): Promise<ProgressImport> {
  let total = NO_PROGRESS_IMPORTED;
  for (const one of progress) {
    const id = ownerOf(one, whose);
    const brought =
      id === null
        ? { ...NO_PROGRESS_IMPORTED, unassigned: one.records.length }
        : await importLearnerProgress(context, await ensureLearner(context, workspace, id, one), one.records, idOf);
    total = {
      imported: total.imported + brought.imported,
      alreadyReviewed: total.alreadyReviewed + brought.alreadyReviewed,
      unassigned: total.unassigned + brought.unassigned,
    };
  }
  return total;
}
