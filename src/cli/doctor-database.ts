import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { DataFolderLocked } from '../store/errors.js';
import { openStore } from '../store/open.js';
import { addressOf } from '../store/open-server.js';
import type { Check } from './doctor.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { wordStoreError } from './store-errors.js';

/** Opens the database where there is one; looks whether one could be made where there is none. */
export async function checkDatabase(io: Io, config: Config): Promise<readonly Check[]> {
  const name = say(io.language, 'doctor.database');
  const missing = config.databaseUrl === null && !existsSync(path.join(config.dataDir, 'db'));
  if (missing) return [await checkFolder(io, config, name)];
  try {
    const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
    await opened.close();
    const where = config.databaseUrl === null ? config.dataDir : addressOf(config.databaseUrl);
    const detail = say(io.language, 'doctor.database.good', { kind: opened.kind, where, version: opened.migration.to });
    return [{ name, ok: true, detail }];
  } catch (error) {
    if (error instanceof DataFolderLocked) {
      const pid = String(error.pid ?? '?');
      return [{ name, ok: true, detail: say(io.language, 'doctor.database.in-use', { pid }) }];
    }
    const words = wordStoreError(io, error);
    if (words === null) throw error;
    return [{ name, ok: false, detail: words }];
  }
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
