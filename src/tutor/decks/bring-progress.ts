import { DEFAULT_LIMITS } from '../../core/day.js';
import { shortHash } from '../../core/hash.js';
import { type CardId, type LearnerId, learnerId, sessionId, type WorkspaceId } from '../../core/ids.js';
import { type Instant, instant, type LocalDate, learningDate } from '../../core/local-date.js';
import type { CardRecord, FileDeck, LearnerRecords } from '../../formats/card-file.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { BroughtCard } from '../../store/interfaces/reviews.js';
import type { TutorContext } from '../context.js';

/**
 * Whose progress a file may bring. `everyone`: of all whom it names, people who are new here included; what names
 * nobody is `owner`'s. `one`: only that learner's, whoever else is in the file.
 */
export type Whose =
  | { readonly kind: 'everyone'; readonly owner: LearnerId | null }
  | { readonly kind: 'one'; readonly learner: LearnerId };

export type BroughtProgress = {
  /** Cards of learners whose plan was taken over. */
  readonly taken: number;
  /** Cards that a learner has reviewed here: what they know here stays. */
  readonly kept: number;
  /** Cards whose progress is nobody's who may bring it. */
  readonly left: number;
};

export const NO_PROGRESS: BroughtProgress = { taken: 0, kept: 0, left: 0 };

function whoseIs({ learner }: LearnerRecords, whose: Whose): LearnerId | null {
  if (whose.kind === 'one') return learner === null || learner.id === whose.learner ? whose.learner : null;
  return learner === null ? whose.owner : learnerId(learner.id);
}

/** Cards of which decks of a file know how somebody learns them who may bring that. */
export function countRecords(decks: readonly FileDeck[], whose: Whose): number {
  const records = decks.flatMap(({ progress }) => progress.filter((one) => whoseIs(one, whose) !== null));
  return records.reduce((sum, one) => sum + one.records.length, 0);
}

/** The learner, made where the file names somebody who is new here. */
function meet(
  { store, now }: TutorContext,
  workspaceId: WorkspaceId,
  id: LearnerId,
  { learner }: LearnerRecords,
): Promise<Learner> {
  const zone = { timeZone: 'UTC', timeZoneFrom: 'assumed' } as const;
  const rest = { language: 'en', daily: { kind: 'off' }, limits: DEFAULT_LIMITS, destination: null } as const;
  return store.learners.ensure({ workspaceId, id, name: learner?.name ?? id, ...zone, ...rest }, now);
}

const NOON_MS = 12 * 3_600_000;

function momentOf(on: LocalDate, at: Instant | undefined, now: Instant): Instant {
  return instant(Math.min(now, at ?? Date.parse(`${on}T00:00:00Z`) + NOON_MS));
}

/** What a record says, without answers of days that have not come. */
function broughtCard({ log, progress }: CardRecord, id: CardId, today: LocalDate, now: Instant): BroughtCard {
  const past = log.filter(({ on }) => on <= today);
  const answers = past.map(({ quality, on, purpose, at }) => ({ quality, on, purpose, at: momentOf(on, at, now) }));
  return { cardId: id, log: answers, progress };
}

async function bringOne(
  context: TutorContext,
  learner: Learner,
  records: readonly CardRecord[],
  idOf: ReadonlyMap<CardId, CardId>,
): Promise<BroughtProgress> {
  const { store, now } = context;
  const today = learningDate(now, learner.timeZone);
  const cards = new Map<CardId, BroughtCard>();
  for (const record of records) {
    const id = idOf.get(record.card);
    if (id !== undefined && !cards.has(id)) cards.set(id, broughtCard(record, id, today, now));
  }
  if (cards.size === 0) return NO_PROGRESS;
  const id = sessionId(`b${shortHash([learner.workspaceId, learner.id, String(now), ...cards.keys()])}`);
  const { workspaceId, id: person } = learner;
  // No review: nobody may be led into it while it is open.
  const rest = { kind: 'quiz', startedAt: now, startedOn: today, endedAt: null } as const;
  await store.sessions.open({ workspaceId, id, learnerId: person, deckId: null, plan: [], ...rest });
  await store.sessions.close(workspaceId, id, now);
  const request = { workspaceId, learnerId: person, sessionId: id, at: now, cards: [...cards.values()] };
  const taken = (await store.reviews.restore(request)).length;
  return { taken, kept: cards.size - taken, left: 0 };
}

/**
 * Takes over what learners know of cards from elsewhere: their answers and their plans, as they are. A card that
 * somebody has reviewed here keeps what it has, so bringing the same file twice changes nothing.
 *
 * @param idOf the ids that the file's cards have in the workspace; what is not in it is passed over
 */
export async function bringProgress(
  context: TutorContext,
  workspace: WorkspaceId,
  progress: readonly LearnerRecords[],
  idOf: ReadonlyMap<CardId, CardId>,
  whose: Whose,
): Promise<BroughtProgress> {
  let total = NO_PROGRESS;
  for (const one of progress) {
    const id = whoseIs(one, whose);
    const brought =
      id === null
        ? { ...NO_PROGRESS, left: one.records.length }
        : await bringOne(context, await meet(context, workspace, id, one), one.records, idOf);
    total = {
      taken: total.taken + brought.taken,
      kept: total.kept + brought.kept,
      left: total.left + brought.left,
    };
  }
  return total;
}
