import { LOCAL_WORKSPACE } from '../config.js';
import { type WorkspaceId, workspaceId } from '../core/ids.js';
import { instant } from '../core/local-date.js';
import { newId } from '../ids.js';
import type { Problem } from '../notes/problem.js';
import { openStore } from '../store/open.js';
import type { TutorContext } from '../tutor/context.js';
import type { CardPlan } from '../tutor/import-cards.js';
import { createLookups } from '../tutor/lookups.js';
import { type DeckPlan, planDeck, syncDeck } from '../tutor/sync-deck.js';
import { planCardFiles, readCardFiles, sortPaths } from './card-files.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';
import { hasErrors, readInput } from './notes-input.js';
import { reportReading } from './report.js';

export type ImportOptions = { readonly dryRun: boolean; readonly workspace: string; readonly json: boolean };

/** `repaso import`: notes into the store, as a reviewed difference. One file with an error, and nothing is imported. */
export async function importNotes(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const sorted = sortPaths(paths);
  const input = sorted.notes.length === 0 ? { notes: [], problems: [] } : await readInput(io, sorted.notes);
  const cardFiles = await readCardFiles(io, sorted.cards);
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = { store, lookups: createLookups(store), now: instant(io.now()), newId };
    const workspace = await findWorkspace(io, context, options.workspace);
    const plans: DeckPlan[] = [];
    for (const note of input.notes) plans.push(await planDeck(context, workspace, note));
    const problems = [
      ...input.problems,
      ...plans.flatMap((plan) => plan.read.problems),
      ...cardFiles.flatMap(({ read }) => read.problems),
    ];
    const refused = hasErrors(problems);
    const apply = !refused && !options.dryRun;
    if (apply) for (const note of input.notes) await syncDeck(context, workspace, note);
    const cardPlans = await planCardFiles(context, workspace, refused ? [] : cardFiles, apply);
    report(io, options, plans, cardPlans, problems, refused);
    return refused ? 1 : 0;
  } finally {
    await opened.close();
  }
}

/** The local workspace may be new; any other must exist, so that a slip of the pen makes no second team. */
async function findWorkspace(io: Io, context: TutorContext, name: string): Promise<WorkspaceId> {
  const { workspaces } = context.store;
  if (name === LOCAL_WORKSPACE) await workspaces.ensure(LOCAL_WORKSPACE, 'web', context.now);
  const known = await workspaces.list();
  if (known.some((workspace) => workspace.id === name)) return workspaceId(name);
  throw usageError(io, 'usage.workspace', { name, known: known.map((workspace) => workspace.id).join(', ') });
}

type Counts = Readonly<Record<'added' | 'changed' | 'moved' | 'removed' | 'unchanged', number>>;

const NONE: Counts = { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0 };

function countsOf({ outcome }: DeckPlan): Counts {
  if (outcome.kind === 'unreadable') return NONE;
  if (outcome.kind === 'unchanged') return { ...NONE, unchanged: outcome.cards };
  const { added, changed, moved, removed, unchanged } = outcome.diff;
  return {
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    removed: removed.length,
    unchanged: unchanged.length,
  };
}

function cardCountsOf({ merged, known }: CardPlan): Counts {
  const { added, changed } = merged;
  return { ...NONE, added: added.length, changed: changed.length, unchanged: Math.max(0, known - changed.length) };
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, next) => ({
      added: total.added + next.added,
      changed: total.changed + next.changed,
      moved: total.moved + next.moved,
      removed: total.removed + next.removed,
      unchanged: total.unchanged + next.unchanged,
    }),
    NONE,
  );
}

function report(
  io: Io,
  options: ImportOptions,
  plans: readonly DeckPlan[],
  cardPlans: readonly CardPlan[],
  problems: readonly Problem[],
  refused: boolean,
): void {
  if (options.json) {
    const told = problems.map(({ file, line, code, message }) => ({ file, line, code, message }));
    printJson(io, { ...sum([...plans.map(countsOf), ...cardPlans.map(cardCountsOf)]), problems: told });
    return;
  }
  reportReading(
    io,
    plans.map((plan) => plan.read),
    problems,
  );
  if (refused) {
    io.err(say(io.language, 'import.stopped'));
    return;
  }
  for (const plan of plans) {
    const counts = say(io.language, 'import.counts', countsOf(plan));
    io.out(say(io.language, 'import.deck', { name: plan.read.deck?.name ?? plan.file, counts }));
  }
  for (const plan of cardPlans) {
    const counts = say(io.language, 'import.counts', cardCountsOf(plan));
    io.out(say(io.language, 'import.deck', { name: plan.name, counts }));
  }
  if (options.dryRun) io.out(say(io.language, 'import.dry-run'));
}
