import { destination, type Logger, pino } from 'pino';

export type { Logger };

/**
 * Where the log goes: `stdout` and `stderr` take one JSON object a line; `terminal` is standard error as a person
 * reads it, and only what they may need to act on.
 */
export type LogTarget = 'stdout' | 'stderr' | 'terminal';

/** Values under these names never reach a log, however deep they lie. */
const SECRETS = ['databaseUrl', 'password', 'token', 'secret', 'cookie', 'authorization', 'connectionString'];
const REDACT = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export function createLogger(level: string, target: LogTarget): Logger {
  const options = { level, base: null, redact: { paths: REDACT, censor: '[hidden]' } };
  if (target !== 'terminal') return pino(options, destination({ fd: target === 'stdout' ? 1 : 2, sync: true }));
  return pino(
    { ...options, level: atLeastWarn(level) },
    { write: (line: string) => process.stderr.write(forTerminal(line)) },
  );
}

/** In a terminal the steps of the start are printed already; more is shown to who asks for it. */
function atLeastWarn(level: string): string {
  return level === 'info' ? 'warn' : level;
}

function forTerminal(line: string): string {
  const { msg, ref, err } = JSON.parse(line);
  const reason = typeof err?.message === 'string' ? `: ${err.message}` : '';
  return `! ${msg}${reason}${ref === undefined ? '' : ` (ref. ${ref})`}\n`;
}
