import { createHmac } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { slackWords } from '../bot/slack-words.js';
import type { ChatMemory } from '../chat/chat-memory.js';
import { createCipher } from '../chat/cipher.js';
import { createDiscordAdapter } from '../chat/discord/adapter.js';
import type { ChatAdapter, ChatApp } from '../chat/port.js';
import { createSlackAdapter } from '../chat/slack/adapter.js';
import type { SlackAccess } from '../chat/slack/options.js';
import { PATHS } from '../chat/slack/paths.js';
import { learnerId, workspaceId } from '../core/ids.js';
import { instant } from '../core/local-date.js';
import type { Store } from '../store/interfaces/store.js';
import type { Config, SlackConfig } from './config.js';
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

export type Platforms = {
  readonly adapters: readonly ChatAdapter[];
  /** Slack's listener for the HTTP server; `null` without Slack. */
  readonly slackListener: RequestListener | null;
};

/** Name of the file that carries what is too long for a message. */
const REST_NAME = 'repaso.txt';
/** The command whose answer is shown on Slack's home tab. */
const HOME_COMMAND = 'today';

/** Creates an adapter for each configured platform. Connects to nothing. */
export function createPlatforms(deps: PlatformDeps): Platforms {
  const { config, app, store, memory, logger, clock: now } = deps;
  const common = { app, logger, now, newRef, restName: REST_NAME };
  const discord =
    config.discord === null
      ? []
      : [
          createDiscordAdapter({
            ...common,
            ...config.discord,
            memory: memory('discord'),
            homeOf: async (userId) => (await store.learners.homesOf('discord', learnerId(userId)))[0] ?? null,
          }),
        ];
  if (config.slack === null) return { adapters: discord, slackListener: null };
  const slack = createSlackAdapter({
    ...common,
    ...config.slack,
    access: slackAccess(config.slack, store),
    prefix: config.slackPrefix,
    memory: memory('slack'),
    words: slackWords,
    homeCommand: HOME_COMMAND,
  });
  return { adapters: [...discord, slack.adapter], slackListener: slack.listener };
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
