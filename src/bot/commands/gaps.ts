import type { ActionEvent, CommandEvent, Form, SubmitEvent, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import {
  answerGap,
  dropGap,
  fillGap,
  findGap,
  namesOfWaiting,
  readGaps,
  restoreGap,
} from '../../tutor/ask/close-gap.js';
import { wantAnswer } from '../../tutor/ask/rate-answer.js';
import { pageArg, questionArg, questionOfPage } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import {
  droppedGapNotice,
  filledGapView,
  gapForm,
  gapsOn,
  gapsView,
  noteForm,
  writtenNoteView,
} from '../views/gaps-view.js';
import type { Notice } from '../views/notice.js';
import { noticeView } from '../views/notice-view.js';

async function show(call: Call<CommandEvent | ActionEvent>, page: number, notice: Notice | null = null): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'gaps.not-allowed');
  const gaps = await readGaps(context, learner);
  const names = await namesOfWaiting(context, learner, gapsOn(gaps, page));
  return gapsView(language, { gaps, page, names }, notice);
}

async function write({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const id = questionArg(event);
  return gapForm(language, (await findGap(context, learner, id)) ?? { id, text: '' });
}

async function save(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const front = event.values.front?.trim() ?? '';
  const back = event.values.back?.trim() ?? '';
  if (front === '' || back === '') return noticeView(language, 'warning', 'card.blank');
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'gaps.not-allowed');
  const card = { front, back, deckName: say(language, 'card.deck') };
  return filledGapView(language, await fillGap(context, learner, questionArg(event), card), card);
}

async function writeNote({ context, learner, language, event }: Call<ActionEvent>): Promise<Form> {
  const id = questionArg(event);
  return noteForm(language, (await findGap(context, learner, id)) ?? { id, text: '' });
}

async function saveNote(call: Call<SubmitEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const title = event.values.title?.trim() ?? '';
  const body = event.values.body?.trim() ?? '';
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'gaps.not-allowed');
  const note = { title, body, deckName: say(language, 'gaps.write.deck') };
  const added = title === '' || body === '' ? null : await answerGap(context, learner, questionArg(event), note);
  return added === null ? noticeView(language, 'warning', 'gaps.write.blank') : writtenNoteView(language, added);
}

function known(language: Language): Notice {
  return { tone: 'neutral', markdown: say(language, 'queue.known') };
}

async function drop(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { page, question: id } = questionOfPage(event);
  if (!(await mayChange(call))) return show(call, page);
  const gap = await findGap(context, learner, id);
  const isDropped = gap !== null && (await dropGap(context, learner, id)) === 'settled';
  return show(call, page, isDropped ? droppedGapNotice(language, gap, page) : known(language));
}

async function restore(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { page, question } = questionOfPage(event);
  if (!(await mayChange(call))) return show(call, page);
  const restored = await restoreGap(context, learner, question);
  const back = { tone: 'success', markdown: say(language, 'gaps.restored') } as const;
  return show(call, page, restored === 'known' ? known(language) : back);
}

async function want({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  const noted = await wantAnswer(context, learner, questionArg(event));
  return noticeView(language, 'success', noted === 'noted' ? 'gaps.wanted' : 'gaps.gone');
}

/** `/gaps`: questions that the notes do not answer, for people who may change them. */
export const gapsFeature = feature({
  command: commandSpec('gaps', 'command.gaps'),
  run: { answer: 'private', handle: (call) => show(call, 0) },
  actions: {
    'gaps.show': { answer: 'private', handle: (call) => show(call, 0) },
    'gaps.page': { answer: 'replace', handle: (call) => show(call, pageArg(call.event)) },
    'gaps.answer': { answer: 'form', open: write },
    'gaps.write': { answer: 'form', open: writeNote },
    'gaps.drop': { answer: 'replace', handle: drop },
    'gaps.restore': { answer: 'replace', handle: restore },
    'gaps.want': { answer: 'private', handle: want },
  },
  submissions: {
    'gaps.save': { answer: 'private', handle: save },
    'gaps.written': { answer: 'private', handle: saveNote },
  },
});
