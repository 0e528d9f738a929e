import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { refOf } from '../../core/short-ref.js';
import type { ChangePreview, ChangeSummary } from '../../tutor/decks/deck-history.js';
import type { RedoOutcome, UndoOutcome } from '../../tutor/decks/undo-change.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { type Viewer, whenWords, whoWords } from './history-view.js';
import { confirmView, type Notice } from './notice.js';

type Way = NonNullable<ChangeSummary['reversal']>;

/** "7 cards come back, 2 get their old words, 1 is paused. Everybody keeps their progress." */
function effectWords(language: Language, way: Way, { added, changed, removed }: ChangeSummary['counts']): string {
  const parts = [
    { key: 'undo.back', n: added },
    { key: way === 'undo' ? 'undo.words' : 'redo.words', n: changed },
    { key: 'undo.paused', n: removed },
  ] as const;
  const told = parts
    .filter(({ n }) => n > 0)
    .map(({ key, n }, index) => say(language, key, { n, lead: index === 0 ? 'yes' : 'no' }));
  const effect = told.length === 0 ? [] : [`${told.join(', ')}.`];
  return [...effect, say(language, 'undo.progress')].join(' ');
}

/** Asks before a change of everybody's cards. */
export function foreseenView(reader: Viewer, change: ChangePreview, page: number | null): View {
  const { language } = reader;
  const { reversal, taken, effect, deckId, version, at } = change;
  const isUndo = reversal === 'undo';
  const question = say(language, isUndo ? 'undo.ask' : 'redo.ask', {
    version: taken,
    name: `**${escapeInline(change.deckName)}**`,
    who: whoWords(language, change),
    when: whenWords(reader, at),
  });
  const args = [refOf(deckId), version, page ?? 0];
  return confirmView(language, {
    question: `${question} ${effectWords(language, isUndo ? 'undo' : 'redo', effect)}`,
    yes: isUndo
      ? button(say(language, 'undo.yes'), 'deck.undo.yes', args, 'danger')
      : button(say(language, 'redo.yes'), 'deck.redo.yes', args, 'primary'),
    cancel: page === null ? { action: 'deck.leave', args: [] } : { action: 'deck.changes', args: [String(page)] },
  });
}

type Status = 'no-such-deck' | 'done' | 'nothing-to-undo' | 'nothing-to-redo' | 'changed-since';
type UndoRefusalView = { readonly status: Status; readonly name?: string };

/** Why nothing was done. */
export function refusedNotice(language: Language, refused: UndoRefusalView): Notice {
  const key = refused.status === 'changed-since' ? 'undo.changed-since' : 'undo.nothing';
  return { tone: 'warning', markdown: say(language, key, { name: escapeInline(refused.name ?? '') }) };
}

/** The result of an undo, with a redo button; `null` without permission. */
export function undoneNotice(
  language: Language,
  undone: UndoOutcome,
  { deck, page }: { readonly deck: string; readonly page: number },
): Notice | null {
  if (undone.status === 'not-allowed') return null;
  if (undone.status !== 'undone') return refusedNotice(language, undone);
  const { undid, counts, version } = undone;
  const done = say(language, 'undo.done', { version: undid.version, name: escapeInline(undone.name) });
  return {
    tone: 'success',
    markdown: `${done} ${effectWords(language, 'undo', counts)}`,
    controls: [button(say(language, 'sure.back'), 'deck.redo.yes', [deck, version, page])],
  };
}

/** The result of a redo; the change can be undone again from the list. */
export function redoneNotice(language: Language, redone: RedoOutcome): Notice | null {
  if (redone.status === 'not-allowed') return null;
  if (redone.status !== 'redone') return refusedNotice(language, redone);
  const { redid, counts, name } = redone;
  const done = say(language, 'redo.done', { version: redid.version, name: escapeInline(name) });
  return { tone: 'success', markdown: `${done} ${effectWords(language, 'redo', counts)}` };
}
