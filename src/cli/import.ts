import { type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Decisions } from '../diff/diff-deck.js';
import { readDeck } from '../notes/read-deck.js';
import { LOCAL_WORKSPACE } from '../program/config.js';
import { openStore } from '../store/open/open.js';
import type { TutorContext } from '../tutor/context.js';
import { type DeckPlan, planDecks } from '../tutor/decks/plan-decks.js';
import { type NoteFile, syncDecks } from '../tutor/decks/sync-deck.js';
import { type CardFile, planCardFiles, readArchives, readCardFiles, sortPaths } from './card-files.js';
import { configured } from './configured.js';
import { type Ask, askAbout, confirm, readDecisions } from './import-choices.js';
import { hasChanges, type Looked, reportDifference, reportJson } from './import-report.js';
import { type ExitCode, type Io, usageError } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, type NotesInput, readInput } from './notes-input.js';
import { reportReading } from './report.js';
import { tutorContext } from './tutor-context.js';

export type ImportOptions = {
  readonly dryRun: boolean;
  readonly workspace: string;
  readonly json: boolean;
  /** Asks nothing in a terminal either. */
  readonly yes?: boolean;
  /** A file that says which unclear cards are which. */
  readonly decide?: string | null;
};

const BY_CLI = { kind: 'cli' } as const;

type Import = {
  readonly context: TutorContext;
  readonly workspace: WorkspaceId;
  readonly input: NotesInput;
  readonly cardFiles: readonly CardFile[];
};

/** `repaso import`: notes into the store, as a reviewed difference. One file with an error, and nothing is imported. */
export async function importNotes(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const decisions = await readDecisions(io, options.decide ?? null);
  const sorted = sortPaths(paths);
  const named = sorted.notes.length === 0 ? { notes: [], problems: [] } : await readInput(io, sorted.notes);
  const archives = await readArchives(io, sorted.archives);
  const input = {
    notes: [...named.notes, ...archives.notes.filter(hasCards)],
    problems: [...named.problems, ...archives.problems],
  };
  const cardFiles = [...(await readCardFiles(io, sorted.cards)), ...archives.cards];
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = tutorContext(io, store);
    const workspace = await findWorkspace(io, context, options.workspace);
    // Whoever types the notes themselves cannot be asked.
    const isAsking = !options.yes && !options.json && !options.dryRun && !paths.includes('-');
    return await bring(io, { context, workspace, input, cardFiles }, options, decisions, isAsking ? io.ask : null);
  } finally {
    await opened.close();
  }
}

/** Pages of an archive that only lead to others are no decks. */
function hasCards({ file, bytes }: NoteFile): boolean {
  return (readDeck(file, bytes).deck?.cards.length ?? 0) > 0;
}

async function lookAt(it: Import, decisions: Decisions): Promise<Looked> {
  const { context, workspace, input, cardFiles } = it;
  const plans = await planDecks(context, workspace, input.notes, { decisions });
  const problems = [
    ...input.problems,
    ...plans.flatMap((plan) => plan.read.problems),
    ...cardFiles.flatMap(({ read }) => read.problems),
  ];
  const cardPlans = hasErrors(problems) ? [] : await planCardFiles(context, workspace, cardFiles, null);
  return { plans, cardPlans, problems };
}

async function bring(
  io: Io,
  it: Import,
  options: ImportOptions,
  decided: Decisions,
  ask: Ask | null,
): Promise<ExitCode> {
  let decisions = decided;
  let looked = await lookAt(it, decisions);
  const refused = hasErrors(looked.problems);
  if (!options.json) {
    reportReading(
      io,
      looked.plans.map((plan) => plan.read),
      looked.problems,
    );
    if (refused) io.err(say(io.language, 'import.stopped'));
    else reportDifference(io, looked);
  }
  if (ask !== null && !refused && hasChanges(looked)) {
    const said = await askAbout(io, ask, looked.plans);
    if (Object.keys(said).length > 0) {
      decisions = { ...decisions, ...said };
      looked = await lookAt(it, decisions);
      reportDifference(io, looked);
    }
    if (!(await confirm(io, ask))) {
      io.out(say(io.language, 'import.left'));
      return 0;
    }
  }
  const isApplied = !refused && !options.dryRun;
  if (isApplied) await store(it, decisions);
  if (options.json) reportJson(io, looked, isApplied);
  else if (!refused) tellTheEnd(io, looked, isApplied);
  return refused ? 1 : 0;
}

async function store({ context, workspace, input, cardFiles }: Import, decisions: Decisions): Promise<void> {
  await syncDecks(context, workspace, input.notes, { decisions, by: BY_CLI });
  await planCardFiles(context, workspace, cardFiles, BY_CLI);
}

function tellTheEnd(io: Io, looked: Looked, isApplied: boolean): void {
  if (!isApplied) io.out(say(io.language, 'import.dry-run'));
  else if (looked.plans.some(isChange)) {
    const [first] = looked.plans.filter(isChange);
    io.out(say(io.language, 'import.stored', { deck: first?.read.deck?.id ?? '' }));
  }
}

function isChange({ outcome }: DeckPlan): boolean {
  return outcome.kind === 'change';
}

/** The local workspace may be new; any other must exist, so that a slip of the pen makes no second team. */
export async function findWorkspace(io: Io, context: TutorContext, name: string): Promise<WorkspaceId> {
  const { workspaces } = context.store;
  if (name === LOCAL_WORKSPACE) await workspaces.ensure(LOCAL_WORKSPACE, 'web', context.now);
  const known = await workspaces.list();
  if (known.some((workspace) => workspace.id === name)) return workspaceId(name);
  throw usageError(io, 'usage.workspace', { name, known: known.map((workspace) => workspace.id).join(', ') });
}
