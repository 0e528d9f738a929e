import { createBot } from './bot/bot.js';
import { roomWords } from './bot/room-words.js';
import { dailyMessageView } from './bot/views/daily-view.js';
import type { ChatAdapter } from './chat/port.js';
import { parseRoomContent } from './chat/web/room-content.js';
import { createWebRoom } from './chat/web/web-room.js';
import { type Config, LOCAL_WORKSPACE } from './config.js';
import { type Instant, instant } from './core/local-date.js';
import { runDailyRound } from './delivery/daily-round.js';
import { startTicker, type Ticker } from './delivery/ticker.js';
import { type HttpServer, listen } from './http-server.js';
import { newId, newRef, newSecret } from './ids.js';
import type { Logger } from './log.js';
import { type NoteFileProblem, readNotes } from './note-files.js';
import { type OpenStore, openStore, type StoreStep } from './store/open.js';
import type { TutorContext } from './tutor/context.js';
import { StoreUnavailable } from './tutor/errors.js';
import { createLookups } from './tutor/lookups.js';
import { type DeckPlan, syncDeck } from './tutor/sync-deck.js';

/** What the start is busy with, for whoever watches it. */
export type StartStep =
  | StoreStep
  | { readonly kind: 'database-ready'; readonly applied: number }
  | { readonly kind: 'reading-notes'; readonly folder: string }
  | { readonly kind: 'deck'; readonly plan: DeckPlan }
  | { readonly kind: 'note-problem'; readonly problem: NoteFileProblem };

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

  // 1. The door: a taken port is told before anything is made.
  const http = await listen(config.host, config.port, () => ({
    ready,
    adapters: Object.fromEntries(adapters.map((adapter) => [adapter.platform, adapter.state()])),
  }));

  // 2. The store, with the notes in it.
  const opened = await openOrClose(config, onStep, http);
  const close = async (): Promise<void> => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await http.close(CONNECTION_GRACE_MS);
    await opened.close();
  };
  async function bringUp(): Promise<Ticker> {
    const { store } = opened;
    const lookups = createLookups(store.decks);
    const context = (): TutorContext => ({ store, lookups, now: now(), newId });
    await loadNotes(options, context());

    // 3. The bot, and the adapters that carry it.
    const bot = createBot({ store, lookups, newId, clock: now });
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
    for (const adapter of adapters) await adapter.start();

    // 4. The clock.
    return startTicker(async () => {
      try {
        await runDailyRound({
          context,
          adapterOf: (platform) => adapters.find((adapter) => adapter.platform === platform),
          render: (prepared, at) => dailyMessageView(prepared.learner.language, prepared, at),
          logger,
        });
      } catch (error) {
        logger.warn({ err: error }, 'the daily round failed; the next one is in a minute');
      }
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

/** Every workspace has the notes of the folder; one that cannot be read is told and keeps the others from nothing. */
async function loadNotes({ config, logger, onStep }: StartOptions, context: TutorContext): Promise<void> {
  onStep({ kind: 'reading-notes', folder: config.flashcardsDir });
  await context.store.workspaces.ensure(LOCAL_WORKSPACE, 'web', context.now);
  const { notes, problems } = await readNotes([config.flashcardsDir]);
  for (const problem of problems) onStep({ kind: 'note-problem', problem });
  for (const workspace of await context.store.workspaces.list()) {
    for (const note of notes) {
      try {
        const plan = await syncDeck(context, workspace.id, note);
        if (workspace.id === LOCAL_WORKSPACE) onStep({ kind: 'deck', plan });
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error;
        logger.error({ err: error, file: note.file, workspace: workspace.id }, 'a note could not be stored');
        onStep({ kind: 'note-problem', problem: { file: note.file, code: 'unreadable', detail: 'database' } });
      }
    }
  }
}
