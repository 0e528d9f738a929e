import { destination, type Logger, pino } from 'pino';
import { z } from 'zod';
import { framesOf, plainMessage } from './plain-error.js';

export type { Logger };

/**
 * Where the log goes. `stdout` and `stderr` get one JSON object a line; a function gets readable lines, only those of
 * warnings and errors.
 */
export type LogTarget = 'stdout' | 'stderr' | ((line: string) => void);

/** Values under these names are never logged, at any depth. */
const SECRETS = [
  'databaseUrl',
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'connectionString',
  'key',
  'apiKey',
];
const REDACT = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Tokens in texts: of language models, of Slack, and in the paths of Discord's interactions and webhooks. */
const TOKENS = [
  /\bsk-[\w-]{8,}/g,
  /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/g,
  /(?<=\/(?:webhooks|interactions)\/\d{1,20}\/)[\w-]{20,}/g,
];

function withoutTokens(text: string): string {
  return TOKENS.reduce((cleaned, token) => cleaned.replace(token, '[token]'), text);
}

const errorFields = z.object({
  name: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  cause: z.unknown(),
});

/**
 * What the log keeps of an error. Not the rest: the platforms' clients hang requests with their headers, addresses
 * and people's texts on theirs. Nor a value that a message quotes (`plain-error.ts`).
 */
export function errorForLog(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: withoutTokens(String(error)).slice(0, 1_000) };
  const { name, code, status, cause } = errorFields.parse({ ...error, ...bare(error) });
  const frames = framesOf(error);
  return {
    type: name,
    message: withoutTokens(plainMessage(error)),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(frames === null ? {} : { stack: withoutTokens(frames) }),
    ...(cause instanceof Error && depth < 3 ? { cause: errorForLog(cause, depth + 1) } : {}),
  };
}

/** What an error has, but does not list. */
function bare({ name, cause }: Error) {
  return { name, cause };
}

export function createLogger(level: string, target: LogTarget): Logger {
  const serializers = { err: (error: unknown) => errorForLog(error) };
  const options = { level, base: null, redact: { paths: REDACT, censor: '[hidden]' }, serializers };
  if (typeof target === 'string') return pino(options, destination({ fd: target === 'stdout' ? 1 : 2, sync: true }));
  return pino({ ...options, level: atLeastWarn(level) }, { write: (line: string) => target(forTerminal(line)) });
}

/**
 * A terminal already shows the steps of the start, so the default level means warnings there; other levels apply as
 * set.
 */
function atLeastWarn(level: string): string {
  return level === 'info' ? 'warn' : level;
}

function forTerminal(line: string): string {
  const { msg, ref, err } = JSON.parse(line);
  const reason = typeof err?.message === 'string' ? `: ${err.message}` : '';
  return `! ${msg}${reason}${ref === undefined ? '' : ` (ref. ${ref})`}`;
}
