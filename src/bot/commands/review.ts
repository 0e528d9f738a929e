import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import type { UndoRefusal } from '../../core/undo.js';
import { gradeCard } from '../../tutor/review/grade-card.js';
import { openSession } from '../../tutor/review/open-session.js';
import { revealCard } from '../../tutor/review/reveal-card.js';
import { startMore } from '../../tutor/review/start-more.js';
import { PRACTICES, type Practice, startPractice } from '../../tutor/review/start-practice.js';
import { startReview } from '../../tutor/review/start-review.js';
import { undoGrade } from '../../tutor/review/undo-grade.js';
import { gradeArg, moreArg, practiceArg, pressArg, textArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { button } from '../controls.js';
import { understandDeck } from '../deck-words.js';
import { type Call, feature } from '../feature.js';
import { type MessageKey, say, sayAll } from '../messages/say.js';
import { withMissedDaily } from '../missed-daily.js';
import { suggestDecks } from '../suggest-decks.js';
import { gradedView } from '../views/graded-view.js';
import { noticeView } from '../views/notice-view.js';
import { questionView, revealedView, stepView } from '../views/review-view.js';
import { staleView } from '../views/stale-view.js';
import { startView } from '../views/start-view.js';
import { handleBack, handleOther } from './review-aside.js';
import { handleChoice } from './review-choose.js';
import { typedActions, typedSubmissions } from './review-typed.js';
import { WRONG_ACTIONS, WRONG_SUBMISSIONS } from './review-wrong.js';

async function start(call: Call<unknown>, deck: string | null): Promise<View> {
  return withMissedDaily(call, startView(call.language, await startReview(call.context, call.learner, deck)));
}

/** Practises without touching the schedule. */
async function practise(call: Call<unknown>, practice: Practice, deck: string | null): Promise<View> {
  const started = await startPractice(call.context, call.learner, practice, deck);
  if (started.kind !== 'nothing-left' || practice === 'cram') return startView(call.language, started);
  const lead = { kind: 'text', markdown: say(call.language, 'review.practice.none') } as const;
  const view = startView(call.language, started);
  return { ...view, body: [lead, ...view.body] };
}

function run(call: Call<CommandEvent>): Promise<View> {
  const { deck, mode } = call.event.options;
  const asked = deck?.trim() || null;
  const practice = PRACTICES.find((each) => each === mode);
  return practice === undefined ? start(call, asked) : practise(call, practice, asked);
}

/** Starts a session on cards beyond the day's. */
async function more(call: Call<ActionEvent>): Promise<View> {
  const started = await startMore(call.context, call.learner, moreArg(call.event));
  return started.kind === 'stale' ? staleView(call.language, started) : startView(call.language, started);
}

async function show(call: Call<ActionEvent>): Promise<View> {
  const revealed = await revealCard(call.context, call.learner, pressArg(call.event));
  switch (revealed.kind) {
    case 'revealed':
      return revealedView(call.language, revealed);
    case 'stale':
      return staleView(call.language, revealed);
    default:
      return stepView(call.language, revealed, 'review.moved-on');
  }
}

async function hint(call: Call<ActionEvent>): Promise<View> {
  const opened = await openSession(call.context, call.learner, pressArg(call.event));
  switch (opened.kind) {
    case 'current':
      return questionView(call.language, opened.question, { notice: null, hint: true });
    case 'answered':
      return stepView(call.language, opened.step, 'review.moved-on');
    case 'stale':
      return staleView(call.language, opened);
  }
}

async function grade(call: Call<ActionEvent>): Promise<View> {
  const graded = await gradeCard(call.context, call.learner, gradeArg(call.event));
  if (graded.kind === 'stale') return staleView(call.language, graded);
  return gradedView(call.language, graded);
}

const UNDO_REFUSALS = {
  'no-answer': 'review.moved-on',
  known: 'review.undo.known',
  'not-latest': 'review.undo.not-latest',
  'reviewed-since': 'review.undo.reviewed-since',
  'too-late': 'review.undo.too-late',
} as const satisfies Readonly<Record<UndoRefusal, MessageKey>>;

async function undo(call: Call<ActionEvent>): Promise<View> {
  const undone = await undoGrade(call.context, call.learner, pressArg(call.event));
  if (undone.kind === 'stale') return staleView(call.language, undone);
  const notice = undone.kind === 'undone' ? 'review.undone' : UNDO_REFUSALS[undone.reason];
  return stepView(call.language, undone.step, notice);
}

/** There is nothing to save: a session is its plan and the reviews logged so far. */
async function pause(call: Call<ActionEvent>): Promise<View> {
  const { session, turn } = pressArg(call.event);
  return {
    ...noticeView(call.language, 'neutral', 'review.paused'),
    controls: [button(say(call.language, 'review.continue'), 'review.resume', [session, turn], 'primary')],
  };
}

async function resume(call: Call<ActionEvent>): Promise<View> {
  const opened = await openSession(call.context, call.learner, pressArg(call.event));
  switch (opened.kind) {
    case 'current':
      return stepView(call.language, opened.question, null);
    case 'answered':
      return stepView(call.language, opened.step, null);
    case 'stale':
      return staleView(call.language, opened);
  }
}

const PRACTICE_LABELS = {
  cram: 'review.practice.cram',
  missed: 'review.practice.missed',
  'missed-week': 'review.practice.missed-week',
} as const satisfies Readonly<Record<Practice, MessageKey>>;

export const reviewFeature = feature({
  command: commandSpec('review', 'command.review', [
    commandOption('deck', 'command.review.deck', { required: false, suggests: true }),
    commandOption('mode', 'command.review.mode', {
      required: false,
      suggests: false,
      choices: PRACTICES.map((value) => ({ value, label: sayAll(PRACTICE_LABELS[value]) })),
    }),
  ]),
  run: { answer: 'private', handle: run },
  understand: understandDeck,
  actions: {
    'review.start': { answer: 'private', handle: (call) => start(call, null) },
    'review.deck': { answer: 'private', handle: (call) => start(call, textArg(call.event)) },
    'review.practise': { answer: 'private', handle: (call) => practise(call, practiceArg(call.event), null) },
    'review.more': { answer: 'private', handle: more },
    'review.show': { answer: 'replace', reads: 'session', handle: show },
    'review.hint': { answer: 'replace', reads: 'session', handle: hint },
    'review.choose': { answer: 'replace', reads: 'session', handle: handleChoice },
    'review.grade': { answer: 'replace', reads: 'session', handle: grade },
    'review.undo': { answer: 'replace', handle: undo },
    'review.other': { answer: 'replace', handle: handleOther },
    ...WRONG_ACTIONS,
    'review.back': { answer: 'replace', handle: handleBack },
    'review.pause': { answer: 'replace', handle: pause },
    'review.resume': { answer: 'replace', handle: resume },
    ...typedActions,
  },
  submissions: { ...typedSubmissions, ...WRONG_SUBMISSIONS },
  suggest: suggestDecks,
});
