import type { StoredCard } from '../../core/card.js';
import { GRADES, type Grade, qualityOf } from '../../core/grade.js';
import { isHeld } from '../../core/hold.js';
import type { CardId } from '../../core/ids.js';
import { daysBetween, type LocalDate, learningDate } from '../../core/local-date.js';
import { advance, NEW_PROGRESS, type Progress, standing as standingOf } from '../../core/progress.js';
import { nextStep, readSessionLog, type SessionLog, type SessionSummary, summarize } from '../../core/queue.js';
import { comesAgain } from '../../core/sm2.js';
import { dateReview, type Planner } from '../../scheduling/date-review.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { HeldProgress } from '../../store/interfaces/progress.js';
import type { StoredReview } from '../../store/interfaces/reviews.js';
import type { Session } from '../../store/interfaces/sessions.js';
import type { TutorContext } from '../context.js';
import { type Asking, readAsking } from './read-asking.js';
import { type Day, readDay } from './read-day.js';

/** The card that a session asks. */
export type ReviewQuestion = {
  readonly kind: 'question';
  readonly session: Session;
  readonly card: StoredCard;
  readonly deckName: string;
  readonly turn: number;
  /** The card's position in the plan, from 1, and the plan's length. */
  readonly position: number;
  readonly of: number;
  readonly purpose: 'plan' | 'drill';
  readonly asking: Asking;
  /** Whether other cards of the session come after it. */
  readonly isLast: boolean;
  /** The turn of the session's last answer, where it can be taken back. */
  readonly undo: number | null;
};

/** For each grade, the days until the card comes back; 0 is later in this session. */
export type Previews = Readonly<Record<Grade, number>>;

export type SessionEnd = {
  readonly kind: 'done';
  readonly session: Session;
  readonly summary: SessionSummary;
  /** Cards that were met for the first time. */
  readonly learned: number;
  /** Whether a card was not known. */
  readonly hasMissed: boolean;
  /** From the start to the last answer, in whole minutes, at least 1. */
  readonly minutes: number;
  /** What is left: of the session's deck, or of all decks where that has nothing left. */
  readonly day: Day;
  readonly hardest: StoredCard | null;
  /** The turn of the session's last answer, where it can be taken back. */
  readonly undo: number | null;
};

export type ReviewStep = ReviewQuestion | SessionEnd;

type TimedAnswer = Pick<StoredReview, 'turn' | 'cardId' | 'quality' | 'on' | 'at'>;

/** The data from which a session's position follows, beside its plan. */
export type SessionState = {
  readonly log: SessionLog<TimedAnswer>;
  /** The last thing that stands in the log, an answer or a card that was put off. */
  readonly last: Pick<StoredReview, 'turn' | 'on'> | null;
  /** Existing cards of the plan, in any order. */
  readonly cards: readonly HeldProgress[];
  readonly decks: readonly StoredDeck[];
};

/** Reads everything concurrently, since somebody waits for the next card. */
export async function readSessionState({ store }: TutorContext, session: Session): Promise<SessionState> {
  const { workspaceId, learnerId, id, plan } = session;
  const [entries, cards, decks] = await Promise.all([
    store.reviews.inSession(workspaceId, id),
    store.progress.withCards(workspaceId, learnerId, plan),
    store.decks.list(workspaceId),
  ]);
  return { log: readSessionLog(entries), last: standingOf(entries).at(-1) ?? null, cards, decks };
}

/** A session's position, computed only from its plan and the reviews logged under its id. */
export async function readStep(context: TutorContext, learner: Learner, session: Session): Promise<ReviewStep> {
  return stepOf(context, learner, session, await readSessionState(context, session));
}

/** The same for a state that has been read. */
export async function stepOf(
  context: TutorContext,
  learner: Learner,
  session: Session,
  standing: SessionState,
): Promise<ReviewStep> {
  const { log, decks } = standing;
  const askable = askableCards(session, standing, learningDate(context.now, learner.timeZone));
  const step = nextStep(session.plan, log, new Set(askable.keys()));
  const card = step.kind === 'ask' ? askable.get(step.cardId) : undefined;
  if (step.kind === 'done' || card === undefined) return endSession(context, learner, session, standing);
  const deck = decks.find(({ id }) => id === card.deckId);
  const progress = standing.cards.find((each) => each.card.id === card.id)?.progress ?? NEW_PROGRESS;
  return {
    kind: 'question',
    session,
    card,
    deckName: deck?.name ?? card.deckId,
    asking: await readAsking(context, learner, { session, card, deck, progress, purpose: step.purpose }),
    turn: step.turn,
    position: step.position,
    of: session.plan.length,
    purpose: isPractice(session) ? 'drill' : step.purpose,
    isLast: step.left === 1,
    undo: undoableTurn(context, learner, standing),
  };
}

