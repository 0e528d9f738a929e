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
  /** `null`: as the configuration says. */
  readonly mode: string | null;
  /** `null`: the terminal's. A manifest has one. */
  readonly language: string | null;
};

/**
 * `repaso manifest slack`: the whole app as Slack's "From a manifest" takes it. It comes before every token, so of the
 * configuration it reads only what stands in a manifest.
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

/** The socket wherever nothing speaks for requests: it needs no address. */
function modeOf(io: Io, given: string | null, baseUrl: string | null): ManifestInput['mode'] {
  const isSet = (name: string): boolean => (io.env[name] ?? '').trim() !== '';
  const configuredMode = isSet('SLACK_SIGNING_SECRET') && !isSet('SLACK_APP_TOKEN') ? 'http' : 'socket';
  const kind = choose(io, '--mode', ['socket', 'http'], given ?? configuredMode);
  if (kind === 'socket') return { kind };
  if (baseUrl === null) throw usageError(io, 'manifest.no-address');
  return { kind, baseUrl };
}

/** Workspaces install the app by it in either mode. */
function withRedirect(made: SlackManifest, publicUrl: string): SlackManifest {
  return { ...made, oauth_config: { ...made.oauth_config, redirect_urls: [`${publicUrl}${PATHS.redirect}`] } };
}
