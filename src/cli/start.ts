import { createRequire } from 'node:module';
import { z } from 'zod';
import { createLogger, type LogTarget } from '../log.js';
import { type Running, startRepaso } from '../main.js';
import { configured } from './configured.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';
import { stepLine } from './start-steps.js';

/** After this long a stop is cut short: a process manager would kill the program anyway. In milliseconds. */
const STOP_DEADLINE_MS = 10_000;

function version(): string {
  return z.object({ version: z.string() }).parse(createRequire(import.meta.url)('../../package.json')).version;
}

/** `repaso start`: runs the tutor until it is told to stop. */
export async function start(io: Io, options: { readonly json: boolean }): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const tell = (line: string): void => {
    if (!options.json) io.out(line);
  };
  const target: LogTarget = options.json ? 'stdout' : process.stderr.isTTY ? 'terminal' : 'stderr';
  const logger = createLogger(config.logLevel, target);
  const stopped = stopSignal();

  tell(say(io.language, 'start.title', { version: version() }));
  let running: Running;
  try {
    running = await startRepaso({
      config,
      logger,
      clock: io.now,
      onStep: (step) => {
        logger.info({ event: 'start', step: step.kind }, 'starting');
        const line = stepLine(io.language, step);
        if (line !== null) tell(`  ${line}`);
      },
    });
  } catch (error) {
    process.removeAllListeners('SIGTERM');
    process.removeAllListeners('SIGINT');
    return reportListenError(io, config, error);
  }
  const { url } = running;
  logger.info({ event: 'ready', ...(url === null ? {} : { url }) }, 'ready');
  tell(url === null ? say(io.language, 'start.ready.no-web') : say(io.language, 'start.ready', { url }));
  tell(say(io.language, 'start.stop-hint'));

  await stopped;
  tell(say(io.language, 'start.stopping'));
  logger.info({ event: 'stopping' }, 'stopping');
  setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
  await running.stop();
  logger.info({ event: 'stopped' }, 'stopped');
  tell(say(io.language, 'start.stopped'));
  return 0;
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the program at once, as people expect of Ctrl+C. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

const listenError = z.object({ syscall: z.enum(['listen', 'getaddrinfo', 'bind']), code: z.string() });

/** An address that cannot be listened on is a wrong setting; anything else is told by the caller. */
function reportListenError(io: Io, config: { host: string; port: number }, error: unknown): ExitCode {
  const parsed = listenError.safeParse(error);
  if (!parsed.success) throw error;
  const { host, port } = config;
  const { code } = parsed.data;
  const key = code === 'EADDRINUSE' ? 'start.port-taken' : 'start.host';
  io.err(say(io.language, key, { host, port, reason: code }));
  return 2;
}
