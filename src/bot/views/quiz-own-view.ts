import type { Form, View } from '../../chat/port.js';
import type { LearnerId, QuizId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { standingsOf } from '../../core/quiz/score.js';
import { currentRound, type QuizRound, stillIn } from '../../core/quiz/state.js';
import type { AnsweredQuiz, HintedQuiz } from '../../tutor/quiz/answer-quiz.js';
import type { JoinedQuiz, SteeredQuiz } from '../../tutor/quiz/join-quiz.js';
import type { Quiz, QuizQuestion } from '../../tutor/quiz/quiz.js';
import type { QuizMisses } from '../../tutor/quiz/quiz-misses.js';
import { button } from '../controls.js';
import { escapeInline, stripMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { noticeView } from './notice-view.js';
import { answerControls, answerLabel, askedBlocks, DAY_ACTIONS } from './quiz-question.js';
import { MODE_WORDS } from './quiz-words.js';

/** What one person alone is told. */
const TITLE = 45;
/** Of what was missed, so many are shown. */
const SHOWN = 10;

/** With a next step: where one stands. */
function withStatus(language: Language, view: View, quiz: { readonly id: QuizId } | null): View {
  return quiz === null ? view : { ...view, controls: [button(say(language, 'quiz.status'), 'quiz.status', [quiz.id])] };
}

/** A choice of an option, as a button says it. */
function upperFirst(language: Language, text: string): string {
  return text.replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(language));
}

/** The command by itself: what a quiz is, and how to begin one. */
export function quizOfferView(language: Language): View {
  const modes = Object.entries(MODE_WORDS).map(([mode, key], at) =>
    button(upperFirst(language, say(language, key)), 'quiz.open', [mode], at === 0 ? 'primary' : 'plain'),
  );
  return {
    title: say(language, 'quiz.offer.title'),
    body: [{ kind: 'text', markdown: say(language, 'quiz.offer') }],
    controls: modes,
    footer: say(language, 'quiz.offer.note'),
  };
}

/** Where nobody else reads along. */
export function quizAloneView(language: Language): View {
  return {
    ...noticeView(language, 'neutral', 'quiz.alone'),
    controls: [button(say(language, 'review.start'), 'review.start', [], 'primary')],
  };
}

/** The host, or anybody who asks: the quiz of this place, and what they can do with it. */
export function quizHereView(language: Language, id: QuizId, key: 'quiz.opened' | 'quiz.busy'): View {
  return {
    ...noticeView(language, key === 'quiz.busy' ? 'neutral' : 'success', key),
    controls: [
      // Whoever opens one is in it.
      ...(key === 'quiz.busy' ? [button(say(language, 'quiz.join'), 'quiz.join', [id], 'primary')] : []),
      button(say(language, 'quiz.stop'), 'quiz.stop', [id], 'danger'),
    ],
  };
}

const JOINED = {
  joined: 'quiz.joined',
  again: 'quiz.joined.again',
  began: 'quiz.began',
  over: 'quiz.over',
} as const satisfies Record<Exclude<JoinedQuiz['kind'], 'gone'>, MessageKey>;

export function joinedView(language: Language, joined: JoinedQuiz): View {
  if (joined.kind === 'gone') return noticeView(language, 'warning', 'quiz.gone');
  const team = 'team' in joined ? joined.team : null;
  const inTeam = team === null ? 'none' : team;
  return withStatus(language, noticeView(language, 'neutral', JOINED[joined.kind], { team: inTeam }), joined.quiz);
}

export function steeredView(
  language: Language,
  steered: SteeredQuiz,
  keys: { readonly done: MessageKey; readonly past: MessageKey },
): View {
  if (steered.kind === 'gone') return noticeView(language, 'warning', 'quiz.gone');
  if (steered.kind === 'not-yours') return noticeView(language, 'warning', 'quiz.not-yours');
  return noticeView(language, 'neutral', keys[steered.kind]);
}

function othersLine(language: Language, { mode, state }: Quiz, round: QuizRound): string {
  const inIt = stillIn(mode, state);
  const answered = new Set(round.answers.map(({ by }) => by).filter((who) => inIt.has(who))).size;
  return say(language, 'quiz.answered', { answered, players: inIt.size });
}

const REFUSED = {
  late: 'quiz.late',
  out: 'quiz.out',
  began: 'quiz.began',
  over: 'quiz.over',
} as const satisfies Record<string, MessageKey>;

/** What became of an answer to a question that others answer too. */
export function answeredView(language: Language, answered: AnsweredQuiz, number: number): View {
  if (answered.kind === 'gone') return noticeView(language, 'warning', 'quiz.gone');
  if (answered.kind !== 'kept' && answered.kind !== 'before') {
    const view = noticeView(language, 'warning', REFUSED[answered.kind], { team: 'none' });
    return withStatus(language, view, answered.quiz);
  }
  const { quiz, question, answer } = answered;
  const round = quiz.state.rounds.find((each) => each.round === number) ?? currentRound(quiz.state);
  const given = escapeInline(shortenLabel(answerLabel(language, question, answer.text), 80));
  const others = round === null ? '' : ` ${othersLine(language, quiz, round)}`;
  const at = { id: quiz.id, round: number, question };
  if (question.kind === 'typed' && answer.verdict !== 'right' && answered.kind === 'kept') {
    const key = answer.verdict === 'partial' ? 'quiz.try.near' : 'quiz.try.again';
    return {
      ...noticeView(language, 'warning', key, { given }),
      controls: answerControls(language, at, { choose: 'quiz.choose', type: 'quiz.type', hint: 'quiz.hint' }),
    };
  }
  const key = answered.kind === 'before' ? 'quiz.first-counts' : question.kind === 'typed' ? 'quiz.right' : 'quiz.kept';
  const view = { ...noticeView(language, 'success', key, { given }) };
  const [first] = view.body;
  const markdown = first?.kind === 'text' ? `${first.markdown}${others}` : others;
  return withStatus(language, { ...view, body: [{ kind: 'text', markdown }] }, quiz);
}

export function quizHintView(
  language: Language,
  hinted: HintedQuiz,
  ref: { id: QuizId; round: number },
  hint: string,
): View {
  if (hinted.kind === 'gone') return noticeView(language, 'warning', 'quiz.gone');
  if (hinted.kind === 'late') return withStatus(language, noticeView(language, 'warning', 'quiz.late'), ref);
  const at = { ...ref, question: hinted.question };
  const [first = '', ...lines] = hint.split('\n').map(escapeInline);
  return {
    body: [
      { kind: 'text', markdown: say(language, 'review.hint', { hint: lines.length === 0 ? first : '' }).trim() },
      ...(lines.length === 0 ? [] : [{ kind: 'list', items: [first, ...lines] } as const]),
    ],
    controls: answerControls(language, at, { choose: 'quiz.choose', type: 'quiz.type', hint: null }),
  };
}

/** Where somebody types their answer. */
export function typeForm(
  language: Language,
  { id, round, question }: { readonly id: QuizId; readonly round: number; readonly question: QuizQuestion | null },
  action: string,
): Form {
  const asked = question === null ? '' : stripMarkdown(question.prompt);
  return {
    title: shortenLabel(say(language, 'quiz.type.form', { round: round + 1 }), TITLE),
    action: { action, args: [id, String(round)] },
    submitLabel: say(language, 'form.send'),
    fields: [
      {
        kind: 'text',
        name: 'answer',
        label: say(language, 'quiz.type'),
        ...(asked === '' ? {} : { hint: shortenLabel(asked, 100) }),
        required: true,
        multiline: false,
        maxLength: 200,
      },
    ],
  };
}

/** The next question of a day's quiz for one person, or that they have answered all. */
export function dayQuestionView(
  language: Language,
  quiz: Quiz,
  round: QuizRound | null,
  notice: MessageKey | null,
): View {
  const head = notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const];
  const question = round === null ? undefined : quiz.questions[round.round];
  if (round === null || question === undefined) {
    return withStatus(language, noticeView(language, 'success', 'quiz.day.done'), quiz);
  }
  const values = { round: round.round + 1, of: quiz.questions.length };
  return {
    body: [
      ...head,
      ...askedBlocks(language, question),
      {
        kind: 'caption',
        text: say(language, 'quiz.caption.shown', values),
        bar: { value: values.round, max: values.of },
      },
    ],
    controls: answerControls(language, { id: quiz.id, round: round.round, question }, DAY_ACTIONS),
  };
}

