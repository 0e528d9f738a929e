import type { Localized } from '../chat/port.js';
import { type ManifestInput, type SlackManifest, slackManifest } from '../chat/slack/manifest.js';
import { PATHS } from '../chat/slack/paths.js';
import { LANGUAGES } from '../core/language.js';
import { choose } from './choice.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { type CliKey, say } from './messages/say.js';
import { COMMANDS, SHORTCUTS } from './platform-commands.js';

export type ManifestOptions = {
  /** `null` for the mode of the configuration. */
  readonly mode: string | null;
  /** The one language of the manifest; `null` for the terminal's. */
  readonly language: string | null;
};

/**
 * `repaso manifest slack`: prints the app for Slack's "From a manifest". A manifest is made before there are tokens,
 * so only the settings that it contains are read.
 */
export function manifest(io: Io, platform: string, options: ManifestOptions): ExitCode {
  choose(io, 'manifest', ['slack'], platform);
  const { SLACK_COMMAND_PREFIX, REPASO_PUBLIC_URL } = io.env;
  const config = configured({ ...io, env: { SLACK_COMMAND_PREFIX, REPASO_PUBLIC_URL } });
  if (config === null) return 2;
  const { slackPrefix: prefix, publicUrl } = config;
  const made = slackManifest({
    name: 'Repaso',
    description: localized('manifest.description'),
    longDescription: localized('manifest.long-description'),
    commands: COMMANDS,
    shortcuts: SHORTCUTS,
    prefix,
    mode: modeOf(io, options.mode, publicUrl),
    language: choose(io, '--language', LANGUAGES, options.language ?? io.language),
  });
  printJson(io, publicUrl === null ? made : withRedirect(made, publicUrl));
  return 0;
}

function localized(key: CliKey): Localized {
  return { en: say('en', key), es: say('es', key) };
}

/** Socket mode is the default, since it needs no public address. */
function modeOf(io: Io, given: string | null, baseUrl: string | null): ManifestInput['mode'] {
  const isSet = (name: string): boolean => (io.env[name] ?? '').trim() !== '';
  const configuredMode = isSet('SLACK_SIGNING_SECRET') && !isSet('SLACK_APP_TOKEN') ? 'http' : 'socket';
  const kind = choose(io, '--mode', ['socket', 'http'], given ?? configuredMode);
  if (kind === 'socket') return { kind };
  if (baseUrl === null) throw usageError(io, 'manifest.no-address');
  return { kind, baseUrl };
}

/** In either mode, workspaces install the app through this redirect. */
function withRedirect(made: SlackManifest, publicUrl: string): SlackManifest {
  return { ...made, oauth_config: { ...made.oauth_config, redirect_urls: [`${publicUrl}${PATHS.redirect}`] } };
}
