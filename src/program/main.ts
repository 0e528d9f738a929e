import { createBot } from '../bot/bot.js';
import { roomWords } from '../bot/room-words.js';
import { type GuardedAdapter, guardAdapter, type MakeAdapter } from '../chat/guard-adapter.js';
import type { AdapterState, ChatAdapter, ChatApp } from '../chat/port.js';
import { PATHS } from '../chat/slack/paths.js';
import type { Invitation } from '../chat/web/invitation.js';
import { parseRoomContent } from '../chat/web/room-content.js';
import { createWebRoom } from '../chat/web/web-room.js';
import { instant } from '../core/local-date.js';
import type { Ticker } from '../delivery/ticker.js';
import type { DataFolderLost } from '../store/open/errors.js';
import { type OpenStore, openStore } from '../store/open/open.js';
import { createLookups } from '../tutor/ask/lookups.js';
import { createSources } from '../tutor/decks/sources.js';
import { toldOfChanges } from '../tutor/quiz/told-of-changes.js';
import { createPlatforms } from './adapters.js';
import type { Config } from './config.js';
import { followNotes } from './follow-notes.js';
import { guardProcess } from './guard-process.js';
import { createHealth } from './health.js';
import { type HttpServer, listen } from './http-server.js';
import { newId, newRef, newSecret } from './ids.js';
import { type InvitationLinks, linksOf, readInvitation } from './invitation.js';
import { LOCAL_WORKSPACE } from './local-workspace.js';
import type { Logger } from './log.js';
import { type Models, openModels } from './models.js';
import { startQuizzes } from './quizzes.js';
import { createReader, type ThreadedReader } from './reader.js';
import { startRounds } from './rounds.js';
import type { OnStep } from './start-step.js';
import { unlessAborted } from './unless-aborted.js';
import { withPatience } from './with-patience.js';
import { createWorkspaceNotes } from './workspaces.js';

type StartOptions = {
  readonly config: Config;
  readonly logger: Logger;
  readonly onStep: OnStep;
  /** Another process has taken the data folder: this one is to end at once, without finishing anything. */
  readonly onLost: (loss: DataFolderLost) => void;
  readonly clock: () => number;
  /** Ends a start that is not done: it rejects with the reason, having closed what was open. */
  readonly stopped: AbortSignal;
};

export type Running = {
  /** Address of the web chat; `null` where it is off. */
  readonly url: string | null;
  /** What to send and to keep, where the web chat is by invitation. */
  readonly links: InvitationLinks | null;
  /** Finishes what is in progress, within 10 s, and closes everything. */
  stop(): Promise<void>;
};

/** The part of the 10 s for connections that do not end in time. */
const CONNECTION_GRACE_MS = 3_000;

/** What the program has opened so far and closes at its end. */
type Opened = StartOptions & {
  readonly reader: ThreadedReader;
  readonly models: Models;
  readonly http: HttpServer;
  readonly database: OpenStore;
  readonly adapters: ChatAdapter[];
  readonly guarded: GuardedAdapter[];
  readonly unguard: (() => void)[];
  readonly invitation: Invitation | null;
  /** What follows the notes. */
  readonly watchers: { stop(): Promise<void> }[];
};

/**
 * Builds the whole program, from the bottom up. Rejects with an error that a person can mend; everything opened until
 * then is closed.
 */
export async function startRepaso(options: StartOptions): Promise<Running> {
  const { config, logger, clock } = options;
  const adapters: ChatAdapter[] = [];
  const health = createHealth(() => Object.fromEntries(adapters.map((adapter) => [adapter.platform, adapter.state()])));
  const onStep: OnStep = (step) => {
    health.onStep(step);
    options.onStep(step);
  };

  // These start on first use: the reader with the first notes, a model with the first question.
  const reader = createReader();
  const models = await openModels(config.models, logger, clock);

  const invitation = config.web && config.invite ? await readInvitation(config) : null;

  // The port comes first: a taken one is reported before anything is created.
  const http = await listen(config.host, config.port, health.now);
  const database = await openOrClose({ ...options, onStep }, http);
  health.watch({ condition: database.condition, dataDir: database.kind === 'embedded' ? config.dataDir : null });
  const opened: Opened = {
    ...options,
    onStep,
    reader,
    models,
    http,
    database,
    adapters,
    guarded: [],
    unguard: [],
    invitation,
    watchers: [],
  };

  // A failed start leaves nothing open.
  let ticker: Ticker;
  try {
    ticker = await unlessAborted(options.stopped, () => bringUp(opened));
  } catch (error) {
    // Whatever is still being read is not waited for.
    await reader.stop();
    health.end();
    await close(opened);
    throw error;
  }
  health.begin();

  return {
    url: config.web ? http.url : null,
    links: invitation === null ? null : linksOf(config, invitation, http.url),
    async stop() {
      health.end();
      await ticker.stop();
      await close(opened);
    },
  };
}

