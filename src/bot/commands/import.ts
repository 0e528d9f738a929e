import type { ActionEvent, CommandEvent, Person, SentFile, SubmitEvent, View } from '../../chat/port.js';
import { cardId } from '../../core/ids.js';
import { decideFiles, draftFiles, isSentFile, lookAtFiles } from '../../tutor/decks/draft-files.js';
import { chooseInImport, decideImport, draftImport, lookAtImport } from '../../tutor/decks/draft-import.js';
import type { NoteFile } from '../../tutor/decks/sync-deck.js';
import { draftChoiceArg, draftPageArg, textArg } from '../args.js';
import { sureOfChange } from '../change-history.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { changeArg } from '../list-args.js';
import { mayChange } from '../permission.js';
import { IS_NEW, importChoiceView, LEFT_OPEN, openQuestions, questionsOf } from '../views/import-choice-view.js';
import { decidedFilesView, draftedFilesView, refusedFileView } from '../views/import-files-view.js';
import {
  appliedImportView,
  draftedImportView,
  IMPORT_LIMIT_BYTES,
  importForm,
  tooManyCardsView,
  unreadableImportView,
} from '../views/import-view.js';
import { noticeView } from '../views/notice-view.js';
import { saveCard, showLines, writeCard } from './import-lines.js';

const MARKDOWN = /\.(md|markdown|txt)$/i;

