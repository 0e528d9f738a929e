import { createBot } from '../bot/bot.js';
import { roomWords } from '../bot/room-words.js';
import { answeredView } from '../bot/views/answered-view.js';
import { dailyMessageView } from '../bot/views/daily-view.js';
import { type KeptAdapter, keepRunning } from '../chat/keep-running.js';
import type { AdapterState, ChatAdapter } from '../chat/port.js';
import { parseRoomContent } from '../chat/web/room-content.js';
import { createWebRoom } from '../chat/web/web-room.js';
import { type Instant, instant } from '../core/local-date.js';
import { createAnswerRound } from '../delivery/answer-round.js';
import { runDailyRound } from '../delivery/daily-round.js';
import { startTicker, type Ticker } from '../delivery/ticker.js';
import { createTidy, KEEP_EVENTS_MS, KEEP_QUESTIONS_MS } from '../delivery/tidy.js';
import { type OpenStore, openStore, type StoreStep } from '../store/open/open.js';
import { createLookups } from '../tutor/ask/lookups.js';
import type { TutorContext } from '../tutor/context.js';
import { createSources } from '../tutor/decks/sources.js';
import { createPlatforms } from './adapters.js';
import { type Config, LOCAL_WORKSPACE } from './config.js';
import { type HttpServer, listen } from './http-server.js';
import { newId, newRef, newSecret } from './ids.js';
import type { Logger } from './log.js';
import { openModels } from './models.js';
import { createReader } from './reader.js';
import { type FolderWatcher, watchFolder } from './watch-folder.js';
import { createWorkspaces, type NotesNews } from './workspaces.js';

/** What the start is busy with, for whoever watches it. */
export type StartStep =
  | StoreStep
  | { readonly kind: 'database-ready'; readonly applied: number }
  | { readonly kind: 'reading-notes'; readonly folder: string }
  | NotesNews
  /** The notes on disk changed while the program runs. */
  | { readonly kind: 'on-disk'; readonly news: NotesNews }
  /** The adapters are started, all at once. */
  | { readonly kind: 'joining'; readonly platforms: readonly string[] }
  | { readonly kind: 'adapter'; readonly platform: string; readonly state: AdapterState };

export type StartOptions = {
  readonly config: Config;
  readonly logger: Logger;
  readonly onStep: (step: StartStep) => void;
  readonly clock: () => number;
};

export type Running = {
  /** Where the web chat is; `null` where it is switched off. */
  readonly url: string | null;
  /** Finishes what is in flight, at most 10 s, and closes everything. */
  stop(): Promise<void>;
};

/** Of the 10 s that a stop may take, what is left for connections that do not end by themselves. */
const CONNECTION_GRACE_MS = 3_000;

