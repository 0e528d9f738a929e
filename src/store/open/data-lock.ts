import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { DataFolderLocked, DataFolderLost } from './errors.js';
import { type Fence, isHeld, lockPath } from './fence.js';
import {
  claim,
  fileSystemTime,
  hasCode,
  holderOf,
  type LockFile,
  latest,
  type Owner,
  removeOlder,
  touch,
} from './lock-file.js';
import { isSameProcess, type ProcessIdentity, thisProcess } from './process-identity.js';

/** The right to open a data folder. */
export type DataLock = {
  /** By which anybody, in any thread, sees whether the folder is still this process's. */
  readonly fence: Fence;
  /** Resolves once another process has taken the folder. Its reader ends the process. */
  readonly lost: Promise<DataFolderLost>;
  readonly release: () => Promise<void>;
};

export type LockOptions = {
  /** A holder that cannot be looked up counts as gone when it has not touched its file for so long, in milliseconds. */
  readonly goneAfterMs?: number;
  /** Told when it takes a while to see whether the holder is still there. */
  readonly onWatch?: () => void;
};

/*
 * How the right passes on: it belongs to the process named in the file `lock-N` with the highest N. Whoever finds
 * that process gone makes `lock-N+1`, which the file system lets only one succeed in. The highest file is never
 * removed, not even on release, so that N only grows: a process that slept since it read `lock-4` cannot take a
 * number that is out of date, because it would see the higher one right after. Taking over by deleting the old lock
 * could not promise that: two processes may both have read it. And a process that slept while the folder went to
 * another sees the higher number before it writes anything (`fence.ts`).
 */

/** A process of another machine or container cannot be looked up: it counts as alive while it touches its file. */
const TOUCH_EVERY_MS = 2_000;
const GONE_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 250;
const ATTEMPTS = 5;

function canBeLookedUp(owner: Exclude<Owner, { readonly released: true }>, self: ProcessIdentity): boolean {
  return owner.host === self.host && (owner.space === null || self.space === null || owner.space === self.space);
}

/** Waits until the file is touched, which its holder does every two seconds, or has not been for long enough. */
async function isTouched(dataDir: string, file: LockFile, { goneAfterMs, onWatch }: Required<LockOptions>) {
  const age = (await fileSystemTime(dataDir)) - file.touchedAt;
  // One from the future tells nothing of its age: it is watched for the whole time.
  let left = age < 0 ? goneAfterMs : goneAfterMs - age;
  if (left > 0) onWatch();
  while (left > 0) {
    const step = Math.min(left, LOOK_EVERY_MS);
    await pause(step);
    left -= step;
    const now = await latest(dataDir);
    if (now === null || now.generation !== file.generation) return true;
    if (now.touchedAt !== file.touchedAt) return now.owner === null || !('released' in now.owner);
  }
  return false;
}

async function isTaken(dataDir: string, file: LockFile, self: ProcessIdentity, options: Required<LockOptions>) {
  const { owner } = file;
  if (owner !== null && 'released' in owner) return false;
  if (owner !== null && canBeLookedUp(owner, self)) return isSameProcess(owner);
  return isTouched(dataDir, file, options);
}

async function lossOf(folder: string): Promise<DataFolderLost> {
  const holder = await latest(folder).catch(() => null);
  return new DataFolderLost(folder, holder === null ? null : holderOf(holder));
}

function hold(fence: Fence, self: ProcessIdentity): DataLock {
  const path = lockPath(fence);
  let touched = Promise.resolve();
  const touching = setInterval(() => {
    touched = touch(path, self).catch(() => {});
  }, TOUCH_EVERY_MS);
  touching.unref();
  const stop = (looking: NodeJS.Timeout): void => {
    clearInterval(touching);
    clearInterval(looking);
  };
  let stopLooking = (): void => {};
  const lost = new Promise<DataFolderLost>((resolve) => {
    const looking = setInterval(() => {
      if (isHeld(fence)) return;
      stop(looking);
      void lossOf(fence.folder).then(resolve);
    }, LOOK_EVERY_MS);
    looking.unref();
    stopLooking = () => stop(looking);
  });
  return {
    fence,
    lost,
    async release() {
      stopLooking();
      // One that is under way would write over the note.
      await touched;
      if (!isHeld(fence)) return;
      const note = `${path}-released`;
      await writeFile(note, JSON.stringify({ released: true } satisfies Owner));
      await rename(note, path);
    },
  };
}

/** `null` where somebody else changed the locks meanwhile. */
async function tryLock(
  dataDir: string,
  self: ProcessIdentity,
  options: Required<LockOptions>,
): Promise<DataLock | null> {
  try {
    const file = await latest(dataDir);
    if (file !== null && (await isTaken(dataDir, file, self, options))) {
      const now = (await latest(dataDir)) ?? file;
      throw new DataFolderLocked(dataDir, holderOf(now), now.path);
    }
    const generation = (file?.generation ?? 0) + 1;
    if (!(await claim(dataDir, generation, self))) return null;
    await removeOlder(dataDir, generation);
    return hold({ folder: dataDir, generation }, self);
  } catch (error) {
    // The file has gone since it was listed: the new owner of the lock has tidied up.
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Takes the data folder, which exists, for this process. A lock whose process is gone, killed or not, is taken over:
 * at once where that can be seen, else when its file has not been touched for a while. Throws `DataFolderLocked` where
 * a live process holds it.
 */
export async function lockDataFolder(dataDir: string, options: LockOptions = {}): Promise<DataLock> {
  const self = await thisProcess();
  const { goneAfterMs = GONE_AFTER_MS, onWatch = () => {} } = options;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const lock = await tryLock(dataDir, self, { goneAfterMs, onWatch });
    if (lock) return lock;
  }
  throw new DataFolderLocked(dataDir, null, null);
}
