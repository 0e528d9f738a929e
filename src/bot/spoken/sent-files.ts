import type { Block, Control, QuestionEvent, SentFile, View } from '../../chat/port.js';
import { coverageOf } from '../../tutor/ask/notes-coverage.js';
import { type FilePreview, isImportable, previewFile } from '../commands/import.js';
import { button } from '../controls.js';
import type { Call, Feature } from '../feature.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { isAsking } from '../phrases/courtesy.js';
import { LONGEST_LABEL } from '../platform-limits.js';
import { runButton } from '../run-command.js';
import { noticeView } from '../views/notice-view.js';
import { shortenLabel } from '../words.js';
import { readSpoken } from './read-spoken.js';

/** How many files of a message are read; a zip holds more. */
const MOST_FILES = 3;

type AnswerWords = (words: string) => Promise<View>;

/**
 * The answer to a message with files. In private, files of notes and cards are shown as by `/import`, without
 * changing anything; for other files it says which kinds are read.
 */
export async function withSentFiles(
  call: Call<QuestionEvent>,
  features: readonly Feature[],
  answer: AnswerWords,
): Promise<View> {
  const { language, event } = call;
  const { files, text, aloud } = event;
  if (files.length === 0) return answer(text);
  const asks = text.trim() !== '' && (await isMore(call, features, text));
  if (aloud) return withLine(text.trim() === '' ? null : await answer(text), aloudLine(call, features));
  const notes = files.filter(isImportable).slice(0, MOST_FILES);
  const unread = notes.length === files.length ? null : noticeView(language, 'neutral', 'import.no-notes');
  if (notes.length === 0) return withLine(text.trim() === '' ? null : await answer(text), unread);
  const looked = await lookAtAll(call, notes);
  return withLine(asks ? withDrafts(call, await answer(text), looked) : previewOf(call, looked), unread);
}

/** Whether the words say more than "here are my notes". */
async function isMore(call: Call<QuestionEvent>, features: readonly Feature[], text: string): Promise<boolean> {
  const spoken = await readSpoken(call, features, text);
  switch (spoken.kind) {
    case 'question':
      return isAsking(spoken.text) || (await coverageOf(call.context, call.learner, spoken.text)) === 'named';
    case 'command':
      return spoken.feature.command.name !== 'import';
    default:
      return spoken.kind === 'no-command' || spoken.kind === 'refused';
  }
}

type SentPreview = FilePreview & { readonly name: string };

async function lookAtAll(call: Call<QuestionEvent>, files: readonly SentFile[]): Promise<readonly SentPreview[]> {
  const looked: SentPreview[] = [];
  for (const file of files) looked.push({ ...(await previewFile(call, file)), name: file.name });
  return looked;
}

/** Shows the first file as `/import` does, and the others behind buttons. */
function previewOf(call: Call<QuestionEvent>, [first, ...others]: readonly SentPreview[]): View {
  return withDrafts(call, first?.view ?? { body: [] }, others);
}

/** A view with buttons for further drafts, and lines for files without one. */
function withDrafts({ language }: Call<unknown>, view: View, looked: readonly SentPreview[]): View {
  const buttons = looked.flatMap(({ draft, name }): readonly Control[] => {
    const label = say(language, 'files.look', { file: shortenLabel(name, LONGEST_LABEL - 15) });
    return draft === null ? [] : [button(label, 'import.look', [draft])];
  });
  const said = looked.flatMap(({ draft, name, view: { title, body } }): readonly Block[] =>
    draft !== null ? [] : [{ kind: 'text', markdown: `**${escapeInline(title ?? name)}**` }, ...body],
  );
  return { ...view, body: [...view.body, ...said], controls: [...(view.controls ?? []), ...buttons] };
}

function aloudLine({ language, event }: Call<QuestionEvent>, features: readonly Feature[]): View {
  const feature = features.find(({ command }) => command.name === 'import');
  const command = `${event.place.lead}${feature?.command.names[language] ?? ''}`;
  const markdown = say(language, 'files.aloud', { command });
  const controls = feature === undefined ? [] : runButton(command, feature);
  return { body: [{ kind: 'text', markdown }], controls };
}

/** A view with a line below it, or the line alone. */
function withLine(view: View | null, line: View | null): View {
  if (view === null) return line ?? { body: [] };
  if (line === null) return view;
  return {
    ...view,
    body: [...view.body, ...line.body],
    controls: [...(view.controls ?? []), ...(line.controls ?? [])],
  };
}
