import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DataFolderLocked } from './errors.js';
import { isSameProcess, type ProcessIdentity, thisProcess } from './process-identity.js';

/** The right to open a data folder. */
export type DataLock = { readonly release: () => Promise<void> };

/**
 * How the lock passes on: it belongs to the process named in the file `lock-N` with the highest N. A process that
 * finds the owner gone creates `lock-N+1`, which the file system allows only one to do. The highest file is never
 * removed, not even on release, so that N only grows: a process that has slept since it read `lock-4` cannot take an
 * outdated number, because it sees the higher one right after. Deleting the old lock could not promise that: two
 * processes may both have read it.
 */
const LOCK = /^lock-(\d+)$/;
const CANDIDATE = 'lock-candidate-';

/** A process on another machine cannot be looked up: it counts as alive while it touches its lock file. */
const TOUCH_EVERY_MS = 5_000;
const GONE_AFTER_MS = 20_000;
const ATTEMPTS = 5;

const ownerSchema = z.union([
  z.object({ released: z.literal(true) }),
  z.object({ pid: z.number().int(), started: z.string().nullable(), host: z.string() }),
]);
type Owner = z.infer<typeof ownerSchema>;
type Holder = { readonly generation: number; readonly path: string; readonly owner: Owner | null };

async function generations(dataDir: string): Promise<readonly number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => Number(LOCK.exec(name)?.[1] ?? Number.NaN)).filter(Number.isInteger);
}

function pathOf(dataDir: string, generation: number): string {
  return join(dataDir, `lock-${generation}`);
}

/** `null` for a file that no version of this program wrote. */
function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function latest(dataDir: string): Promise<Holder | null> {
  const generation = Math.max(0, ...(await generations(dataDir)));
  if (generation === 0) return null;
  const path = pathOf(dataDir, generation);
  return { generation, path, owner: parseOwner(await readFile(path, 'utf8')) };
}

async function isHeld({ owner, path }: Holder, self: ProcessIdentity): Promise<boolean> {
  if (owner === null) return true;
  if ('released' in owner) return false;
  if (owner.host === self.host) return isSameProcess(owner);
  return Date.now() - (await stat(path)).mtimeMs < GONE_AFTER_MS;
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

/** Creates the lock file of a generation with its whole content at once. `false` where another process was faster. */
async function claim(dataDir: string, generation: number, self: ProcessIdentity): Promise<boolean> {
  const candidate = join(dataDir, `${CANDIDATE}${randomUUID()}`);
  await writeFile(candidate, JSON.stringify(self));
  try {
    await link(candidate, pathOf(dataDir, generation));
    return generation === Math.max(...(await generations(dataDir)));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(candidate, { force: true });
  }
}

async function removeOlder(dataDir: string, generation: number): Promise<void> {
  const older = (await generations(dataDir)).filter((other) => other < generation);
  const candidates = (await readdir(dataDir)).filter((name) => name.startsWith(CANDIDATE));
  const paths = [...older.map((other) => pathOf(dataDir, other)), ...candidates.map((name) => join(dataDir, name))];
  await Promise.all(paths.map((path) => rm(path, { force: true })));
}

function hold(path: string): DataLock {
  const touching = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, TOUCH_EVERY_MS);
  touching.unref();
  return {
    async release() {
      clearInterval(touching);
      const note = `${path}-released`;
      await writeFile(note, JSON.stringify({ released: true } satisfies Owner));
      await rename(note, path);
    },
  };
}

/** `null` where another process changed the locks meanwhile. */
async function tryLock(dataDir: string, self: ProcessIdentity): Promise<DataLock | null> {
  try {
    const holder = await latest(dataDir);
    if (holder && (await isHeld(holder, self))) {
      throw new DataFolderLocked(dataDir, holder.owner && 'pid' in holder.owner ? holder.owner.pid : null);
    }
    const generation = (holder?.generation ?? 0) + 1;
    if (!(await claim(dataDir, generation, self))) return null;
    await removeOlder(dataDir, generation);
    return hold(pathOf(dataDir, generation));
  } catch (error) {
    // The file has gone since it was listed: the new owner of the lock has tidied up.
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Locks the data folder, which must exist, for this process. A lock whose process is gone is taken over at once.
 * Throws `DataFolderLocked` where a live process holds it.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const self = await thisProcess();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const lock = await tryLock(dataDir, self);
    if (lock) return lock;
  }
  throw new DataFolderLocked(dataDir, null);
}
