import { countsWords } from '../bot/views/history-view.js';
import type { DeckId, WorkspaceId } from '../core/ids.js';
import { wallClock } from '../core/local-date.js';
import { fold } from '../core/text.js';
import { openStore } from '../store/open/open.js';
import type { TutorContext } from '../tutor/context.js';
import { type ChangeSummary, deckHistory } from '../tutor/decks/deck-history.js';
import { configured } from './configured.js';
import { findWorkspace } from './import.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';
import { tutorContext } from './tutor-context.js';

type HistoryOptions = { readonly workspace: string; readonly json: boolean };

type Named = { readonly id: DeckId; readonly name: string };

/** Runs an action on one deck, given by its id or its name. */
async function withDeck(
  io: Io,
  asked: string,
  { workspace: name }: HistoryOptions,
  act: (context: TutorContext, workspace: WorkspaceId, deck: Named) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = tutorContext(io, store);
    const workspace = await findWorkspace(io, context, name);
    const decks = await store.decks.list(workspace);
    const deck =
      decks.find(({ id }) => id === asked) ?? decks.find((each) => fold(each.name).trim() === fold(asked).trim());
    if (deck === undefined) {
      throw usageError(io, 'usage.deck', { name: asked, known: decks.map(({ id }) => id).join(', ') });
    }
    return await act(context, workspace, deck);
  } finally {
    await opened.close();
  }
}

/** `repaso import --undo DECK`: undoes the last change of a deck. Nobody's progress changes. */
export function undoImport(io: Io, asked: string, options: HistoryOptions): Promise<ExitCode> {
  return withDeck(io, asked, options, async ({ store, now }, workspace, { id, name }) => {
    const result = await store.deckChanges.undo(workspace, id, { by: { kind: 'cli' }, at: now });
    if (result.status !== 'undone') {
      if (options.json) printJson(io, { deck: id, undone: null });
      else io.err(say(io.language, 'undo.nothing', { name }));
      return 1;
    }
    const { version, undid, counts } = result;
    if (options.json) printJson(io, { deck: id, undone: undid.version, version, ...counts });
    else io.out(say(io.language, 'undo.done', { name, version: undid.version, ...counts }));
    return 0;
  });
}

function whoWords(io: Io, { by, who }: ChangeSummary): string {
  if (by === 'learner') return who ?? say(io.language, 'history.someone');
  return say(io.language, by === null ? 'history.someone' : `history.${by}`);
}

function timeWords(at: ChangeSummary['at']): string {
  const { date, hour, minute } = wallClock(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function report(io: Io, changes: readonly ChangeSummary[]): void {
  if (changes.length === 0) io.out(say(io.language, 'history.none'));
  for (const change of changes) {
    const { version, kind, counts, isUndone } = change;
    const state = kind === 'change' && isUndone ? 'undone' : kind;
    const what = countsWords(io.language, counts);
    const values = { version, at: timeWords(change.at), who: whoWords(io, change), state, what };
    io.out(say(io.language, 'history.line', values));
  }
}

/** `repaso history DECK`: lists the last changes of a deck, latest first. */
export function history(io: Io, asked: string, options: HistoryOptions): Promise<ExitCode> {
  return withDeck(io, asked, options, async (context, workspace, { id }) => {
    const changes = await deckHistory(context, workspace, id);
    if (!options.json) {
      report(io, changes);
      return 0;
    }
    const printed = changes.map(({ version, kind, by, who, at, counts, isUndone }) => {
      return { version, kind, by, who, at: new Date(at).toISOString(), ...counts, undone: isUndone };
    });
    printJson(io, { deck: id, changes: printed });
    return 0;
  });
}
