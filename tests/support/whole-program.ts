import { readConfig } from '../../src/program/config.js';
import { createLogger } from '../../src/program/log.js';
import { type Running, type StartStep, startRepaso } from '../../src/program/main.js';

/** The whole program in this process, with its steps told to `onStep`. */
export async function startWhole(
  env: Readonly<Record<string, string>>,
  onStep: (step: StartStep) => void = () => {},
): Promise<Running> {
  const read = readConfig({ PORT: '0', FLASHCARDS_DIR: 'flashcards', ...env });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const logger = createLogger('silent', 'stderr');
  return startRepaso({ config: read.config, logger, onStep, clock: Date.now });
}
