import { z } from 'zod';
import { baseUrl } from '../chat/base-url.js';
import { parseEncryptionKey } from '../chat/cipher.js';
import type { ModelConfig } from '../model/config.js';
import { optionalText, optionalUrl, textOr } from './env-values.js';
import { type KeepConfig, keepOf, keepVariables } from './keep-settings.js';
import { modelsOf, modelVariables } from './model-settings.js';
import { type UnknownSetting, unknownSettings } from './unknown-settings.js';

const POSTGRES_URL = /^postgres(ql)?:\/\//;

/** A name or an address, as a browser sends it without its port. */
const HOST_NAME = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[?[0-9a-f:.]*:[0-9a-f:.]*\]?)$/iu;

/** A `/`, `?` or `#` in a password ends the address too early: the rest of it would pass for a path, and be shown. */
function isPostgresUrl(value: string): boolean {
  if (!POSTGRES_URL.test(value) || !URL.canParse(value)) return false;
  const { pathname, search, hash } = new URL(value);
  return ![pathname, search, hash].some((part) => part.includes('@'));
}

const schema = z.object({
  DATABASE_URL: optionalText.refine((value) => value === null || isPostgresUrl(value), {
    message:
      'must look like postgres://user:password@host:5432/name; in the password write %2F for /, %3F for ?, %23 for #, %40 for @',
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
  REPASO_INVITE: textOr('off').pipe(z.enum(['on', 'off'], { message: 'must be on or off' })),
  REPASO_ALLOWED_HOSTS: optionalText
    .transform((value) => (value === null ? [] : value.split(',').map((host) => host.trim())))
    .refine((hosts) => hosts.every((host) => HOST_NAME.test(host)), {
      message: 'lists the names of hosts alone, such as repaso.example.org: no https://, no port, no path, no *',
    }),
  REPASO_WATCH: textOr('on').pipe(z.enum(['on', 'poll', 'off'], { message: 'must be on, poll or off' })),
  LOG_LEVEL: textOr('info').pipe(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      message: 'must be one of fatal, error, warn, info, debug, trace, silent',
    }),
  ),
});

/** A prefix for the names of slash commands, or `none`: letters, digits, `-` and `_`. */
const PREFIX = /^[a-z0-9_-]{1,12}$/;

const platforms = z.object({
  DISCORD_TOKEN: optionalText,
  DISCORD_API_BASE: optionalUrl,
  SLACK_BOT_TOKEN: optionalText,
  SLACK_APP_TOKEN: optionalText,
  SLACK_SIGNING_SECRET: optionalText,
  SLACK_API_URL: optionalUrl,
  SLACK_CLIENT_ID: optionalText,
  SLACK_CLIENT_SECRET: optionalText,
  SLACK_COMMAND_PREFIX: textOr('repaso-')
    .refine((prefix) => PREFIX.test(prefix), 'has 1 to 12 of the characters a-z 0-9 - _, or is none')
    .transform((prefix) => (prefix === 'none' ? '' : prefix)),
  REPASO_PUBLIC_URL: optionalUrl.transform((url) => (url === null ? null : baseUrl(url))),
  REPASO_KEY: optionalText.transform((value, issues) => {
    const keys = (value ?? '').split(',').map((key) => key.trim());
    if (value === null) return [];
    const parsed = keys.map(parseEncryptionKey).filter((key) => key !== null);
    if (parsed.length === keys.length) return parsed;
    issues.addIssue({
      code: 'custom',
      message: 'is 32 random bytes as base64 or hex: make one with openssl rand -base64 32',
    });
    return z.NEVER;
  }),
});
type Platforms = z.infer<typeof platforms>;

export type DiscordConfig = { readonly token: string; readonly apiBase: string | null };

export type SlackConfig = {
  readonly access:
    | { readonly kind: 'token'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        /** The public address of this program, without a slash at the end. */
        readonly publicUrl: string;
        /** The first key encrypts; every key decrypts. */
        readonly keys: readonly [Uint8Array, ...Uint8Array[]];
      };
  readonly connection:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly apiUrl: string | null;
};

type Found<T> = { readonly value: T | null; readonly problems: readonly string[] };

