import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '../core/local-date.js';
import type { Config } from '../program/config.js';
import { DataFolderLocked } from '../store/open/errors.js';
import { inspectDatabase } from '../store/open/inspect.js';
import { addressOf } from '../store/open/open-server.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { wordStoreError } from './store-errors.js';

/** Checks the database without changing it, or whether one can be created where there is none. */
export async function checkDatabase(io: Io, config: Config): Promise<readonly Check[]> {
  const name = say(io.language, 'doctor.database');
  const missing = config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'db'));
  if (missing) return [await checkFolder(io, config, name)];
  try {
    const { kind, version, now } = await inspectDatabase(config);
    const where = config.databaseUrl === null ? config.dataDir : addressOf(config.databaseUrl);
    const detail = say(io.language, 'doctor.database.good', { kind, where, version });
    return [{ name, ok: true, detail }, compareClocks(io, now)];
  } catch (error) {
    if (error instanceof DataFolderLocked) {
      const pid = String(error.holder?.pid ?? '?');
      return [{ name, ok: true, detail: say(io.language, 'doctor.database.in-use', { pid }) }];
    }
    const words = wordStoreError(io, error);
    if (words === null) throw error;
    return [{ name, ok: false, detail: words.what, mend: words.mend }];
  }
}

/** In seconds. With a larger difference between the clocks, people would see wrong days. */
const CLOCK_TOLERANCE = 60;

export function compareClocks(io: Io, databaseNow: Instant): Check {
  const name = say(io.language, 'doctor.database-clock');
  // Rounding can give -0, which would be shown with its sign.
  const seconds = Math.round((databaseNow - io.now()) / 1000) || 0;
  const ok = Math.abs(seconds) <= CLOCK_TOLERANCE;
  const detail = say(io.language, 'doctor.database-clock.differs', { seconds });
  return { name, ok, detail, ...(ok ? {} : { mend: say(io.language, 'doctor.database-clock.mend') }) };
}

async function checkFolder(io: Io, { dataDir }: Config, name: string): Promise<Check> {
  const detail = say(io.language, 'doctor.database.none', { where: dataDir });
  const parent = existsSync(dataDir) ? dataDir : path.dirname(path.resolve(dataDir));
  try {
    await access(parent, constants.W_OK);
    return { name, ok: true, detail };
  } catch {
    return { name, ok: false, detail, mend: say(io.language, 'doctor.folder.mend', { where: parent }) };
  }
}
