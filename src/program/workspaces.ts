import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type WorkspaceId, workspaceId } from '../core/ids.js';
import { asNotes } from '../formats/cards-as-note.js';
import type { SourceFile } from '../formats/read-source.js';
import { Refused } from '../formats/refused.js';
import type { TutorContext } from '../tutor/context.js';
import { type FolderFile, type FolderListing, type FolderNews, syncFolder } from '../tutor/decks/sync-folder.js';
import { StoreUnavailable } from '../tutor/errors.js';
import type { Logger } from './log.js';
import { type FoundNotes, type NoteFileProblem, readNoteFiles } from './note-files.js';

export type NotesNews =
  | { readonly kind: 'deck'; readonly news: FolderNews }
  | { readonly kind: 'note-problem'; readonly problem: NoteFileProblem };

type WorkspacesDeps = {
  readonly context: () => TutorContext;
  /** Folder with the notes that every workspace has. */
  readonly flashcardsDir: string;
  readonly logger: Logger;
  /** How long after a failure the workspaces that are not shown are tried again, in milliseconds. */
  readonly retryMs?: number;
};

const RETRY_MS = 15_000;

export type WorkspaceNotes = {
  /**
   * Syncs the folder's notes into every known workspace; reports the changes of the one named `shown` and resolves when it
   * has them. The others get them afterwards, one by one, and meanwhile have the notes that they had.
   */
  syncAll(shown: string, tell: (news: NotesNews) => void): Promise<void>;
  /** The same for the files that have changed since the last reading. One at a time. */
  rescan(shown: string, tell: (news: NotesNews) => void): Promise<void>;
  /** Creates a workspace on its first event, with the folder's notes. Cheap for a workspace prepared before. */
  prepare(id: string): Promise<void>;
  /** Ends after the workspace that has its turn; the next start goes on from there. */
  stop(): Promise<void>;
};

/** The folder at its last reading: the hashes of its files, and its problems. */
type Seen = { readonly notes: ReadonlyMap<string, string>; readonly problems: ReadonlySet<string> };

function hashOf({ bytes }: SourceFile): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function keyOf({ file, code, detail }: NoteFileProblem): string {
  return [file, code, detail].join('\0');
}

function logNews(logger: Logger, id: string, news: FolderNews): void {
  const fields = { event: 'notes', result: news.kind, workspace: id };
  if (news.kind === 'kept' || news.kind === 'twice') logger.debug({ ...fields, file: news.file }, 'notes read');
  else if (news.kind === 'unreadable') logger.warn({ ...fields, file: news.plan.file }, 'notes could not be read');
  else if (news.kind !== 'unchanged') logger.info({ ...fields, file: news.plan.file }, 'notes read');
}

/** A note that cannot be stored does not stop the others. */
async function syncInto(
  { context, flashcardsDir, logger }: WorkspacesDeps,
  id: WorkspaceId,
  listing: FolderListing,
  report: (news: NotesNews) => void,
): Promise<void> {
  const failed = (file: string, error: unknown): void => {
    if (error instanceof StoreUnavailable) throw error;
    logger.error({ err: error, file, workspace: id }, 'a note could not be stored');
    report({ kind: 'note-problem', problem: { file, code: 'unreadable', detail: 'database' } });
  };
  const tell = (news: FolderNews): void => {
    logNews(logger, id, news);
    report({ kind: 'deck', news });
  };
  try {
    await syncFolder(context(), id, listing, { onNews: tell, onError: failed });
  } catch (error) {
    failed(flashcardsDir, error);
  }
}

