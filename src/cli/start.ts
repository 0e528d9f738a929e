import { z } from 'zod';
import { createLogger, type Logger, type LogTarget } from '../program/log.js';
import { type Running, startRepaso } from '../program/main.js';
import { isRoomOpen } from '../program/open-room.js';
import type { DataFolderLost } from '../store/open/errors.js';
import { configured } from './configured.js';
import type { ExitCode, Io } from './io.js';
import { say } from './messages/say.js';
import { createScreen, type Screen } from './screen.js';
import { showStep } from './start-steps.js';
import { wordLoss } from './store-errors.js';
import { version } from './version.js';

/**
 * The program exits after this time even if the stop has not finished. Process managers kill it at about the same
 * time. In milliseconds.
 */
const STOP_DEADLINE_MS = 10_000;

/** The screen for a person in a terminal; `null` where a program reads the output, which then holds only the log. */
function screenOf(io: Io, json: boolean): Screen | null {
  if (json || io.terminal === null) return null;
  const took = (seconds: number) => say(io.language, 'start.took', { seconds });
  return createScreen({ write: io.terminal, warn: io.err, now: io.now, took });
}

/** A log that is redirected to a file stays in JSON. */
function targetOf(screen: Screen | null): LogTarget {
  if (screen === null) return 'stdout';
  return process.stderr.isTTY ? screen.warn : 'stderr';
}

/**
 * `repaso start`: runs the tutor until it is stopped. A terminal shows what happens in words; any other output is the
 * log, one JSON object a line. The object with `"event":"ready"` has the address and is written at every log level.
 */
export async function start(io: Io, options: { readonly json: boolean; readonly invite: boolean }): Promise<ExitCode> {
  const given = configured(io);
  if (given === null) return 2;
  const config = { ...given, invite: given.invite || options.invite };
  const screen = screenOf(io, options.json);
  const logger = createLogger(config.logLevel, targetOf(screen));
  const stop = stopSignal();
  stop.signal.addEventListener('abort', () => {
    screen?.begin(say(io.language, 'start.stopping'));
    logger.info({ event: 'stopping' }, 'stopping');
  });
  const stopped = (): ExitCode => {
    stop.isDone();
    logger.info({ event: 'stopped' }, 'stopped');
    screen?.tell(say(io.language, 'start.stopped'));
    return 0;
  };

  screen?.tell(say(io.language, 'start.title', { version: version() }));
  let running: Running;
  try {
    running = await startRepaso({
      config,
      logger,
      clock: io.now,
      stopped: stop.signal,
      onLost: (loss) => {
        screen?.end();
        endLost(io, logger, loss);
      },
      onStep: (step) => {
        logger.info({ event: 'start', step: step.kind }, 'starting');
        if (screen !== null) showStep(screen, io.language, step);
      },
    });
  } catch (error) {
    if (stop.signal.aborted) return stopped();
    process.removeAllListeners('SIGTERM');
    process.removeAllListeners('SIGINT');
    screen?.end();
    return reportListenError(io, config, error);
  }
  const { url, links } = running;
  tellReady(logger, config.logLevel, screen === null, url);
  screen?.tell('');
  screen?.tell(url === null ? say(io.language, 'start.ready.no-web') : say(io.language, 'start.ready', { url }));
  if (links !== null) {
    screen?.tell(say(io.language, 'start.invite', { link: links.invite }));
    screen?.tell(say(io.language, 'start.manage', { link: links.manage }));
    // A log is read by others than who started the program: it has no link.
    if (screen === null)
      logger.info({ event: 'invited' }, 'the web chat is by invitation: repaso invite shows its links');
  } else if (isRoomOpen(config)) {
    const { host } = config;
    if (screen === null)
      logger.warn({ host }, 'the web chat is open to the network: whoever reaches it manages the notes');
    else screen.tell(say(io.language, 'start.open-room', { host }));
  }
  screen?.tell(say(io.language, 'start.stop-hint'));

  await stop.asked;
  await running.stop();
  return stopped();
}

/** Whatever this process still did, it would do beside the other one. */
function endLost(io: Io, logger: Logger, loss: DataFolderLost): void {
  const { what, mend } = wordLoss(io, loss);
  logger.fatal({ event: 'data-folder-lost', err: loss }, 'another process has the data folder');
  io.err(`${what} ${mend}`);
  process.exit(1);
}

/** Scripts wait for this event, so it is written at every level where only the log reports it. */
function tellReady(logger: Logger, level: string, isAlone: boolean, url: string | null): void {
  const readyLogger = isAlone && level !== 'silent' ? logger.child({}, { level: 'info' }) : logger;
  readyLogger.info({ event: 'ready', ...(url === null ? {} : { url }) }, 'ready');
}

type StopSignal = {
  /** Aborts at the first SIGTERM or SIGINT, also while the program starts. */
  readonly signal: AbortSignal;
  /** Resolves then. */
  readonly asked: Promise<void>;
  /** The stop was in time; nothing more is listened for. */
  isDone(): void;
};

/** Listens for SIGTERM and SIGINT. A second one ends the program at once, as Ctrl+C usually does. */
function stopSignal(): StopSignal {
  const controller = new AbortController();
  const { signal } = controller;
  let deadline: NodeJS.Timeout | undefined;
  const asked = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const onSignal = (): void => {
    if (signal.aborted) process.exit(130);
    deadline = setTimeout(() => process.exit(0), STOP_DEADLINE_MS);
    deadline.unref();
    controller.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const isDone = (): void => {
    clearTimeout(deadline);
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  };
  return { signal, asked, isDone };
}

const listenError = z.object({ syscall: z.enum(['listen', 'getaddrinfo', 'bind']), code: z.string() });

/** An address that cannot be listened on is a configuration mistake; the caller words any other error. */
function reportListenError(io: Io, config: { host: string; port: number }, error: unknown): ExitCode {
  const parsed = listenError.safeParse(error);
  if (!parsed.success) throw error;
  const { host, port } = config;
  const { code } = parsed.data;
  const key = code === 'EADDRINUSE' ? 'start.port-taken' : 'start.host';
  io.err(say(io.language, key, { host, port, reason: code }));
  return 2;
}
