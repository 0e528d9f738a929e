import type { RequestListener } from 'node:http';
import { App, type AuthorizeResult, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { createInFlight } from '../in-flight.js';
import { createLimiter } from '../limiter.js';
import type { AdapterState, ChatAdapter } from '../port.js';
import { boltLogger } from './bolt-logger.js';
import { createBots } from './bots.js';
import { reasonOf } from './errors.js';
import { greetInstaller } from './greet.js';
import type { Bot, HandleDeps } from './handle.js';
import { slackListener } from './http.js';
import { createInstaller, type Installed } from './installations.js';
import { listenTo } from './listen.js';
import { PLATFORM, type SlackOptions } from './options.js';
import { createPeople } from './people.js';
import { clientOptionsOf, createReceiver } from './receiver.js';
import { send } from './send.js';
import { createSocketLine } from './socket.js';

export type SlackAdapter = {
  readonly adapter: ChatAdapter;
  /** Serves everything below `/slack` of an HTTP server. */
  readonly listener: RequestListener;
};

/** Answers that are worked on at once: a little more than the database takes. */
const AT_ONCE = 16;
/** The tutor on Slack, by its socket or by HTTP requests. */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { access, connection, now } = options;
  const logger = boltLogger(options.logger);
  const clientOptions = clientOptionsOf(options);
  const receiver = createReceiver(connection, clientOptions, logger);
  const bots = createBots(() => bolt.client, access, now);
  const bolt = new App({
    receiver,
    logger,
    clientOptions,
    tokenVerificationEnabled: false,
    authorize: async ({ teamId, enterpriseId }): Promise<AuthorizeResult> =>
      authorized(await bots.of(teamId ?? '', enterpriseId)),
  });
  const deps: HandleDeps = { ...options, people: createPeople(now) };
  const inFlight = createInFlight<void>();
  const limit = createLimiter(AT_ONCE);
  let state: AdapterState = 'starting';
  const become = (next: AdapterState): void => {
    if (state !== 'stopped') state = next;
  };
  const take = (id: string, work: () => Promise<void>): Promise<void> => inFlight.once(id, () => limit(work));
  listenTo(bolt, { ...deps, bots, isOpen: () => state !== 'stopped', take });
  const onInstalled = ({ teamId, userId }: Installed): void => {
    bots.forget(teamId);
    void take(`installed:${teamId}:${now()}`, () => greetInstaller({ ...deps, bots }, teamId, userId));
  };

  const line =
    receiver instanceof SocketModeReceiver ? createSocketLine(receiver.client, options.logger, become) : null;

  const adapter: ChatAdapter = {
    platform: PLATFORM,
    async start() {
      try {
        await bots.verify();
        await line?.open();
      } catch (error) {
        become({ failed: reasonOf(error) });
        throw error;
      }
      become('connected');
    },
    async stop() {
      state = 'stopped';
      // The socket first: what it would still bring goes to the process that takes over. Answers go by the Web API.
      await line?.close();
      await inFlight.drain();
    },
    state: () => state,
    send: (destination, view, key) => send({ ...options, bots }, destination, view, key),
  };
  const listener = slackListener({
    access,
    events: receiver instanceof HTTPReceiver ? receiver : null,
    installer: access.kind === 'token' ? null : createInstaller(access, { clientOptions, logger, now, onInstalled }),
    now,
    isOpen: () => state !== 'stopped',
  });
  return { adapter, listener };
}

function authorized(bot: Bot | null): AuthorizeResult {
  if (bot === null) throw new Error('the app is not installed there');
  return { botToken: bot.api.token, ...(bot.userId === null ? {} : { botUserId: bot.userId }), teamId: bot.api.teamId };
}
