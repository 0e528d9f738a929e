import type { QuizId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';
import { canJoin } from '../../core/quiz/clock.js';
import { QUIZ_TEAMS, type QuizEvent, type QuizTeam } from '../../core/quiz/events.js';
import type { QuizState } from '../../core/quiz/state.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type Changed, changeQuiz, GONE, type Gone, type Quiz } from './quiz.js';

/** `again`: they were in it · `began`: it began without them · `over`: it has ended. */
export type JoinedQuiz =
  | Gone
  | { readonly kind: 'joined' | 'again'; readonly quiz: Quiz; readonly team: QuizTeam | null }
  | { readonly kind: 'began' | 'over'; readonly quiz: Quiz };

/** The team with fewer people, red first. */
function smallerTeam({ players }: QuizState): QuizTeam {
  const [red = 0, blue = 0] = QUIZ_TEAMS.map((team) => [...players.values()].filter((of) => of === team).length);
  return blue < red ? 'blue' : 'red';
}

export function joining({ mode, state }: Quiz, { id: by }: Learner, wish: QuizTeam | null, at: Instant): QuizEvent {
  return { kind: 'joined', by, at, team: mode === 'teams' ? (wish ?? smallerTeam(state)) : null };
}

function joinKind({ state, mode }: Quiz, { id }: Learner): JoinedQuiz['kind'] {
  if (state.phase === 'ended') return 'over';
  if (state.players.has(id)) return 'again';
  return canJoin(mode, state) ? 'joined' : 'began';
}

/** Somebody takes part. Whoever is in stays in their team. */
export async function joinQuiz(
  context: TutorContext,
  learner: Learner,
  { quiz: id, team }: { readonly quiz: QuizId; readonly team: QuizTeam | null },
): Promise<JoinedQuiz> {
  const { workspaceId } = learner;
  const changed = await changeQuiz(context, { workspaceId, id }, (quiz) => {
    const outcome = joinKind(quiz, learner);
    return { outcome, events: outcome === 'joined' ? [{ event: joining(quiz, learner, team, context.now) }] : [] };
  });
  if (changed === null || changed.outcome === 'gone') return GONE;
  const { outcome: kind, quiz } = changed;
  if (kind === 'began' || kind === 'over') return { kind, quiz };
  return { kind, quiz, team: quiz.state.players.get(learner.id) ?? null };
}

/** Who asks that a quiz begins or ends, and whether they look after the decks. */
export type QuizSteering = { readonly quiz: QuizId; readonly manages: boolean };

/** `not-yours`: the host may, and whoever looks after the decks · `past`: it has begun, or ended, before. */
export type SteeredQuiz = Gone | { readonly kind: 'done' | 'not-yours' | 'past'; readonly quiz: Quiz };

async function steer(
  context: TutorContext,
  learner: Learner,
  { quiz: id, manages }: QuizSteering,
  { event, isPast }: { readonly event: QuizEvent; readonly isPast: (state: QuizState) => boolean },
): Promise<SteeredQuiz> {
  const { workspaceId } = learner;
  const changed: Changed<'done' | 'not-yours' | 'past'> | null = await changeQuiz(
    context,
    { workspaceId, id },
    ({ state, host }) => {
      if (isPast(state)) return { outcome: 'past', events: [] };
      if (host !== learner.id && !manages) return { outcome: 'not-yours', events: [] };
      return { outcome: 'done', events: [{ event }] };
    },
  );
  return changed === null ? GONE : { kind: changed.outcome, quiz: changed.quiz };
}

/** Asks the first question without waiting longer. */
export function startQuiz(context: TutorContext, learner: Learner, steering: QuizSteering): Promise<SteeredQuiz> {
  const event = { kind: 'started', by: learner.id, at: context.now } as const;
  return steer(context, learner, steering, { event, isPast: ({ phase }) => phase !== 'open' });
}

/** Ends a quiz before its end: points stay as they are. */
export function stopQuiz(context: TutorContext, learner: Learner, steering: QuizSteering): Promise<SteeredQuiz> {
  const event = { kind: 'ended', by: learner.id, at: context.now } as const;
  return steer(context, learner, steering, { event, isPast: ({ phase }) => phase === 'ended' });
}
