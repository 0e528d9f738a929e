import type { Block, Button, Row, View } from '../../chat/port.js';
import type { DeckId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { type Instant, learningDate } from '../../core/local-date.js';
import { refOf } from '../../core/short-ref.js';
import type { ChangeSummary, RecentChanges } from '../../tutor/decks/deck-history.js';
import type { FolderDigest } from '../../tutor/decks/folder-news.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { clockTime, dayWords, shortenLabel } from '../words.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { type PageRange, pageButtons, pageCaption } from './page-controls.js';

/** Changes on a page. */
export const CHANGES_SHOWN = 5;
/** How many news of each kind are listed; the rest is counted. */
const NEWS = 2;

export type Viewer = { readonly language: Language; readonly now: Instant; readonly timeZone: string };
type HistoryCounts = ChangeSummary['counts'];

/** Buttons that ask whether to undo a change. */
export function undoButtons(
  language: Language,
  changes: readonly { readonly deckId: DeckId; readonly version: number }[],
): readonly Button[] {
  return changes.map(({ deckId, version }) =>
    button(say(language, 'undo.button'), 'import.undo', [refOf(deckId), version]),
  );
}

export function whoWords(language: Language, { by, who }: Pick<ChangeSummary, 'by' | 'who'>): string {
  if (by === 'learner' && who !== null) return escapeInline(who);
  return say(language, by === 'cli' ? 'history.cli' : by === 'start' ? 'history.start' : 'history.someone');
}

/** "today 10:05". */
export function whenWords({ language, now, timeZone }: Viewer, at: Instant): string {
  const day = dayWords(language, learningDate(at, timeZone), learningDate(now, timeZone));
  return say(language, 'history.when', { day, time: clockTime(at, timeZone) });
}

/** "7 new, 2 edited", without zero counts. */
export function countsWords(language: Language, { added, changed, removed }: HistoryCounts): string {
  const parts = [
    { key: 'history.new', n: added },
    { key: 'history.edited', n: changed },
    { key: 'history.gone', n: removed },
  ] as const;
  const told = parts.filter(({ n }) => n > 0).map(({ key, n }) => say(language, key, { n }));
  return told.length === 0 ? say(language, 'history.moved') : told.join(', ');
}

function whatWords(language: Language, { kind, counts, isUndone }: ChangeSummary): string {
  if (kind !== 'change') return say(language, kind === 'undo' ? 'history.undo' : 'history.redo');
  const what = countsWords(language, counts);
  return isUndone ? say(language, 'history.taken', { what }) : what;
}

function rowOf(reader: Viewer, change: ChangeSummary, page: number): Row {
  const { language } = reader;
  const args = [refOf(change.deckId), change.version, page];
  const markdown = say(language, 'history.line', {
    name: escapeInline(change.deckName),
    when: whenWords(reader, change.at),
    who: whoWords(language, change),
    what: whatWords(language, change),
  });
  if (change.reversal === null) return { markdown, controls: [] };
  const label = say(language, change.reversal === 'undo' ? 'undo.button' : 'sure.back');
  return { markdown, controls: [button(label, 'deck.undo', args)] };
}

/** The last changes of the decks, each with a button to reverse it where possible. */
export function changesView(
  reader: Viewer,
  { changes, total }: RecentChanges,
  page: number,
  notice: Notice | null,
): View {
  const { language } = reader;
  const place: PageRange = { page, size: CHANGES_SHOWN, total };
  const list: Block =
    changes.length === 0
      ? { kind: 'text', markdown: say(language, 'history.none') }
      : { kind: 'rows', rows: changes.map((change) => rowOf(reader, change, page)) };
  return {
    ...noticeTone(notice),
    title: say(language, 'history.title'),
    body: [...noticeBlocks(notice), list, ...pageCaption(language, place)],
    controls: [...pageButtons(language, place, 'deck.changes'), button(say(language, 'help.decks'), 'deck.back')],
    footer: say(language, 'history.note'),
  };
}

/** Opens the last changes, in place of the message or below it. */
export function changesButton(language: Language, answer: 'replace' | 'private'): Button {
  const label = say(language, 'history.button');
  return answer === 'replace' ? button(label, 'deck.changes', [0]) : button(label, 'deck.look');
}

/** News about notes on disk, above a view. */
export function withNews(language: Language, view: View, { applied, waiting }: FolderDigest): View {
  if (applied.length + waiting.length === 0) return view;
  const [told, waits] = [applied.slice(0, NEWS), waiting.slice(0, NEWS)];
  const more = applied.length - told.length + waiting.length - waits.length;
  const lines = [
    ...told.map(({ name, counts }) =>
      say(language, 'folder.applied', { name: escapeInline(name), what: countsWords(language, counts) }),
    ),
    ...waits.map(({ file }) => say(language, 'folder.waits', { file: escapeInline(file) })),
    ...(more > 0 ? [say(language, 'import.more', { count: more })] : []),
  ];
  const looks = waits.map(({ draft, file }) =>
    button(say(language, 'queue.notes', { file: shortenLabel(file, 40) }), 'import.look', [draft]),
  );
  const controls = view.controls ?? [];
  const leads = controls.some((one) => one.kind === 'button' && one.action.action === 'deck.changes');
  const changes = told.length > 0 && !leads ? [changesButton(language, 'private')] : [];
  return {
    ...view,
    body: [{ kind: 'text', markdown: lines.join('\n\n') }, ...view.body],
    controls: [...looks, ...controls, ...changes],
  };
}