/** Reads the notes, each once for all workspaces; a known content is taken from the cache. */
async function readAll(
  { context, logger }: WorkspacesDeps,
  found: readonly SourceFile[],
): Promise<readonly FolderFile[]> {
  const notes: FolderFile[] = [];
  for (const source of found) {
    try {
      const read = asNotes(await context().sources.read(source));
      notes.push(...read.notes.map((note) => ({ ...source, ...note })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      logger.error({ err: error, file: source.file }, 'a note took too much to be read; its deck stays as it is');
    }
  }
  return notes;
}

/** The paths in the folder; `null` where the folder itself cannot be read, so that no note counts as deleted. */
function filesOf(folder: string, { notes, problems }: FoundNotes): ReadonlySet<string> | null {
  const ofFolder = problems.find(({ file }) => file === folder);
  if (ofFolder !== undefined && ofFolder.code !== 'no-notes') return null;
  const unread = problems.map(({ file }) => path.relative(folder, file).split(path.sep).join('/'));
  return new Set([...notes.map(({ file }) => file), ...unread]);
}

async function make(deps: WorkspacesDeps, id: WorkspaceId): Promise<void> {
  const { store, now } = deps.context();
  if ((await store.workspaces.ensure(id, platformOf(id), now)) === 'known') return;
  const found = await readNoteFiles([deps.flashcardsDir]);
  const files = filesOf(deps.flashcardsDir, found) ?? new Set();
  await syncInto(deps, id, { notes: await readAll(deps, found.notes), files }, () => {});
}

function platformOf(id: string): string {
  return id.split(':', 1)[0] ?? '';
}

/** What to read of a folder: all of it, or what has changed since `seen`; `null` where nothing has. */
function changesIn(found: FoundNotes, files: ReadonlySet<string>, seen: Seen | null): readonly SourceFile[] | null {
  if (seen === null) return found.notes;
  const changed = found.notes.filter((note) => seen.notes.get(note.file) !== hashOf(note));
  const isGone = [...seen.notes.keys()].some((file) => !files.has(file));
  return isGone || changed.length > 0 ? changed : null;
}

type Sync = () => Promise<void>;

export function createWorkspaceNotes(deps: WorkspacesDeps): WorkspaceNotes {
  const { context, flashcardsDir, retryMs = RETRY_MS } = deps;
  const ended = new AbortController();
  const prepared = new Map<string, Promise<void>>();
  let seen: Seen = { notes: new Map(), problems: new Set() };
  let last: Promise<void> = Promise.resolve();

  /** Syncs the notes into the workspace that is shown, and gives the same for all others. */
  async function sync(shown: string, tell: (news: NotesNews) => void, isAll: boolean): Promise<Sync> {
    const { store, now } = context();
    await store.workspaces.ensure(workspaceId(shown), platformOf(shown), now);
    const found = await readNoteFiles([flashcardsDir]);
    for (const problem of found.problems) {
      if (isAll || !seen.problems.has(keyOf(problem))) tell({ kind: 'note-problem', problem });
    }
    const files = filesOf(flashcardsDir, found);
    const changes = files === null ? null : changesIn(found, files, isAll ? null : seen);
    // The state is saved only when all is stored, so that notes that could not be stored are tried again.
    const save = (): void => {
      const notes = files === null ? seen.notes : new Map(found.notes.map((note) => [note.file, hashOf(note)]));
      seen = { notes, problems: new Set(found.problems.map(keyOf)) };
    };
    if (files === null || changes === null) return async () => save();
    const listing = { notes: await readAll(deps, changes), files };
    const others = (await store.workspaces.list()).filter(({ id }) => id !== shown);
    await syncInto(deps, workspaceId(shown), listing, tell);
    if (isAll) prepared.set(shown, Promise.resolve());
    return async () => {
      for (const { id } of others) {
        if (ended.signal.aborted) return;
        await syncInto(deps, id, listing, () => {});
        if (isAll) prepared.set(id, Promise.resolve());
      }
      save();
    };
  }

  /** Runs actions one after the other; a failed one does not stop the next. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    const turn = last.then(act);
    last = turn.catch(() => {});
    return turn;
  }

  /** Does work until it succeeds or the program ends. */
  async function persist(act: Sync): Promise<void> {
    while (!ended.signal.aborted) {
      try {
        await act();
        return;
      } catch (error) {
        deps.logger.warn({ err: error }, 'not all workspaces have the notes yet; it is tried again');
      }
      await pause(retryMs, undefined, { signal: ended.signal, ref: false }).catch(() => {});
    }
  }

  return {
    syncAll(shown, tell) {
      let others: Sync = async () => {};
      const first = inTurn(async () => {
        others = await sync(shown, tell, true);
      });
      // It is in line at once: a change of the folder that came in between would be undone.
      void inTurn(() => persist(() => others()));
      return first;
    },
    rescan: (shown, tell) => inTurn(async () => (await sync(shown, tell, false))()),
    async stop() {
      ended.abort();
      await last;
    },
    prepare(id) {
      const known = prepared.get(id);
      if (known !== undefined) return known;
      const making = make(deps, workspaceId(id));
      prepared.set(id, making);
      // A failed preparation is tried again with the next event.
      making.catch(() => prepared.delete(id));
      return making;
    },
  };
}
