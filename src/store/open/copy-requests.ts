import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * An embedded database has one process. Another one that wants all of it as it is at one moment (a backup) asks for a
 * copy by a file in the data folder, `copy-ID.wanted`. The process that has the folder open renames it to `.making`,
 * copies the database's files while no statement runs, and moves the whole copy to `copy-ID`; or says in `copy-ID.failed`
 * why it could not. So people wait for a copy of files, and not until every row has been read.
 */
const WANTED = /^(copy-[0-9a-f-]{36})\.wanted$/;
const LEFTOVER = /^copy-[0-9a-f-]{36}/;
const LOOK_EVERY_MS = 500;
/** Nobody works on a copy for so long: whoever asked for it is gone. */
const LEFTOVER_AFTER_MS = 24 * 3_600_000;

/** Where the system can share blocks between files, the copy costs next to nothing. */
export function copyDatabase(folder: string, to: string): Promise<void> {
  return cp(folder, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

async function answer(dataDir: string, id: string, copyTo: (folder: string) => Promise<void>): Promise<void> {
  const [making, part] = [join(dataDir, `${id}.making`), join(dataDir, `${id}.part`)];
  await rename(join(dataDir, `${id}.wanted`), making);
  try {
    await mkdir(part);
    await copyTo(join(part, 'db'));
    await rename(part, join(dataDir, id));
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    await writeFile(join(dataDir, `${id}.failed`), codeOf(error));
  } finally {
    await rm(making, { force: true });
  }
}

async function removeLeftovers(dataDir: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((each) => LEFTOVER.test(each))) {
    const path = join(dataDir, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > LEFTOVER_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Answers requests, one after the other, until it is stopped. */
export function answerCopyRequests(
  dataDir: string,
  copyTo: (folder: string) => Promise<void>,
): { stop(): Promise<void> } {
  let working: Promise<void> | null = null;

  async function look(): Promise<void> {
    const names = await readdir(dataDir);
    await removeLeftovers(dataDir, names);
    for (const name of names) {
      const id = WANTED.exec(name)?.[1];
      if (id !== undefined) await answer(dataDir, id, copyTo);
    }
  }

  const looking = setInterval(() => {
    working ??= look()
      // A folder that cannot be read is told by whoever works in it; whoever waits for an answer gives up by itself.
      .catch(() => {})
      .finally(() => {
        working = null;
      });
  }, LOOK_EVERY_MS);
  looking.unref();
  return {
    async stop() {
      clearInterval(looking);
      await working;
    },
  };
}

export type CopyAnswer =
  /** `folder` is a data folder of its own. Whoever asked removes it. */
  | { readonly kind: 'copied'; readonly folder: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'no-answer' };

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const ASK_EVERY_MS = 200;
/** A copy that takes longer has lost who made it. */
const LONGEST_COPY_MS = 600_000;

/** Asks the process that has the folder open for a copy of its database. */
export async function requestCopy(dataDir: string, patienceMs = 30_000): Promise<CopyAnswer> {
  const id = `copy-${randomUUID()}`;
  const [wanted, failed, folder] = [join(dataDir, `${id}.wanted`), join(dataDir, `${id}.failed`), join(dataDir, id)];
  await writeFile(wanted, '');
  for (let waited = 0; ; waited += ASK_EVERY_MS) {
    await pause(ASK_EVERY_MS);
    if (await isThere(folder)) return { kind: 'copied', folder };
    if (await isThere(failed)) {
      const reason = await readFile(failed, 'utf8');
      await rm(failed, { force: true });
      return { kind: 'failed', reason };
    }
    const isIgnored = waited >= patienceMs && (await isThere(wanted));
    if (!isIgnored && waited < LONGEST_COPY_MS) continue;
    await rm(wanted, { force: true });
    return { kind: 'no-answer' };
  }
}