/** What somebody did not know, offered to their own reviews. */
export function missesView(language: Language, found: QuizMisses): View {
  if (found.kind === 'gone') return noticeView(language, 'warning', 'quiz.gone');
  if (found.kind === 'not-in-it') return noticeView(language, 'neutral', 'quiz.misses.not-in-it');
  const { missed, quiz } = found;
  if (missed.length === 0) return noticeView(language, 'success', 'quiz.misses.none');
  const items = missed.slice(0, SHOWN).map(({ front, back }) => {
    const [asked, answer] = [front, back].map((side) => escapeInline(shortenLabel(stripMarkdown(side), 160)));
    return `**${asked}** ${answer}`;
  });
  return {
    body: [
      { kind: 'text', markdown: say(language, 'quiz.misses', { missed: missed.length }) },
      { kind: 'list', items },
    ],
    controls: [button(say(language, 'quiz.misses.add'), 'quiz.keep', [quiz.id], 'primary')],
  };
}

export function keptMissesView(language: Language, counts: { readonly added: number; readonly already: number }): View {
  return {
    ...noticeView(language, 'success', 'quiz.misses.added', { ...counts }),
    controls: [button(say(language, 'review.start'), 'review.start', [], 'primary')],
  };
}

/** Where one stands, and where the quiz does. */
export function statusView(language: Language, quiz: Quiz | null, who: LearnerId): View {
  if (quiz === null) return noticeView(language, 'warning', 'quiz.gone');
  const { mode, state, questions, id } = quiz;
  const own = standingsOf(mode, state).find(({ learnerId }) => learnerId === who);
  const values = { shown: state.rounds.filter(({ isRevealed }) => isRevealed).length, of: questions.length };
  const body =
    own === undefined
      ? say(language, 'quiz.status.out', values)
      : say(language, 'quiz.status.in', { ...values, points: own.points, rank: own.rank, players: state.players.size });
  return {
    body: [{ kind: 'text', markdown: body }],
    controls: [button(say(language, 'quiz.status'), 'quiz.status', [id])],
  };
}
