import type { ActionEvent, CommandEvent, Person, SentFile, SubmitEvent, View } from '../../chat/port.js';
import { isNoteFile, MAX_FILE_BYTES } from '../../core/files.js';
import { cardId } from '../../core/ids.js';
import { chooseInImport, takeAllInImport } from '../../tutor/decks/import-drafts.js';
import {
  Cancelled,
  decideImport,
  isCollection,
  lookAtImport,
  type Proposal,
  proposeImport,
  type SourceFile,
} from '../../tutor/decks/propose-import.js';
import { draftChoiceArg, draftPageArg, textArg } from '../args.js';
import { confirmChange } from '../change-history.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { changeArg } from '../list-args.js';
import { say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { IS_NEW, importChoiceView, LEFT_OPEN, openQuestions, questionsOf } from '../views/import-choice-view.js';
import { importForm } from '../views/import-form.js';
import { noCardsView, refusedFileView, tooManyCardsView } from '../views/import-refusal-view.js';
import { appliedImportView, proposedImportView } from '../views/import-view.js';
import { noticeView } from '../views/notice-view.js';
import { readingView } from '../views/reading-view.js';
import { saveCard, showLines, writeCard } from './import-lines.js';

/** The name of the deck for pasted text; text with an earlier title replaces that deck. */
function nameOf(title: string, language: Call<unknown>['language']): string {
  const name = title.replace(/[\\/:*?"<>|]+/g, ' ').trim();
  return `${name === '' ? say(language, 'import.pasted') : name}.md`;
}

/** Whether a file's name is one of notes or cards. */
export function isImportable({ name }: Pick<SentFile, 'name'>): boolean {
  return isNoteFile(name) || isCollection(name);
}

async function readFile(file: SentFile): Promise<SourceFile | 'too-large' | 'no-notes'> {
  if (file.size > MAX_FILE_BYTES) return 'too-large';
  if (!isImportable(file)) return 'no-notes';
  return { file: file.name, bytes: await file.read() };
}

async function readSubmission({
  event,
  language,
}: Call<SubmitEvent>): Promise<SourceFile | 'too-large' | 'no-notes' | 'nothing'> {
  const { file } = event.files;
  if (file !== undefined) return readFile(file);
  const text = event.values.text?.trim() ?? '';
  if (text === '') return 'nothing';
  return { file: nameOf(event.values.name ?? '', language), bytes: new TextEncoder().encode(`${text}\n`) };
}

const NOT_READ = {
  'too-large': { tone: 'warning', key: 'import.too-large' },
  'no-notes': { tone: 'warning', key: 'import.no-notes' },
  nothing: { tone: 'neutral', key: 'import.nothing' },
} as const;

/** The view of a sent file, and its draft where the viewer may decide about it. */
export type FilePreview = { readonly view: View; readonly draft: string | null };

function withoutDraft(view: View): FilePreview {
  return { view, draft: null };
}

/** Reads and compares a source, with progress; `null` where its sender cancelled it. */
async function propose({ context, learner, language, show }: Call<unknown>, sent: SourceFile) {
  const key = context.newId();
  const reading = { file: sent.file, before: 0, suggested: null, key };
  const onTurn = (before: number): void => show(readingView(language, { ...reading, before }));
  const onSuggest = (done: number, total: number): void =>
    show(readingView(language, { ...reading, suggested: { done, total } }));
  try {
    return await proposeImport(context, learner, sent, { key, onTurn, onSuggest });
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

/** Shows how a source would change the decks. Changes nothing. */
async function previewSource(
  call: Call<{ readonly person: Person }>,
  sent: SourceFile | 'too-large' | 'no-notes' | 'nothing',
): Promise<FilePreview> {
  const { language } = call;
  if (typeof sent === 'string') {
    const { tone, key } = NOT_READ[sent];
    return withoutDraft(noticeView(language, tone, key));
  }
  const proposed = await propose(call, sent);
  switch (proposed?.kind) {
    case undefined:
      return withoutDraft(noticeView(language, 'neutral', 'import.dropped'));
    case 'too-many':
      return withoutDraft(tooManyCardsView(language, proposed.cards));
    case 'no-cards':
      return withoutDraft(noCardsView(language, sent.file));
    case 'refused':
      return withoutDraft(refusedFileView(language, sent.file, proposed.code));
    case 'unchanged':
      return withoutDraft(noticeView(language, 'success', 'import.unchanged'));
    case 'proposed': {
      const mayDecide = await mayDecideOn(call, proposed);
      return { view: proposedImportView(language, proposed, mayDecide), draft: mayDecide ? proposed.id : null };
    }
  }
}

/** People who may change decks may decide, and senders who only import their own progress. */
async function mayDecideOn(call: Call<{ readonly person: Person }>, { plan, isOwn }: Proposal): Promise<boolean> {
  return (isOwn && !plan.isNotes && !plan.changesDecks) || (await mayChange(call));
}

/** Shows how a sent file would change the decks. */
export async function previewFile(call: Call<{ readonly person: Person }>, file: SentFile): Promise<FilePreview> {
  return previewSource(call, await readFile(file));
}

async function send(call: Call<SubmitEvent>): Promise<View> {
  return (await previewSource(call, await readSubmission(call))).view;
}

/** Shows how a draft would change the decks; its sender may see it too. */
async function overview(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const looked = await lookAtImport(context, learner, textArg(call.event));
  if (looked === null) return noticeView(language, 'neutral', 'queue.known');
  const mayDecide = await mayDecideOn(call, looked);
  if (!mayDecide && !looked.isOwn) return noticeView(language, 'warning', 'change.not-allowed');
  return proposedImportView(language, looked, mayDecide);
}

/** Shows a view of a waiting draft to people who may decide. */
async function look(
  { event, ...call }: Call<ActionEvent>,
  id: string,
  show: (looked: Proposal) => View,
): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange({ event, ...call }))) return noticeView(language, 'warning', 'change.not-allowed');
  const looked = await lookAtImport(context, learner, id);
  return looked === null ? noticeView(language, 'neutral', 'queue.known') : show(looked);
}

function unclear(call: Call<ActionEvent>): Promise<View> {
  const { draft, page } = draftPageArg(call.event);
  return look(call, draft, (looked) => importChoiceView(call.language, looked, page));
}

/** Stores a decision and shows the next open card, or the overview after the last. */
async function choose(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  const { draft, card, choice } = draftChoiceArg(call.event);
  const decision =
    choice === LEFT_OPEN
      ? null
      : choice === IS_NEW
        ? ({ kind: 'new' } as const)
        : ({ kind: 'same', card: cardId(choice) } as const);
  await chooseInImport(context, learner, draft, card, decision);
  return look(call, draft, (looked) => {
    const here = questionsOf(looked).findIndex(({ after }) => after.id === card);
    const open = openQuestions(looked).map((question) => questionsOf(looked).indexOf(question));
    const next = open.find((index) => index > here) ?? open.find((index) => index !== here);
    return next === undefined ? proposedImportView(language, looked, true) : importChoiceView(language, looked, next);
  });
}

/** `[draft, 1 or 0]`: whether the doubtful cards are accepted too. */
async function takeAll(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  const { draft, page: isTaken } = draftPageArg(event);
  await takeAllInImport(context, learner, draft, isTaken === 1);
  return look(call, draft, (looked) => proposedImportView(language, looked, true));
}

async function decide(call: Call<ActionEvent>, decision: 'accepted' | 'dropped'): Promise<View> {
  const { context, learner, language } = call;
  const decided = await decideImport(context, learner, textArg(call.event), decision, await mayChange(call));
  switch (decided.kind) {
    case 'applied':
      return appliedImportView(language, decided);
    case 'dropped':
      return noticeView(language, 'neutral', 'import.dropped');
    case 'known':
      return noticeView(language, 'neutral', 'queue.known');
    case 'gone':
      return noticeView(language, 'warning', 'queue.gone');
    case 'not-allowed':
      return noticeView(language, 'warning', 'change.not-allowed');
  }
}

/** `[key]`: cancels a reading. One that has finished is shown for a decision. */
async function stop(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const key = textArg(event);
  if (context.sources.cancel(key)) return noticeView(language, 'neutral', 'import.dropped');
  const looked = await lookAtImport(context, learner, key);
  if (looked === null || !looked.isOwn) return noticeView(language, 'neutral', 'import.stop.late');
  return proposedImportView(language, looked, await mayDecideOn(call, looked));
}

/**
 * `/import`: takes notes, cards or a zip of them as a file, or pasted notes, and shows the difference before anything
 * changes.
 */
export const importFeature = feature({
  command: commandSpec('import', 'command.import'),
  run: { answer: 'form', open: async ({ language }: Call<CommandEvent>) => importForm(language) },
  submissions: {
    'import.send': { answer: 'private', handle: send },
    'import.card': { answer: 'replace', handle: saveCard },
  },
  actions: {
    'import.look': { answer: 'private', handle: overview },
    'import.back': { answer: 'replace', handle: overview },
    'import.unclear': { answer: 'replace', handle: unclear },
    'import.choose': { answer: 'replace', handle: choose },
    'import.pile': { answer: 'replace', handle: takeAll },
    'import.lines': { answer: 'replace', handle: showLines },
    'import.line': { answer: 'form', open: writeCard },
    'import.undo': { answer: 'private', handle: (call) => confirmChange(call, changeArg(call.event), null) },
    'import.apply': { answer: 'replace', handle: (call) => decide(call, 'accepted') },
    'import.stop': { answer: 'replace', handle: stop },
    'import.drop': { answer: 'replace', handle: (call) => decide(call, 'dropped') },
  },
});
