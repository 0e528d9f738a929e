import { openStore } from '../store/open/open.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson } from './io.js';
import { say } from './messages/say.js';

/** `repaso migrate`: updates the database to this version, which happens when it is opened. */
export async function migrate(io: Io, options: { readonly json: boolean }): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const opened = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  await opened.close();
  const { from, to, applied } = opened.migration;
  if (options.json) printJson(io, { from, to, applied });
  else io.out(say(io.language, 'migrate.done', { from, to, applied }));
  return 0;
}