/** Builds the whole program, from the bottom up. Rejects with what a person can mend, having closed what was open. */
export async function startRepaso(options: StartOptions): Promise<Running> {
  const { config, logger, onStep, clock } = options;
  const now = (): Instant => instant(clock());
  let ready = false;
  const adapters: ChatAdapter[] = [];
  const kept: KeptAdapter[] = [];
  const watchers: FolderWatcher[] = [];

  // 0. What starts when it is needed: the reader with the first notes, a model with the first question.
  const reader = createReader();
  const models = await openModels(config.models, logger, clock);

  // 1. The door: a taken port is told before anything is made.
  const http = await listen(config.host, config.port, () => ({
    ready,
    adapters: Object.fromEntries(adapters.map((adapter) => [adapter.platform, adapter.state()])),
  }));

  // 2. The store, with the notes in it.
  const opened = await openOrClose(config, onStep, http);
  const close = async (): Promise<void> => {
    models.stop();
    await Promise.all([...kept, ...watchers].map((each) => each.stop()));
    await http.close(CONNECTION_GRACE_MS);
    await reader.stop();
    await opened.close();
  };
  async function bringUp(): Promise<Ticker> {
    const { store } = opened;
    const lookups = createLookups(store);
    const sources = createSources(reader);
    const { answering, nearness } = models;
    const context = (): TutorContext => ({ store, lookups, sources, answering, nearness, now: now(), newId });
    const workspaces = createWorkspaces({ context, flashcardsDir: config.flashcardsDir, logger });
    onStep({ kind: 'reading-notes', folder: config.flashcardsDir });
    // It listens before it reads: what is written in between is heard.
    if (config.watch !== 'off') {
      const watcher = watchFolder({
        folder: config.flashcardsDir,
        poll: config.watch === 'poll',
        onChange: () => workspaces.rescan(LOCAL_WORKSPACE, (news) => onStep({ kind: 'on-disk', news })),
        logger,
      });
      watchers.push(watcher);
      await Promise.race([watcher.ready, patience()]);
    }
    await workspaces.syncAll(LOCAL_WORKSPACE, onStep);
    const { chatMemory: memory } = opened;

    // 3. The bot, and the adapters that carry it: each on its own, so that none waits for another's platform.
    const bot = createBot({
      store,
      lookups,
      sources,
      answering,
      nearness,
      newId,
      clock: now,
      prepare: workspaces.prepare,
    });
    if (config.web) {
      const room = createWebRoom({
        app: bot,
        log: opened.roomLog(parseRoomContent),
        workspaceId: LOCAL_WORKSPACE,
        roomId: LOCAL_WORKSPACE,
        words: roomWords,
        logger,
        now: clock,
        newRef,
        newSecret,
        allowedHosts: [config.host, ...config.allowedHosts],
      });
      adapters.push(room.adapter);
      http.mount(room.app);
    }
    const platforms = createPlatforms({ config, app: bot, store, memory, logger, clock });
    adapters.push(...platforms.adapters);
    if (platforms.slackListener !== null) http.mountListener('/slack/', platforms.slackListener);
    onStep({ kind: 'joining', platforms: adapters.map(({ platform }) => platform) });
    for (const adapter of adapters) {
      kept.push(
        keepRunning(adapter, logger, (state) => onStep({ kind: 'adapter', platform: adapter.platform, state })),
      );
    }
    await Promise.race([Promise.all(kept.map(({ tried }) => tried)), patience()]);

    // 4. The clock.
    const tidy = createTidy(
      [
        ...adapters.map(({ platform }) => ({ store: memory(platform), keepMs: KEEP_EVENTS_MS })),
        { store: store.questions, keepMs: KEEP_QUESTIONS_MS },
      ],
      clock,
      logger,
    );
    const adapterOf = (platform: string) => adapters.find((adapter) => adapter.platform === platform);
    const tellAnswers = createAnswerRound({
      context,
      adapterOf,
      render: (toTell) => answeredView(toTell.learner.language, toTell),
      logger,
    });
    return startTicker(async () => {
      try {
        await runDailyRound({
          context,
          adapterOf,
          render: (prepared, at) => dailyMessageView(prepared.learner.language, prepared, at),
          logger,
        });
      } catch (error) {
        logger.warn({ err: error }, 'the daily round failed; the next one is in a minute');
      }
      await tellAnswers();
      await tidy();
    });
  }

  // 5. Up it goes; what fails on the way leaves nothing open.
  let ticker: Ticker;
  try {
    ticker = await bringUp();
  } catch (error) {
    await close();
    throw error;
  }
  ready = true;

  return {
    url: config.web ? http.url : null,
    async stop() {
      ready = false;
      await ticker.stop();
      await close();
    },
  };
}

async function openOrClose(config: Config, onStep: StartOptions['onStep'], http: HttpServer): Promise<OpenStore> {
  try {
    const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, onStep });
    onStep({ kind: 'database-ready', applied: opened.migration.applied });
    return opened;
  } catch (error) {
    await http.close(0);
    throw error;
  }
}

/** Nobody waits longer than this for a platform that does not answer: it goes on trying beside the others. */
const PATIENCE_MS = 20_000;

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });
}
