import type { APIApplication } from 'discord.js';
import { ApplicationIntegrationType, OAuth2Scopes } from 'discord.js';
import { z } from 'zod';
import { refuse } from './accept.js';
import { ApiError, type Problem } from './api-error.js';
import { commandsProblems } from './check-commands.js';
import { type CommandBody, commandSchema, type RegisteredCommand } from './command-body.js';
import { officialProblems } from './official.js';
import type { Platform } from './platform.js';
import { type Answer, ok, type Route, route } from './route.js';
import { NO_FLAGS, ORDINARY_PERMISSIONS } from './users.js';

function gatewayPayload({ origin, settings }: Platform) {
  return {
    url: `${origin.replace('http', 'ws')}/gateway`,
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: 999,
      reset_after: 86_400_000,
      max_concurrency: settings.maxConcurrency,
    },
  };
}

function applicationPayload({ bot, settings, guilds }: Platform): APIApplication {
  const params = { scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands], permissions: ORDINARY_PERMISSIONS };
  return {
    id: bot.id,
    name: settings.name,
    icon: null,
    description: '',
    summary: '',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: NO_FLAGS,
    flags_new: '0',
    approximate_guild_count: guilds.size,
    install_params: params,
    integration_types_config: { [ApplicationIntegrationType.GuildInstall]: { oauth2_install_params: params } },
    event_webhooks_status: 1,
  };
}

/** The schema takes permissions as a number, the API as the decimal text that its documentation shows. */
function withNumericPermissions(command: unknown): unknown {
  const text = z.looseObject({ default_member_permissions: z.string() }).safeParse(command);
  if (!text.success) return command;
  return { ...text.data, default_member_permissions: Number(text.data.default_member_permissions) };
}

function officialListProblems(body: unknown): readonly Problem[] {
  if (!Array.isArray(body)) return [{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used' }];
  return body.flatMap((command, n) =>
    officialProblems('command', withNumericPermissions(command)).map((problem) => ({
      ...problem,
      path: [n, ...problem.path],
    })),
  );
}

function registered(platform: Platform, body: CommandBody, before: readonly RegisteredCommand[]): RegisteredCommand {
  const same = before.find(({ type, name }) => type === body.type && name === body.name);
  return { ...body, id: same?.id ?? platform.nextId(), version: platform.nextId() };
}

function commandPayload({ bot }: Platform, command: RegisteredCommand, guildId: string) {
  return {
    ...command,
    application_id: bot.id,
    description: command.description ?? '',
    default_member_permissions: command.default_member_permissions ?? null,
    dm_permission: command.dm_permission ?? true,
    contexts: command.contexts ?? null,
    integration_types: command.integration_types ?? [0],
    nsfw: command.nsfw ?? false,
    ...(guildId === '' ? {} : { guild_id: guildId }),
  };
}

/** Translations are left out unless they are asked for. */
function untranslated(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key.endsWith('_localizations') ? undefined : inner)));
}

function mine(platform: Platform, applicationId: string | undefined): void {
  if (applicationId !== platform.bot.id) throw new ApiError('missingAccess');
}

function putCommands(platform: Platform, body: unknown, guildId: string): Answer {
  refuse(officialListProblems(body));
  const bodies = z.array(commandSchema).parse(body);
  refuse(commandsProblems(bodies));
  const before = platform.commands.get(guildId) ?? [];
  const commands = bodies.map((command) => registered(platform, command, before));
  platform.commands.set(guildId, commands);
  return ok(commands.map((command) => commandPayload(platform, command, guildId)));
}

function getCommands(platform: Platform, query: URLSearchParams, guildId: string): Answer {
  const commands = platform.commands.get(guildId) ?? [];
  const payloads = commands.map((command) => commandPayload(platform, command, guildId));
  return ok(query.get('with_localizations') === 'true' ? payloads : untranslated(payloads));
}

function commandRoutes(path: string): readonly Route[] {
  return [
    route('GET', path, (platform, { query }, { app, guild }) => {
      mine(platform, app);
      return getCommands(platform, query, guild ?? '');
    }),
    route('PUT', path, (platform, { body }, { app, guild }) => {
      mine(platform, app);
      return putCommands(platform, body, guild ?? '');
    }),
  ];
}

/** The bot itself and its commands. */
export const applicationRoutes: readonly Route[] = [
  route('GET', '/gateway/bot', (platform) => ok(gatewayPayload(platform))),
  route('GET', '/users/@me', (platform) => ok({ ...platform.bot, verified: true, mfa_enabled: false, email: null })),
  route('GET', '/applications/@me', (platform) => ok(applicationPayload(platform))),
  route('GET', '/oauth2/applications/@me', (platform) => ok(applicationPayload(platform))),
  ...commandRoutes('/applications/:app/commands'),
  ...commandRoutes('/applications/:app/guilds/:guild/commands'),
];
