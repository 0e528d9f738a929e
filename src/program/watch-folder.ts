import { existsSync } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from './log.js';
import { isNoteName } from './note-files.js';

type WatchOptions = {
  readonly folder: string;
  /** Whether to look at the files every second, for file systems that report no changes, such as network drives. */
  readonly poll: boolean;
  /** Called when notes may have changed, never twice at once. A rejection is logged, and the call is repeated. */
  readonly onChange: () => Promise<void>;
  readonly logger: Logger;
  /** A burst of changes is over after this long without one. In milliseconds. */
  readonly quietMs?: number;
  /** The pause before looking again for a missing folder, and before a failed call is repeated. In milliseconds. */
  readonly retryMs?: number;
};

export type FolderWatcher = {
  /** Resolves once changes are noticed. */
  readonly ready: Promise<void>;
  /** Stops watching and waits for a call that is running. */
  stop(): Promise<void>;
};

const QUIET_MS = 400;
const POLL_MS = 1_000;
const RETRY_MS = 15_000;

/** Looks at the notes after a quiet while, one look at a time. */
type Looker = {
  /** Looks after this long; a new call starts the time again. In milliseconds. */
  after(milliseconds: number): void;
  /** Stops looking and waits for a look that is running. */
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
      // A change during a look is looked at afterwards.
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

/** Watches the notes of a folder, at any depth. A missing folder is no error: it may appear later. */
export function watchFolder(options: WatchOptions): FolderWatcher {
  const { folder, poll, logger, quietMs = QUIET_MS, retryMs = RETRY_MS } = options;
  const looker = createLooker(options);
  let returning: NodeJS.Timeout | undefined;
  let isStopped = false;

  const watcher = watch(folder, {
    ignoreInitial: true,
    usePolling: poll,
    interval: POLL_MS,
    ignored: (file, stats) => isIgnored(path.relative(folder, file), stats?.isFile() === true),
  });

  /** The watcher reports neither a missing folder nor its return. */
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

/** Whether a file or folder is hidden or one of an editor's temporary files. */
function isIgnored(relative: string, isFile: boolean): boolean {
  if (relative === '' || relative.startsWith('..')) return false;
  if (relative.split(path.sep).some((part) => part.startsWith('.'))) return true;
  return isFile && !isNoteName(relative);
}
