import { type CardId, type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Decisions } from '../diff/diff-deck.js';
import { LOCAL_WORKSPACE } from '../program/local-workspace.js';
import { openStore } from '../store/open/open.js';
import type { TutorContext } from '../tutor/context.js';
import { directReader } from '../tutor/decks/direct-reader.js';
import type { Takes } from '../tutor/decks/pile/part-cards.js';
import type { DeckPlan } from '../tutor/decks/plan-decks.js';
import { applyContent, planContent } from '../tutor/decks/plan-source.js';
import { createSources } from '../tutor/decks/sources.js';
import { configured } from './configured.js';
import { type Ask, askAbout, confirm, readDecisions } from './import-choices.js';
import {
  askAboutDoubtful,
  type DoubtfulWay,
  doubtfulWay,
  NO_ANSWERS,
  refuseWaiting,
  takesOf,
  waitingOf,
} from './import-doubtful.js';
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
  /** Asks nothing, even in a terminal. */
  readonly yes?: boolean;
  /** A file with decisions about unclear cards. */
  readonly decide?: string | null;
  /** What happens to doubtful cards: `yes`, `no` or `ask`. Without it they wait. */
  readonly doubtful?: string | null;
};

const BY_CLI = { kind: 'cli' } as const;
/** The person at the terminal may import the progress of everybody in a file. */
const EVERYONE = { kind: 'everyone', owner: null } as const;

type Import = {
  readonly context: TutorContext;
  readonly workspace: WorkspaceId;
  readonly input: ImportInput;
  readonly ask: Ask | null;
  readonly way: DoubtfulWay;
};

/** Decisions about unclear and doubtful cards. */
type Said = {
  readonly decisions: Decisions;
  readonly takes: Takes | null;
  readonly isRefused: (card: CardId) => boolean;
};

/** `repaso import`: imports notes after showing what changes. One file with an error stops the whole import. */
export async function importNotes(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const decisions = await readDecisions(io, options.decide ?? null);
  // Nobody can answer where standard input holds the notes.
  const isAsking = !options.yes && !options.json && !options.dryRun && !paths.includes('-');
  const ask = isAsking ? io.ask : null;
  const way = doubtfulWay(io, options.doubtful ?? null, ask);
  const sources = createSources(directReader);
  const input = await readImport(io, sources, paths);
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const { store } = opened;
    const context = tutorContext(io, store, sources);
    const workspace = await findWorkspace(io, context, options.workspace);
    return await bring(io, { context, workspace, input, ask, way }, options, decisions);
  } finally {
    await opened.close();
  }
}

async function lookAt({ context, workspace, input }: Import, { decisions, takes }: Said): Promise<Looked> {
  const { notes: plans, cards } = await planContent(context, workspace, input, { decisions, takes });
  const problems = [...input.problems, ...plans.flatMap((plan) => plan.read.problems)];
  return { plans, cardPlans: hasErrors(problems) ? [] : cards, problems };
}

/** The decisions given before any question. */
function saidAtFirst({ context, way }: Import, decisions: Decisions): Said {
  return { decisions, takes: way === 'yes' ? takesOf(context, 'all') : null, isRefused: () => way === 'no' };
}

/** Asks about unclear cards, and about doubtful ones if requested; `null` where nothing was decided. */
async function askMore(io: Io, { context, way, ask }: Import, said: Said, looked: Looked): Promise<Said | null> {
  if (ask === null) return null;
  const decided = await askAbout(io, ask, looked.plans);
  const { yes, no } = way === 'ask' ? await askAboutDoubtful(io, ask, looked.plans) : NO_ANSWERS;
  if (Object.keys(decided).length + yes.size + no.size === 0) return null;
  return {
    decisions: { ...said.decisions, ...decided },
    takes: yes.size > 0 ? takesOf(context, yes) : said.takes,
    isRefused: (card) => no.has(card) || said.isRefused(card),
  };
}

async function bring(io: Io, it: Import, options: ImportOptions, decisions: Decisions): Promise<ExitCode> {
  const { ask, way } = it;
  let said = saidAtFirst(it, decisions);
  let looked = await lookAt(it, said);
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
  const isWaiting = way === 'ask' && looked.plans.some((plan) => waitingOf(plan).length > 0);
  if (ask !== null && !refused && (hasChanges(looked) || isWaiting)) {
    const more = await askMore(io, it, said, looked);
    if (more !== null) {
      said = more;
      looked = await lookAt(it, said);
      reportDifference(io, looked);
    }
    if (!(await confirm(io, ask))) {
      io.out(say(io.language, 'import.left'));
      return 0;
    }
  }
  const isApplied = !refused && !options.dryRun;
  if (isApplied) await store(it, said, looked);
  if (options.json) reportJson(io, looked, isApplied);
  else if (!refused) tellTheEnd(io, looked, isApplied);
  return refused ? 1 : 0;
}

async function store({ context, workspace, input }: Import, said: Said, looked: Looked): Promise<void> {
  const { decisions, takes, isRefused } = said;
  await applyContent(context, workspace, input, EVERYONE, { decisions, takes, by: BY_CLI });
  await refuseWaiting(context, workspace, looked.plans, isRefused);
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

/** The local workspace may be new. Any other must exist, so that a typo does not create another one. */
export async function findWorkspace(io: Io, context: TutorContext, name: string): Promise<WorkspaceId> {
  const { workspaces } = context.store;
  if (name === LOCAL_WORKSPACE) await workspaces.ensure(LOCAL_WORKSPACE, 'web', context.now);
  const known = await workspaces.list();
  if (known.some((workspace) => workspace.id === name)) return workspaceId(name);
  throw usageError(io, 'usage.workspace', { name, known: known.map((workspace) => workspace.id).join(', ') });
}
