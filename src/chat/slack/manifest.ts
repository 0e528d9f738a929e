import type { webApi } from '@slack/bolt';
import { baseUrl } from '../base-url.js';
import { shorten } from '../fit-text.js';
import { usageOf } from '../parse-command.js';
import type { CommandSpec, Localized, ShortcutSpec } from '../port.js';
import { MANIFEST_LIMITS } from './limits.js';
import { MAIN_COMMAND } from './options.js';
import { PATHS } from './paths.js';
import { SCOPES } from './scopes.js';
import { slashNames } from './slash-names.js';

/** Source: docs.slack.dev/reference/app-manifest. */
export type SlackManifest = webApi.AppsManifestCreateArguments['manifest'];

export type ManifestInput = {
  readonly name: string;
  readonly description: Localized;
  readonly longDescription: Localized;
  readonly commands: readonly CommandSpec[];
  readonly shortcuts: readonly ShortcutSpec[];
  /** Before every command's word, because command names collide between apps; may be empty. */
  readonly prefix: string;
  /** `baseUrl` with its scheme: where Slack reaches this server. */
  readonly mode: { readonly kind: 'socket' } | { readonly kind: 'http'; readonly baseUrl: string };
  /** Slack's manifests have one. */
  readonly language: keyof Localized;
};

/** The accent colour of the web room. */
const BACKGROUND = '#4338ca';

/** All are legal in both modes; the last two tell of a workspace that has removed the app. */
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'message.im',
  'message.channels',
  'message.groups',
  'app_uninstalled',
  'tokens_revoked',
] as const;

function cut(text: string, max: number): string {
  return shorten(text.trim(), max, (part) => part.length);
}

function endpoint({ mode }: ManifestInput, path: string): string | null {
  return mode.kind === 'http' ? `${baseUrl(mode.baseUrl)}${path}` : null;
}

function slashCommands(input: ManifestInput) {
  const { commands, prefix, language } = input;
  const url = endpoint(input, PATHS.events);
  const entry = (command: string, description: string, usageHint: string) => ({
    command,
    description: cut(description, MANIFEST_LIMITS.commandDescription),
    ...(usageHint === '' ? {} : { usage_hint: cut(usageHint, MANIFEST_LIMITS.usageHint) }),
    should_escape: false,
    ...(url === null ? {} : { url }),
  });
  const verbs = `[${commands.map(({ names }) => names[language]).join(' | ')}]`;
  const options = (spec: CommandSpec) => usageOf(spec, language, '').split(' ').slice(1).join(' ');
  return [
    entry(MAIN_COMMAND, input.description[language], verbs),
    ...slashNames(commands, prefix, language).map(({ command, spec }) =>
      entry(command, spec.description[language], options(spec)),
    ),
  ];
}

function messageShortcuts({ shortcuts, language }: ManifestInput) {
  return shortcuts.slice(0, MANIFEST_LIMITS.shortcuts).map(({ name, label }) => ({
    type: 'message' as const,
    name: cut(label[language], MANIFEST_LIMITS.shortcutName),
    callback_id: name,
    description: cut(label[language], MANIFEST_LIMITS.shortcutDescription),
  }));
}

/** Slack allows these characters only. */
function botName(name: string): string {
  const allowed = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return allowed.slice(0, MANIFEST_LIMITS.botName) || 'repaso';
}

function settings(input: ManifestInput): NonNullable<SlackManifest['settings']> {
  const url = endpoint(input, PATHS.events);
  const request = url === null ? {} : { request_url: url };
  return {
    event_subscriptions: { ...request, bot_events: [...EVENTS] },
    interactivity: { is_enabled: true, ...request },
    org_deploy_enabled: false,
    socket_mode_enabled: input.mode.kind === 'socket',
    token_rotation_enabled: false,
  };
}

/**
 * The whole app as Slack's "Create from a manifest" takes it. Throws a `RangeError` for a prefix that no command may
 * have and for a long description of another length than Slack takes, both mistakes that are found before Slack finds them.
 */
export function slackManifest(input: ManifestInput): SlackManifest {
  const { name, description, longDescription, language } = input;
  const long = longDescription[language].trim();
  const { min, max } = MANIFEST_LIMITS.longDescription;
  if (long.length < min || long.length > max) {
    throw new RangeError(`the long description has ${long.length} characters, not ${min} to ${max}`);
  }
  const redirect = endpoint(input, PATHS.redirect);
  return {
    display_information: {
      name: cut(name, MANIFEST_LIMITS.name),
      description: cut(description[language], MANIFEST_LIMITS.description),
      long_description: long,
      background_color: BACKGROUND,
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: botName(name), always_online: true },
      slash_commands: slashCommands(input),
      shortcuts: messageShortcuts(input),
    },
    oauth_config: {
      ...(redirect === null ? {} : { redirect_urls: [redirect] }),
      scopes: { bot: SCOPES.toSorted() },
    },
    settings: settings(input),
  };
}