/** Whether no answer of the session moves the schedule. */
export function isPractice({ kind }: Pick<Session, 'kind'>): boolean {
  return kind === 'cram' || kind === 'missed';
}

/** Only answers of the learner's day can be taken back: earlier days are counted already. */
function undoableTurn({ now }: TutorContext, { timeZone }: Learner, { last }: SessionState) {
  return last?.on === learningDate(now, timeZone) ? last.turn : null;
}

/**
 * The cards that a session can still ask. In a review, a card that is neither new nor due has been reviewed in
 * another session since the plan was made, and is not asked again.
 */
function askableCards({ kind }: Session, { log, cards }: SessionState, on: LocalDate): ReadonlyMap<CardId, StoredCard> {
  const answered = new Set(log.answers.map(({ cardId }) => cardId));
  const isOpen = ({ card, progress, hold }: HeldProgress): boolean => {
    if (card.paused || isHeld(hold, on)) return false;
    return kind !== 'review' || answered.has(card.id) || progress.kind === 'new' || progress.due <= on;
  };
  return new Map(cards.filter(isOpen).map(({ card }) => [card.id, card]));
}

async function endSession(
  context: TutorContext,
  learner: Learner,
  session: Session,
  state: SessionState,
): Promise<SessionEnd> {
  const { cards, decks } = state;
  const { answers } = state.log;
  const { store, now } = context;
  await store.sessions.close(session.workspaceId, session.id, now);
  const summary = summarize(answers);
  const deck = session.kind !== 'review' ? undefined : decks.find(({ id }) => id === session.deckId);
  const elapsed = (answers.at(-1)?.at ?? session.startedAt) - (answers[0]?.at ?? session.startedAt);
  return {
    kind: 'done',
    session,
    summary,
    learned: isPractice(session) ? 0 : countLearned(state, learningDate(now, learner.timeZone)),
    hasMissed: answers.some(({ quality }) => quality < 3),
    minutes: Math.max(1, Math.round(elapsed / 60_000)),
    day: await readRest(context, learner, deck),
    hardest: cards.find(({ card }) => card.id === summary.hardest[0])?.card ?? null,
    undo: undoableTurn(context, learner, state),
  };
}

/** Cards of the session whose only review that counts was today. The last one may still be as it was read before it. */
function countLearned({ log, cards }: SessionState, on: LocalDate): number {
  const answered = new Set(log.answers.map(({ cardId }) => cardId));
  const isFirst = ({ progress }: HeldProgress): boolean =>
    progress.kind === 'new' || (progress.reviews === 1 && progress.lastReviewedOn === on);
  return cards.filter((each) => answered.has(each.card.id) && isFirst(each)).length;
}

/** The day of the session's deck, or of all decks where that one has no more cards. */
async function readRest(context: TutorContext, learner: Learner, deck: StoredDeck | undefined): Promise<Day> {
  const all = () => readDay(context, learner, null);
  if (deck === undefined) return all();
  const day = await readDay(context, learner, { deckId: deck.id, name: deck.name });
  const { due, held, fresh, toCome } = day.counts;
  return due + held + fresh + toCome > 0 ? day : all();
}

/**
 * Whether an answer moves the schedule. A card that is asked without being due (in a quiz on one section, in a second
 * session on the same day) is practice: it is logged, but changes neither the schedule nor the leaderboard.
 */
export function purposeOf(asked: 'plan' | 'drill', progress: Progress, on: LocalDate): 'plan' | 'drill' {
  if (asked === 'drill') return 'drill';
  return progress.kind === 'new' || progress.due <= on ? 'plan' : 'drill';
}

/** The effect of each grade, in days from `on`. */
export function previewGrades(
  planner: Planner,
  cardId: CardId,
  asked: 'plan' | 'drill',
  progress: Progress,
  on: LocalDate,
): Previews {
  const purpose = purposeOf(asked, progress, on);
  const days = (grade: Grade): number => {
    const quality = qualityOf(grade);
    if (grade === 'again' || (purpose === 'drill' && comesAgain(quality))) return 0;
    const review = dateReview(planner, progress, { cardId, quality, on, purpose });
    const after = advance(progress, review, planner.scheduler);
    return after.kind === 'new' ? 0 : Math.max(0, daysBetween(on, after.due));
  };
  const [again, hard, good, easy] = GRADES;
  return { again: days(again), hard: days(hard), good: days(good), easy: days(easy) };
}
