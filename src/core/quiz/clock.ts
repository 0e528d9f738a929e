import type { LearnerId } from '../ids.js';
import { type Instant, instant } from '../local-date.js';
import type { QuizEvent, QuizMode } from './events.js';
import { answersOf, bestAnswer, currentRound, type QuizRound, type QuizState, stillIn } from './state.js';

/** What the clock needs of a question: by choosing there is one try, and less time. */
export type TimedQuestion = { readonly kind: 'choice' | 'claim' | 'typed' };

/** A quiz as the clock sees it. */
export type TimedQuiz = { readonly mode: QuizMode; readonly questions: readonly TimedQuestion[] };

/** What of a quiz is in its channel. */
export type Shown = {
  /** What was shown last, by `stageOf`; `null` before anything was. */
  readonly stage: string | null;
  readonly at: Instant;
  /** How many events there were then. */
  readonly events: number;
};

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** All in milliseconds. */
export const TIMES = {
  /** People join for so long, unless somebody starts it sooner. */
  open: 60 * SECOND,
  /** Between the start and the first question. */
  ready: 4 * SECOND,
  choice: 30 * SECOND,
  claim: 20 * SECOND,
  typed: 45 * SECOND,
  day: 24 * HOUR,
  /** What was answered in time may take so long on its way. */
  grace: 1.5 * SECOND,
  /** The right answer is shown for so long. */
  revealed: 9 * SECOND,
  /** A channel takes about one message or change a second; others write there too. */
  gap: 1.5 * SECOND,
  /** Who has come or answered is shown so much later, so that many are one change. */
  refresh: 2.5 * SECOND,
  refreshDay: 60 * SECOND,
  /** What could not go on for so long, as while the program was away, goes on for nobody. */
  stale: 600 * SECOND,
} as const;

/** Seconds, or hours, left at which a countdown changes. */
const STEPS = [30, 20, 10, 5].map((left) => left * SECOND);
const DAY_STEPS = [12, 6, 3, 1].map((left) => left * HOUR);

/** Where a quiz stands, as a word: what is shown changes with it. */
export function stageOf(state: QuizState): string {
  const { phase } = state;
  const isOfRound = phase === 'asking' || phase === 'revealed';
  return isOfRound ? `${phase}:${currentRound(state)?.round ?? 0}` : phase;
}

/** When the phase ends by itself; `null` for the end. */
export function endOfPhase(state: QuizState): Instant | null {
  switch (state.phase) {
    case 'open':
      return instant(state.since + TIMES.open);
    case 'ready':
      return instant(state.since + TIMES.ready);
    case 'asking':
      return currentRound(state)?.until ?? state.since;
    case 'revealed':
      return instant(state.since + TIMES.revealed);
    case 'ended':
      return null;
  }
}

/** Whether somebody has nothing more to say in a round. */
export function isDone({ kind }: TimedQuestion, round: QuizRound, who: LearnerId): boolean {
  return kind === 'typed' ? bestAnswer(round, who)?.verdict === 'right' : answersOf(round, who).length > 0;
}

/** Whether everybody who may answer has nothing more to say. */
function isComplete({ mode, questions }: TimedQuiz, state: QuizState): boolean {
  const round = currentRound(state);
  const question = questions[round?.round ?? 0];
  const inIt = [...stillIn(mode, state)];
  if (mode === 'day' || round === null || question === undefined || inIt.length === 0) return false;
  return inIt.every((who) => isDone(question, round, who));
}

/** When the quiz goes on. */
function nextMoveAt(quiz: TimedQuiz, state: QuizState): Instant | null {
  const end = endOfPhase(state);
  if (end === null || state.phase !== 'asking') return end;
  return isComplete(quiz, state) ? state.since : instant(end + TIMES.grace);
}

function ask({ mode, questions }: TimedQuiz, round: number, at: Instant): readonly QuizEvent[] {
  const asked = (each: number, ms: number): QuizEvent => ({ kind: 'asked', round: each, at, until: instant(at + ms) });
  if (mode === 'day') return questions.map((_, each) => asked(each, TIMES.day));
  return [asked(round, TIMES[questions[round]?.kind ?? 'choice'])];
}

/** Whether no further question is to be asked: there is none, or one alone is still in it. */
function isOver({ mode, questions }: TimedQuiz, state: QuizState): boolean {
  if (state.rounds.length >= questions.length) return true;
  return mode === 'sudden' && state.players.size > 1 && stillIn(mode, state).size === 1;
}

/** What happens by itself at that moment: nothing, or the step to the next phase. */
export function movesAt(quiz: TimedQuiz, state: QuizState, now: Instant): readonly QuizEvent[] {
  const at = nextMoveAt(quiz, state);
  if (at === null || at > now) return [];
  const end = { kind: 'ended', by: null, at: now } as const;
  if (quiz.mode !== 'day' && now - at > TIMES.stale) return [end];
  switch (state.phase) {
    case 'open':
      return [{ kind: 'started', by: null, at: now }];
    case 'ready':
      return ask(quiz, 0, now);
    case 'asking': {
      const open = state.rounds.filter(({ isRevealed }) => !isRevealed);
      const revealed = open.map(({ round }) => ({ kind: 'revealed', round, at: now }) as const);
      return quiz.mode === 'day' ? [...revealed, end] : revealed;
    }
    case 'revealed':
      return isOver(quiz, state) ? [end] : ask(quiz, state.rounds.length, now);
    case 'ended':
      return [];
  }
}

/** The next moment at which a countdown shows another number. */
function nextStep({ mode }: TimedQuiz, state: QuizState, after: Instant): number {
  const end = endOfPhase(state);
  if (end === null || (state.phase !== 'asking' && state.phase !== 'open')) return Number.POSITIVE_INFINITY;
  const steps = mode === 'day' ? DAY_STEPS : STEPS;
  // A step that is all but now has been shown already.
  return Math.min(...steps.map((left) => end - left).filter((at) => at > after + SECOND / 2));
}

/** When something is to be done for the quiz: it goes on, or what is shown is to change. `null` when all is done. */
export function dueAt(quiz: TimedQuiz, state: QuizState, shown: Shown): Instant | null {
  const earliest = shown.stage === null ? shown.at : shown.at + TIMES.gap;
  if (shown.stage !== stageOf(state)) return instant(earliest);
  const move = nextMoveAt(quiz, state);
  if (move === null) return null;
  const refresh = quiz.mode === 'day' ? TIMES.refreshDay : TIMES.refresh;
  const isNews = state.phase !== 'revealed' && state.events > shown.events;
  const news = isNews ? shown.at + refresh : Number.POSITIVE_INFINITY;
  return instant(Math.max(earliest, Math.min(move, news, nextStep(quiz, state, shown.at))));
}

/** Whether an answer that was given at that moment counts. */
export function isInTime({ until, isRevealed }: QuizRound, at: Instant): boolean {
  return !isRevealed && at <= until + TIMES.grace;
}

/** What happens when somebody opens a quiz: they take part; one for a day begins at once. */
export function openingOf(quiz: TimedQuiz, host: LearnerId, at: Instant): readonly QuizEvent[] {
  if (quiz.mode === 'day') return [{ kind: 'started', by: host, at }, ...ask(quiz, 0, at)];
  return [{ kind: 'joined', by: host, team: quiz.mode === 'teams' ? 'red' : null, at }];
}

/** Whether people can still come: sudden death is fair only to those who are there from the start. */
export function canJoin(mode: QuizMode, { phase }: QuizState): boolean {
  return phase === 'open' || phase === 'ready' || (phase !== 'ended' && mode !== 'sudden');
}
