import { HTTPReceiver, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import { baseUrl } from '../base-url.js';
import type { SlackOptions } from './options.js';
import { PONG_MS } from './socket.js';

/** Calls that may be under way at once, in the name of one token. */
const CONCURRENCY = 200;

/** How Slack's Web API is called. */
export function clientOptionsOf({ apiUrl }: Pick<SlackOptions, 'apiUrl'>): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: `${baseUrl(apiUrl)}/` }),
    retryConfig: { retries: 4, factor: 2, minTimeout: 200, maxTimeout: 10_000 },
    maxRequestConcurrency: CONCURRENCY,
    timeout: 15_000,
  };
}

/** What takes Slack's events: its socket, or its requests. */
export function createReceiver(
  connection: SlackOptions['connection'],
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
): SocketModeReceiver | HTTPReceiver {
  if (connection.kind === 'http') return new HTTPReceiver({ signingSecret: connection.signingSecret, logger });
  return new SocketModeReceiver({
    appToken: connection.appToken,
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { retries: 2 } } },
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_MS,
    logger,
  });
}
