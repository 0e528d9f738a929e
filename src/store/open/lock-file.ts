import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Holder } from './errors.js';
import { lockPath } from './fence.js';
import type { ProcessIdentity } from './process-identity.js';

const LOCK = /^lock-(\d{1,15})$/;
const CANDIDATE = 'lock-candidate-';

const ownerSchema = z.union([
  z.object({ released: z.literal(true) }),
  z.object({
    pid: z.number().int(),
    started: z.string().nullable(),
    host: z.string(),
    space: z.string().nullable().default(null),
  }),
]);
export type Owner = z.infer<typeof ownerSchema>;
export type LockFile = {
  readonly generation: number;
  readonly path: string;
  /** `null` for what no version of this program wrote: garbage, or a file that a power cut left empty. */
  readonly owner: Owner | null;
  /** When it was touched last, by the clock of the file system, in milliseconds. */
  readonly touchedAt: number;
};

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

export async function generations(dataDir: string): Promise<readonly number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => Number(LOCK.exec(name)?.[1] ?? Number.NaN)).filter(Number.isInteger);
}

function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The lock file that counts: the one with the highest number. */
export async function latest(dataDir: string): Promise<LockFile | null> {
  const generation = Math.max(0, ...(await generations(dataDir)));
  if (generation === 0) return null;
  const path = lockPath({ folder: dataDir, generation });
  const owner = parseOwner(await readFile(path, 'utf8'));
  return { generation, path, owner, touchedAt: (await stat(path)).mtimeMs };
}

export function holderOf({ owner }: Pick<LockFile, 'owner'>): Holder {
  return owner === null || 'released' in owner ? null : { pid: owner.pid, host: owner.host };
}

/** Makes the lock file of a generation, whole from the first moment. `false` where somebody was quicker. */
export async function claim(dataDir: string, generation: number, self: ProcessIdentity): Promise<boolean> {
  const candidate = join(dataDir, `${CANDIDATE}${randomUUID()}`);
  try {
    await writeFile(candidate, JSON.stringify(self), { flush: true });
    await link(candidate, lockPath({ folder: dataDir, generation }));
    return generation === Math.max(...(await generations(dataDir)));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(candidate, { force: true });
  }
}

export async function removeOlder(dataDir: string, generation: number): Promise<void> {
  const older = (await generations(dataDir)).filter((other) => other < generation);
  const candidates = (await readdir(dataDir)).filter((name) => name.startsWith(CANDIDATE));
  const paths = [
    ...older.map((other) => lockPath({ folder: dataDir, generation: other })),
    ...candidates.map((name) => join(dataDir, name)),
  ];
  await Promise.all(paths.map((path) => rm(path, { force: true })));
}

/**
 * Shows that the holder lives. What is written is what stands there, so that the file system's own clock says when: the
 * clocks of two machines may differ.
 */
export async function touch(path: string, self: ProcessIdentity): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.write(JSON.stringify(self), 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    const now = new Date();
    await utimes(path, now, now).catch(() => {});
  }
}

/** What time the file system has, in milliseconds. */
export async function fileSystemTime(dataDir: string): Promise<number> {
  const path = join(dataDir, `${CANDIDATE}${randomUUID()}`);
  try {
    await writeFile(path, '');
    return (await stat(path)).mtimeMs;
  } finally {
    await rm(path, { force: true });
  }
}
