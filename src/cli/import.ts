import { type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Decisions } from '../diff/diff-deck.js';
import { LOCAL_WORKSPACE } from '../program/local-workspace.js';
import { openStore } from '../store/open/open.js';
import type { TutorContext } from '../tutor/context.js';
import { directReader } from '../tutor/decks/direct-reader.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import { applyContent, planContent } from '../tutor/decks/plan-source.js';
import { createSources } from '../tutor/decks/sources.js';
import { configured } from './configured.js';
import { type Ask, askAbout, confirm, readDecisions } from './import-choices.js';
import { type ImportInput, readImport } from './import-input.js';
import { hasChanges, type Looked, reportDifference, reportJson } from './import-report.js';
import { type ExitCode, type Io, usageError } from './io.js';
import { say } from './messages/say.js';
import { hasErrors } from './notes-input.js';
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
/** The person at the terminal may import what a file knows of anybody it names. */
const EVERYONE = { kind: 'everyone', owner: null } as const;

type Import = {
  readonly context: TutorContext;
  readonly workspace: WorkspaceId;
  readonly input: ImportInput;
};

/** `repaso import`: notes into the store, as a reviewed difference. One file with an error, and nothing is imported. */
export async function importNotes(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const decisions = await readDecisions(io, options.decide ?? null);
  const sources = createSources(directReader);
  const input = await readImport(io, sources, paths);
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = tutorContext(io, store, sources);
    const workspace = await findWorkspace(io, context, options.workspace);
    // Where the notes come from standard input, nobody can be asked.
    const isAsking = !options.yes && !options.json && !options.dryRun && !paths.includes('-');
    return await bring(io, { context, workspace, input }, options, decisions, isAsking ? io.ask : null);
  } finally {
    await opened.close();
  }
}

async function lookAt({ context, workspace, input }: Import, decisions: Decisions): Promise<Looked> {
  const { notes: plans, cards } = await planContent(context, workspace, input, { decisions });
  const problems = [...input.problems, ...plans.flatMap((plan) => plan.read.problems)];
  return { plans, cardPlans: hasErrors(problems) ? [] : cards, problems };
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

async function store({ context, workspace, input }: Import, decisions: Decisions): Promise<void> {
  await applyContent(context, workspace, input, EVERYONE, { decisions, by: BY_CLI });
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