/** The name under which pasted text is a deck; what it was pasted under before is what it replaces. */
function nameOf(title: string, language: Call<unknown>['language']): string {
  const name = title.replace(/[\\/:*?"<>|]+/g, ' ').trim();
  return `${name === '' ? (language === 'es' ? 'apuntes' : 'notes') : name}.md`;
}

/** Whether a file is of notes or cards, by its name. */
export function isImportable({ name }: Pick<SentFile, 'name'>): boolean {
  return MARKDOWN.test(name) || isSentFile(name);
}

async function readFile(file: SentFile): Promise<NoteFile | 'too-large' | 'no-notes'> {
  if (file.size > IMPORT_LIMIT_BYTES) return 'too-large';
  if (!isImportable(file)) return 'no-notes';
  return { file: file.name, bytes: await file.read() };
}

async function noteOf({
  event,
  language,
}: Call<SubmitEvent>): Promise<NoteFile | 'too-large' | 'no-notes' | 'nothing'> {
  const { file } = event.files;
  if (file !== undefined) return readFile(file);
  const text = event.values.text?.trim() ?? '';
  if (text === '') return 'nothing';
  return { file: nameOf(event.values.name ?? '', language), bytes: new TextEncoder().encode(`${text}\n`) };
}

/** What became of something sent, and the draft by which the one who sees it may decide; `null` where there is none. */
export type LookedAt = { readonly view: View; readonly draft: string | null };

function undrafted(view: View): LookedAt {
  return { view, draft: null };
}

/** A file of cards, or a zip of several. */
async function lookAtCards(call: Call<{ readonly person: Person }>, sent: NoteFile): Promise<LookedAt> {
  const { context, learner, language } = call;
  const drafted = await draftFiles(context, learner, sent);
  switch (drafted.kind) {
    case 'too-many':
      return undrafted(tooManyCardsView(language, drafted.cards));
    case 'refused':
      return undrafted(refusedFileView(language, sent.file, drafted.code));
    case 'unchanged':
      return undrafted(noticeView(language, 'success', 'import.unchanged'));
    case 'drafted': {
      const mayDecide = !drafted.plan.changesDecks || (await mayChange(call));
      return { view: draftedFilesView(language, drafted, mayDecide), draft: mayDecide ? drafted.id : null };
    }
  }
}

/** What notes or cards would become. Nothing is changed by it. */
async function lookAt(
  call: Call<{ readonly person: Person }>,
  note: NoteFile | 'too-large' | 'no-notes' | 'nothing',
): Promise<LookedAt> {
  const { context, learner, language } = call;
  if (note === 'too-large') return undrafted(noticeView(language, 'warning', 'import.too-large'));
  if (note === 'no-notes') return undrafted(noticeView(language, 'warning', 'import.no-notes'));
  if (note === 'nothing') return undrafted(noticeView(language, 'neutral', 'import.nothing'));
  if (isSentFile(note.file)) return lookAtCards(call, note);
  const drafted = await draftImport(context, learner, note);
  switch (drafted.kind) {
    case 'too-many':
      return undrafted(tooManyCardsView(language, drafted.cards));
    case 'unreadable':
      return undrafted(unreadableImportView(language, drafted.plan));
    case 'unchanged':
      return undrafted(noticeView(language, 'success', 'import.unchanged'));
    case 'drafted': {
      const mayDecide = await mayChange(call);
      return { view: draftedImportView(language, drafted, mayDecide), draft: mayDecide ? drafted.id : null };
    }
  }
}

/** What a file would become that somebody sent to the bot. */
export async function lookAtFile(call: Call<{ readonly person: Person }>, file: SentFile): Promise<LookedAt> {
  return lookAt(call, await readFile(file));
}

async function send(call: Call<SubmitEvent>): Promise<View> {
  return (await lookAt(call, await noteOf(call))).view;
}

type Looked = NonNullable<Awaited<ReturnType<typeof lookAtImport>>>;

/** Shows a draft that waits in some way, to those who may decide. */
async function look({ event, ...call }: Call<ActionEvent>, id: string, show: (looked: Looked) => View): Promise<View> {
  const { context, learner, language } = call;
  if (!(await mayChange({ event, ...call }))) return noticeView(language, 'warning', 'change.not-allowed');
  const looked = await lookAtImport(context, learner, id);
  return looked === null ? noticeView(language, 'neutral', 'queue.known') : show(looked);
}

/** What a draft would change: notes, or files of cards. Whoever sent it sees it too. */
async function overview(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  const id = textArg(call.event);
  const mayApply = await mayChange(call);
  const files = await lookAtFiles(context, learner, id);
  const looked = files ?? (await lookAtImport(context, learner, id));
  if (looked === null || ('kind' in looked && looked.kind === 'known')) {
    return noticeView(language, 'neutral', 'queue.known');
  }
  if (!mayApply && !looked.isOwn) return noticeView(language, 'warning', 'change.not-allowed');
  if (!('kind' in looked)) return draftedImportView(language, looked, mayApply);
  return draftedFilesView(language, { id, ...looked }, mayApply || !looked.plan.changesDecks);
}

function unclear(call: Call<ActionEvent>): Promise<View> {
  const { draft, page } = draftPageArg(call.event);
  return look(call, draft, (looked) => importChoiceView(call.language, looked, page));
}

/** Keeps what was chosen, and goes on to the next card that is open; to the difference after the last. */
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
    return next === undefined ? draftedImportView(language, looked, true) : importChoiceView(language, looked, next);
  });
}

async function decide(call: Call<ActionEvent>, decision: 'accepted' | 'dropped'): Promise<View> {
  const { context, learner, language } = call;
  const isAllowed = await mayChange(call);
  const files = await decideFiles(context, learner, textArg(call.event), decision, isAllowed);
  if (files !== null) return decidedFilesView(language, files);
  const decided = await decideImport(context, learner, textArg(call.event), decision, isAllowed);
  switch (decided.kind) {
    case 'applied':
      return appliedImportView(language, decided.plan, decided.version);
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

/** `/import`: notes, cards or a zip of them as a file, or notes pasted, shown as a difference before anything changes. */
export const importNotes = feature({
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
    'import.lines': { answer: 'replace', handle: showLines },
    'import.line': { answer: 'form', open: writeCard },
    'import.undo': { answer: 'private', handle: (call) => sureOfChange(call, changeArg(call.event), null) },
    'import.apply': { answer: 'replace', handle: (call) => decide(call, 'accepted') },
    'import.drop': { answer: 'replace', handle: (call) => decide(call, 'dropped') },
  },
});
