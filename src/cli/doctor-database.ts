import { existsSync, statSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '../core/local-date.js';
import type { Config } from '../program/config.js';
import { DataFolderLocked, DataFolderRefused } from '../store/open/errors.js';
import { type Inspection, inspectDatabase } from '../store/open/inspect.js';
import { addressOf } from '../store/open/open-server.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { wordRefusal, wordStoreError } from './store-errors.js';

const MEGABYTE = 1_000_000;

/** Checks the database without changing it, or whether one can be created where there is none. */
export async function checkDatabase(io: Io, config: Config): Promise<readonly Check[]> {
  const name = say(io.language, 'doctor.database');
  const missing = config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'db'));
  if (missing) return [await checkFolder(io, config, name)];
  try {
    const inspected = await inspectDatabase(config);
    const { kind, version, now } = inspected;
    const where = config.databaseUrl === null ? config.dataDir : addressOf(config.databaseUrl);
    const detail = say(io.language, 'doctor.database.good', { kind, where, version });
    return [{ name, ok: true, detail }, sizeCheck(io, inspected), compareClocks(io, now)];
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

/** No fault, whatever it is: people want to know before a disk is full. */
function sizeCheck({ language }: Io, { bytes, largest }: Inspection): Check {
  const name = say(language, 'doctor.size');
  const megabytes = bytes / MEGABYTE;
  const parts = largest.map((table) =>
    say(language, 'doctor.size.table', { table: table.name, megabytes: table.bytes / MEGABYTE }),
  );
  const tables = new Intl.ListFormat(language).format(parts);
  return { name, ok: true, detail: say(language, 'doctor.size.good', { megabytes, tables }) };
}

/** More than this apart, and people would be shown wrong days. In seconds. */
const CLOCK_TOLERANCE = 60;

export function compareClocks(io: Io, databaseNow: Instant): Check {
  const name = say(io.language, 'doctor.database-clock');
  // Rounding can give -0, which would be shown with its sign.
  const seconds = Math.round((databaseNow - io.now()) / 1000) || 0;
  const ok = Math.abs(seconds) <= CLOCK_TOLERANCE;
  const detail = say(io.language, 'doctor.database-clock.differs', { seconds });
  return { name, ok, detail, ...(ok ? {} : { mend: say(io.language, 'doctor.database-clock.mend') }) };
}

function refused(io: Io, error: DataFolderRefused): Pick<Check, 'detail' | 'mend'> {
  const { what, mend } = wordRefusal(io, error);
  return { detail: what, mend };
}

async function checkFolder(io: Io, { dataDir }: Config, name: string): Promise<Check> {
  const detail = say(io.language, 'doctor.database.none', { where: dataDir });
  const parent = existsSync(dataDir) ? dataDir : path.dirname(path.resolve(dataDir));
  if (existsSync(parent) && !statSync(parent).isDirectory()) {
    return { name, ok: false, ...refused(io, new DataFolderRefused(dataDir, 'EEXIST', null)) };
  }
  try {
    await access(parent, constants.W_OK);
    return { name, ok: true, detail };
  } catch {
    return { name, ok: false, detail, mend: say(io.language, 'doctor.folder.mend', { where: parent }) };
  }
}
