import { z } from 'zod';
import { workspaceId } from './core/ids.js';

/** An unset variable and an empty one mean the same: `.env` files and compose files write `NAME=` for "none". */
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

function textOr(fallback: string) {
  return optionalText.transform((value) => value ?? fallback);
}

const POSTGRES_URL = /^postgres(ql)?:\/\//;

const schema = z.object({
  DATABASE_URL: optionalText.refine((value) => value === null || (POSTGRES_URL.test(value) && URL.canParse(value)), {
    message: 'must look like postgres://user:password@host:5432/name',
  }),
  REPASO_DATA: textOr('.repaso'),
  FLASHCARDS_DIR: textOr('flashcards'),
  HOST: textOr('127.0.0.1'),
  PORT: textOr('3000').pipe(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535 (0 picks a free port)')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535 (0 picks a free port)'),
  ),
  REPASO_WEB: textOr('on').pipe(z.enum(['on', 'off'], { message: 'must be on or off' })),
  REPASO_ALLOWED_HOSTS: optionalText.transform((value) =>
    value === null ? [] : value.split(',').map((host) => host.trim()),
  ),
  LOG_LEVEL: textOr('info').pipe(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      message: 'must be one of fatal, error, warn, info, debug, trace, silent',
    }),
  ),
});

/** What the program runs with: the environment, checked. */
export type Config = {
  /** `null`: the embedded database. Holds a password: never log it. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Folder with the notes that are loaded at start. */
  readonly flashcardsDir: string;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly web: boolean;
  /** Host names, besides the loopback ones and `host`, under which the web chat may be opened. */
  readonly allowedHosts: readonly string[];
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
};

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** Every problem, each a sentence that begins with the variable's name. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** The local room's workspace. */
export const LOCAL_WORKSPACE = workspaceId('web:local');

/** Reads the whole environment and reports all that is wrong with it at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) };
  }
  const { data } = parsed;
  return {
    ok: true,
    config: {
      databaseUrl: data.DATABASE_URL,
      dataDir: data.REPASO_DATA,
      flashcardsDir: data.FLASHCARDS_DIR,
      host: data.HOST,
      port: data.PORT,
      web: data.REPASO_WEB === 'on',
      allowedHosts: data.REPASO_ALLOWED_HOSTS,
      logLevel: data.LOG_LEVEL,
    },
  };
}
