import type { Block, Control, View } from '../../chat/port.js';
import type { DeckId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { type Instant, learningDate } from '../../core/local-date.js';
import type { SeenChange } from '../../tutor/deck-history.js';
import type { FolderDigest } from '../../tutor/folder-news.js';
import type { UndoneImport } from '../../tutor/undo-import.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { clockTime, dayWords, shorten } from '../words.js';
import { noticeView } from './notice-view.js';

/** Buttons of one kind that stand beside others. */
const MAX_BUTTONS = 3;
/** A button's meaning fits 100 characters; a longer id in another alphabet is undone on the command line. */
const MAX_ID = 70;

type Undoable = { readonly deckId: DeckId; readonly version: number; readonly name: string | null };

/** Buttons that take back a change each. `name` is told where more than one deck is spoken of. */
export function undoButtons(language: Language, changes: readonly Undoable[]): readonly Control[] {
  return changes
    .filter(({ deckId }) => encodeURIComponent(deckId).length <= MAX_ID)
    .slice(0, MAX_BUTTONS)
    .map(({ deckId, version, name }) => {
      const deck = shorten(name ?? '', 40);
      const label = say(language, name === null ? 'undo.button' : 'undo.button.deck', { version, name: deck });
      return button(label, 'import.undo', [deckId, version]);
    });
}

function whoWords(language: Language, { by, who }: SeenChange): string {
  if (by === 'learner' && who !== null) return escapeMarkdown(who);
  return say(language, by === 'cli' ? 'history.cli' : by === 'start' ? 'history.start' : 'history.someone');
}

/** The last changes of the decks, with a way back for those who may. */
export function withHistory(
  language: Language,
  view: View,
  changes: readonly SeenChange[],
  { now, timeZone, mayUndo }: { readonly now: Instant; readonly timeZone: string; readonly mayUndo: boolean },
): View {
  if (changes.length === 0) return view;
  const today = learningDate(now, timeZone);
  const items = changes.map((change) => {
    const { kind, counts, isUndone, deckName } = change;
    return say(language, 'history.line', {
      name: escapeMarkdown(deckName),
      day: dayWords(language, learningDate(change.at, timeZone), today),
      time: clockTime(change.at, timeZone),
      who: whoWords(language, change),
      state: kind === 'undo' ? 'undo' : isUndone ? 'undone' : 'change',
      ...counts,
    });
  });
  const undoable = changes.filter(({ isUndoable }) => isUndoable);
  return {
    ...view,
    body: [...view.body, { kind: 'text', markdown: `**${say(language, 'history.title')}**` }, { kind: 'list', items }],
    controls: [
      ...(view.controls ?? []),
      ...(mayUndo
        ? undoButtons(
            language,
            undoable.map(({ deckId, version, deckName }) => ({ deckId, version, name: deckName })),
          )
        : []),
    ],
  };
}

/** What changed on disk, above a view. */
export function withNews(language: Language, view: View, { applied, waiting }: FolderDigest): View {
  if (applied.length + waiting.length === 0) return view;
  const text = (markdown: string): Block => ({ kind: 'text', markdown });
  const shown = applied.slice(0, MAX_BUTTONS);
  const waits = waiting.slice(0, MAX_BUTTONS);
  const more = applied.length - shown.length + waiting.length - waits.length;
  return {
    ...view,
    body: [
      ...shown.map(({ name, counts }) =>
        text(say(language, 'folder.applied', { name: escapeMarkdown(name), ...counts })),
      ),
      ...waits.map(({ file }) => text(say(language, 'folder.waits', { file: escapeMarkdown(file) }))),
      ...(more > 0 ? [text(say(language, 'import.more', { count: more }))] : []),
      ...view.body,
    ],
    controls: [
      ...waits.map(({ draft, file }) =>
        button(say(language, 'queue.notes', { file: shorten(file, 40) }), 'import.look', [draft]),
      ),
      ...(view.controls ?? []),
      ...undoButtons(language, shown),
    ],
  };
}

/** What became of an undo. */
export function undoneView(language: Language, undone: UndoneImport): View {
  switch (undone.status) {
    case 'not-allowed':
      return noticeView(language, 'warning', 'change.not-allowed');
    case 'no-such-deck':
    case 'nothing-to-undo':
      return noticeView(language, 'neutral', 'undo.nothing');
    case 'changed-since': {
      const view = noticeView(language, 'warning', 'undo.changed-since', { name: escapeMarkdown(undone.name) });
      return { ...view, controls: [button(say(language, 'help.decks'), 'deck.show')] };
    }
    case 'undone': {
      const { added, changed, removed } = undone.counts;
      const name = escapeMarkdown(undone.name);
      const values = { name, version: undone.undid.version, added, changed, removed };
      return {
        ...noticeView(language, 'success', 'undo.done', values),
        controls: [button(say(language, 'help.decks'), 'deck.show')],
      };
    }
  }
}