async function openOrClose({ config, onStep, onLost }: StartOptions, http: HttpServer): Promise<OpenStore> {
  try {
    const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, onStep });
    void opened.lost.then(onLost);
    onStep({ kind: 'database-ready', applied: opened.migration.applied });
    return opened;
  } catch (error) {
    await http.close(0);
    throw error;
  }
}

/** Starts the notes, the bot, its adapters and last the clock. */
async function bringUp(opened: Opened): Promise<Ticker> {
  const { config, logger, onStep, clock, database, models, adapters, watchers } = opened;
  const { store, chatMemory: memory } = database;
  const { answering, suggesting, nearness } = models;
  const lookups = createLookups(store);
  const sources = createSources(opened.reader);
  const now = () => instant(clock());
  const parts = { store, lookups, sources, answering, suggesting, nearness, newId };
  const context = () => ({ ...parts, now: now() });

  const workspaces = createWorkspaceNotes({ context, flashcardsDir: config.flashcardsDir, logger });
  watchers.push(workspaces);
  await followNotes({ config, workspaces, logger, onStep, onWatcher: (watcher) => watchers.push(watcher) });
  opened.stopped.throwIfAborted();
  // What people do in a quiz wakes its clock.
  let wake = (): void => {};
  const told = { ...store, quizzes: toldOfChanges(store.quizzes, () => wake()) };
  await joinPlatforms(opened, createBot({ ...parts, store: told, clock: now, prepare: workspaces.prepare }));
  opened.stopped.throwIfAborted();
  const { retention } = database;
  const quizzes = startQuizzes({ context, adapters, clock, logger });
  wake = quizzes.wake;
  const ticker = startRounds({ context, adapters, memory, retention, keep: config.keep, clock, logger });
  return {
    async stop() {
      await Promise.all([quizzes.stop(), ticker.stop()]);
    },
  };
}

/** Starts all adapters at once, so that none waits for another's platform. */
async function joinPlatforms(opened: Opened, app: ChatApp): Promise<void> {
  const { config, logger, onStep, clock, http, database, adapters, guarded, unguard } = opened;
  const { store, chatMemory: memory } = database;
  const platforms = createPlatforms({ config, app, store, memory, logger, clock });
  const guard = (platform: string, make: MakeAdapter): GuardedAdapter => {
    const onState = (state: AdapterState): void => onStep({ kind: 'adapter', platform, state });
    const made = guardAdapter(platform, make, { logger, newRef, onState });
    adapters.push(made.adapter);
    guarded.push(made);
    return made;
  };
  if (config.web) {
    const room = openRoom(opened, app);
    guard(room.platform, () => room);
  }
  const suspects = platforms.makers.map(({ platform, packages, make }) => {
    const { broke } = guard(platform, make);
    return { platform, packages, broke };
  });
  unguard.push(guardProcess({ suspects, logger, newRef, end: () => process.exit(1) }));
  if (platforms.slackListener !== null) http.mountListener(PATHS.root, platforms.slackListener);
  onStep({ kind: 'joining', platforms: adapters.map(({ platform }) => platform) });
  await withPatience(Promise.all(guarded.map((each) => each.start())));
}

function openRoom({ config, logger, clock, http, database, invitation }: Opened, app: ChatApp): ChatAdapter {
  const room = createWebRoom({
    app,
    log: database.roomLog(parseRoomContent),
    workspaceId: LOCAL_WORKSPACE,
    roomId: LOCAL_WORKSPACE,
    words: roomWords,
    logger,
    now: clock,
    newRef,
    newSecret,
    invitation,
    allowedHosts: [config.host, ...config.allowedHosts],
  });
  http.mount(room.app);
  return room.adapter;
}

async function close({ reader, models, http, database, guarded, unguard, watchers }: Opened): Promise<void> {
  models.stop();
  await Promise.all([...guarded, ...watchers].map((each) => each.stop()));
  await http.close(CONNECTION_GRACE_MS);
  await reader.stop();
  await database.close();
  for (const take of unguard) take();
}
