import { createHmac } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { slackWords } from '../bot/slack-words.js';
import type { ChatMemory } from '../chat/chat-memory.js';
import { createCipher } from '../chat/cipher.js';
import { createDiscordAdapter } from '../chat/discord/adapter.js';
import type { MakeAdapter } from '../chat/guard-adapter.js';
import type { ChatApp } from '../chat/port.js';
import { createSlackAdapter } from '../chat/slack/adapter.js';
import type { SlackAccess } from '../chat/slack/options.js';
import { PATHS } from '../chat/slack/paths.js';
import { learnerId, workspaceId } from '../core/ids.js';
import { instant } from '../core/local-date.js';
import type { Store } from '../store/interfaces/store.js';
import type { Config, DiscordConfig, SlackConfig } from './config.js';
import { newRef, randomBytes } from './ids.js';
import type { Logger } from './log.js';

type PlatformDeps = {
  readonly config: Config;
  readonly app: ChatApp;
  readonly store: Store;
  readonly memory: (platform: string) => ChatMemory;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** A platform that is configured, and how its adapter is made. */
export type PlatformMaker = {
  readonly platform: string;
  /** By which packages its client's own code is known in a stack; one with a slash at the end stands for all of them. */
  readonly packages: readonly string[];
  readonly make: MakeAdapter;
};

export type Platforms = {
  readonly makers: readonly PlatformMaker[];
  /** What Slack needs of the HTTP server; `null` where there is no Slack. */
  readonly slackListener: RequestListener | null;
};

/** Name of the file that carries what is too long for a message. */
const REST_NAME = 'repaso.txt';
/** The command whose answer is shown on Slack's home tab. */
const HOME_COMMAND = 'today';

/** How the adapter of each platform that is configured is made. Nothing is connected yet. */
export function createPlatforms(deps: PlatformDeps): Platforms {
  const { config } = deps;
  const discord = config.discord === null ? [] : [discordMaker(deps, config.discord)];
  if (config.slack === null) return { makers: discord, slackListener: null };
  const slack = slackMaker(deps, config.slack);
  return { makers: [...discord, slack.maker], slackListener: slack.listener };
}

function common({ app, logger, clock: now }: PlatformDeps) {
  return { app, logger, now, newRef, restName: REST_NAME };
}

function discordMaker(deps: PlatformDeps, settings: DiscordConfig): PlatformMaker {
  const { store, memory } = deps;
  return {
    platform: 'discord',
    packages: ['discord.js', '@discordjs/', '@sapphire/'],
    make: (broke) =>
      createDiscordAdapter({
        ...common(deps),
        ...settings,
        broke,
        memory: memory('discord'),
        homesOf: (userId) => store.learners.homesOf('discord', learnerId(userId)),
      }),
  };
}

/** The listener stays the same, whichever adapter runs at the time. */
function slackMaker(deps: PlatformDeps, settings: SlackConfig) {
  const { config, store, memory } = deps;
  let current: RequestListener | null = null;
  const make: MakeAdapter = () => {
    const { adapter, listener } = createSlackAdapter({
      ...common(deps),
      ...settings,
      access: slackAccess(settings, store),
      prefix: config.slackPrefix,
      memory: memory('slack'),
      words: slackWords,
      homeCommand: HOME_COMMAND,
    });
    current = listener;
    return adapter;
  };
  const listener: RequestListener = (request, response) => current?.(request, response);
  const maker: PlatformMaker = { platform: 'slack', packages: ['@slack/'], make };
  return { maker, listener };
}

function slackAccess({ access }: SlackConfig, { installations }: Store): SlackAccess {
  if (access.kind === 'token') return access;
  const { clientId, clientSecret, publicUrl, keys } = access;
  return {
    kind: 'oauth',
    clientId,
    clientSecret,
    stateSecret: createHmac('sha256', keys[0]).update('slack oauth state').digest('hex'),
    redirectUri: `${publicUrl}${PATHS.redirect}`,
    cipher: createCipher(keys, randomBytes),
    installations: {
      put: (workspace, sealed, at) => installations.put(workspaceId(workspace), sealed, instant(at)),
      get: (workspace) => installations.get(workspaceId(workspace)),
      remove: (workspace) => installations.remove(workspaceId(workspace)),
    },
  };
}
