import { existsSync } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from './log.js';
import { isNoteName } from './note-files.js';

export type WatchOptions = {
  readonly folder: string;
  /** Looks at the files themselves every second, where a file system tells of no change, such as one over a network. */
  readonly poll: boolean;
  /** Called when notes may have changed, never twice at once. What it rejects with is logged, and it is tried again. */
  readonly onChange: () => Promise<void>;
  readonly logger: Logger;
  /** So long nothing must happen before a burst of changes counts as done. In milliseconds. */
  readonly quietMs?: number;
  /** How often is looked for a folder that is not there, and how long after a failure it is tried again. */
  readonly retryMs?: number;
};

export type FolderWatcher = {
  /** Resolves when changes are noticed from now on. */
  readonly ready: Promise<void>;
  /** Notices nothing more, and waits for what it has begun. */
  stop(): Promise<void>;
};

const QUIET_MS = 400;
const POLL_MS = 1_000;
const RETRY_MS = 15_000;

/** Looks at the notes when nothing has happened for a while, one look at a time. */
type Looker = {
  /** Looks after so long, counted anew with each call. In milliseconds. */
  after(milliseconds: number): void;
  /** Looks no more, and waits for the look that has begun. */
  stop(): Promise<void>;
};

function createLooker({ onChange, logger, quietMs = QUIET_MS, retryMs = RETRY_MS }: WatchOptions): Looker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isStopped = false;

  function after(milliseconds: number): void {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What changes during a look is looked at afterwards.
      if (running !== null) return after(quietMs);
      running = look().finally(() => {
        running = null;
      });
    }, milliseconds);
  }

  async function look(): Promise<void> {
    try {
      await onChange();
    } catch (error) {
      logger.warn({ err: error }, 'the notes on disk could not be taken over; trying again soon');
      after(retryMs);
    }
  }

  return {
    after,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Watches the notes of a folder, however deep. A folder that is not there is no error: it may come. */
export function watchFolder(options: WatchOptions): FolderWatcher {
  const { folder, poll, logger, quietMs = QUIET_MS, retryMs = RETRY_MS } = options;
  const looker = createLooker(options);
  let returning: NodeJS.Timeout | undefined;
  let isStopped = false;

  const watcher = watch(folder, {
    ignoreInitial: true,
    usePolling: poll,
    interval: POLL_MS,
    ignored: (file, stats) => isBeside(path.relative(folder, file), stats?.isFile() === true),
  });

  /** The watcher reports nothing of a folder that is not there, nor its return. */
  function awaitFolder(): void {
    clearInterval(returning);
    returning = setInterval(() => {
      if (!existsSync(folder)) return;
      clearInterval(returning);
      watcher.add(folder);
      looker.after(quietMs);
    }, retryMs);
  }

  watcher.on('all', (event, file) => {
    looker.after(quietMs);
    if (event === 'unlinkDir' && path.resolve(file) === path.resolve(folder)) awaitFolder();
  });
  watcher.on('error', (error) => logger.warn({ err: error }, 'the notes on disk are not watched as they should be'));
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => {
      if (!isStopped && !existsSync(folder)) awaitFolder();
      resolve();
    });
  });

  return {
    ready,
    async stop() {
      isStopped = true;
      const looked = looker.stop();
      clearInterval(returning);
      await watcher.close();
      await looked;
    },
  };
}

/** Hidden files and folders, and what editors keep beside the notes. */
function isBeside(relative: string, isFile: boolean): boolean {
  if (relative === '' || relative.startsWith('..')) return false;
  if (relative.split(path.sep).some((part) => part.startsWith('.'))) return true;
  return isFile && !isNoteName(relative);
}