function slackAccess(env: Platforms): Found<SlackConfig['access']> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  if (botToken !== null) return { value: { kind: 'token', botToken }, problems: [] };
  if (clientId === null && clientSecret === null) {
    const problem = 'SLACK_BOT_TOKEN is missing (or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, for many workspaces)';
    return { value: null, problems: [problem] };
  }
  const [key, ...olderKeys] = env.REPASO_KEY;
  const { REPASO_PUBLIC_URL: publicUrl } = env;
  const missing = [
    ...(clientId === null ? ['SLACK_CLIENT_ID is missing beside SLACK_CLIENT_SECRET'] : []),
    ...(clientSecret === null ? ['SLACK_CLIENT_SECRET is missing beside SLACK_CLIENT_ID'] : []),
    ...(key === undefined ? ['REPASO_KEY is missing: installations are kept encrypted with it'] : []),
    ...(publicUrl === null ? ['REPASO_PUBLIC_URL is missing: Slack sends people back to it'] : []),
  ];
  if (clientId === null || clientSecret === null || key === undefined || publicUrl === null) {
    return { value: null, problems: missing };
  }
  return { value: { kind: 'oauth', clientId, clientSecret, publicUrl, keys: [key, ...olderKeys] }, problems: [] };
}

function slackConnection(env: Platforms): Found<SlackConfig['connection']> {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (appToken !== null) return { value: { kind: 'socket', appToken }, problems: [] };
  if (signingSecret !== null) return { value: { kind: 'http', signingSecret }, problems: [] };
  const problem = 'SLACK_APP_TOKEN (socket mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing';
  return { value: null, problems: [problem] };
}

/** No variable set means no Slack; a part of them is a mistake, which is reported. */
function slackOf(env: Platforms): Found<SlackConfig> {
  const set = [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET, env.SLACK_CLIENT_ID];
  if (set.every((value) => value === null)) return { value: null, problems: [] };
  const access = slackAccess(env);
  const connection = slackConnection(env);
  const problems = [...access.problems, ...connection.problems];
  if (access.value === null || connection.value === null) return { value: null, problems };
  return { value: { access: access.value, connection: connection.value, apiUrl: env.SLACK_API_URL }, problems };
}

/** The checked environment. */
export type Config = {
  /** `null`: the embedded database. Holds a password: never log it. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Folder with the notes that are loaded at start. */
  readonly flashcardsDir: string;
  /**
   * How changes in that folder are noticed while the program runs: by events of the system, by polling, or not at
   * all.
   */
  readonly watch: 'on' | 'poll' | 'off';
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly web: boolean;
  /** Whether only who has an invitation gets into the web chat. */
  readonly invite: boolean;
  /** Host names, besides the loopback ones and `host`, that requests to the web chat may have. */
  readonly allowedHosts: readonly string[];
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
  /** `null` without a token. Holds secrets: never log it. */
  readonly discord: DiscordConfig | null;
  readonly slack: SlackConfig | null;
  /** Prefix of Slack's slash commands, except `/repaso`. */
  readonly slackPrefix: string;
  /** The public address of this program, without a slash at the end. */
  readonly publicUrl: string | null;
  /** Holds secret keys: never log it. */
  readonly models: ModelConfig;
  readonly keep: KeepConfig;
};

export type ConfigResult =
  | {
      readonly ok: true;
      readonly config: Config;
      /** No problem: others may have variables of like names. But somebody wants to know. */
      readonly unknown: readonly UnknownSetting[];
    }
  /** Every problem, each a sentence that begins with the variable's name. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the whole environment and reports every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const parsed = schema.safeParse(env);
  const chat = platforms.safeParse(env);
  const slack = chat.success ? slackOf(chat.data) : { value: null, problems: [] };
  const settings = modelVariables.safeParse(env);
  const models = settings.success ? modelsOf(settings.data) : { value: null, problems: [] };
  const kept = keepVariables.safeParse(env);
  const issues = [parsed, chat, settings, kept].flatMap((result) => result.error?.issues ?? []);
  const problems = [
    ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...slack.problems,
    ...models.problems,
  ];
  if (!parsed.success || !chat.success || !kept.success || models.value === null || problems.length > 0) {
    return { ok: false, problems };
  }
  const { data } = parsed;
  const { DISCORD_TOKEN: token, DISCORD_API_BASE: apiBase } = chat.data;
  const known = [schema, platforms, modelVariables, keepVariables].flatMap(({ shape }) => Object.keys(shape));
  return {
    ok: true,
    unknown: unknownSettings(env, known),
    config: {
      databaseUrl: data.DATABASE_URL,
      dataDir: data.REPASO_DATA,
      flashcardsDir: data.FLASHCARDS_DIR,
      watch: data.REPASO_WATCH,
      host: data.HOST,
      port: data.PORT,
      web: data.REPASO_WEB === 'on',
      invite: data.REPASO_INVITE === 'on',
      allowedHosts: data.REPASO_ALLOWED_HOSTS,
      logLevel: data.LOG_LEVEL,
      discord: token === null ? null : { token, apiBase },
      slack: slack.value,
      slackPrefix: chat.data.SLACK_COMMAND_PREFIX,
      publicUrl: chat.data.REPASO_PUBLIC_URL,
      models: models.value,
      keep: keepOf(kept.data),
    },
  };
}
