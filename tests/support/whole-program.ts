import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/program/config.js';
import { createLogger } from '../../src/program/log.js';
import { type Running, startRepaso } from '../../src/program/main.js';
import type { StartStep } from '../../src/program/start-step.js';
import { copyDataFolder } from './data-folder.js';

/**
 * The whole program in this process, with its steps told to `onStep`. A data folder without a database is given an empty
 * one first, so that nobody waits while it is made.
 */
export async function startWhole(
  env: Readonly<Record<string, string>>,
  onStep: (step: StartStep) => void = () => {},
): Promise<Running> {
  const read = readConfig({ PORT: '0', FLASHCARDS_DIR: 'flashcards', ...env });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  if (!existsSync(join(read.config.dataDir, 'db'))) await copyDataFolder(read.config.dataDir);
  const logger = createLogger('silent', 'stderr');
  const stopped = new AbortController().signal;
  return startRepaso({ config: read.config, logger, onStep, onLost: () => {}, clock: Date.now, stopped });
}
