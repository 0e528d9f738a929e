import type { RequestListener } from 'node:http';
import {
  App,
  type AuthorizeResult,
  type AuthorizeSourceData,
  type HTTPReceiver,
  SocketModeReceiver,
} from '@slack/bolt';
import { usualAnswerQueue } from '../answer-queue.js';
import { createClaims } from '../claims.js';
import { createInFlight } from '../in-flight.js';
import type { AdapterState, ChatAdapter } from '../port.js';
import { boltLogger } from './bolt-logger.js';
import { createBots } from './bots.js';
import { reasonOf } from './errors.js';
import { greetInstaller } from './greet.js';
import { guardSocket } from './guard-socket.js';
import type { HandleDeps } from './handle.js';
import { type HttpDeps, slackListener } from './http.js';
import { createInstaller, type Installed } from './installations.js';
import { type ListenDeps, listenTo } from './listen.js';
import { PLATFORM, type SlackOptions } from './options.js';
import { createPeople } from './people.js';
import { clientOptionsOf, createReceiver } from './receiver.js';
import { send, update } from './send.js';
import { createSocketLine } from './socket.js';
import { takeRequest } from './take-request.js';

export type SlackAdapter = {
  readonly adapter: ChatAdapter;
  /** Serves everything below `/slack` of an HTTP server. */
  readonly listener: RequestListener;
};

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
    authorize,
  });
  const deps: HandleDeps = { ...options, people: createPeople(now) };
  const inFlight = createInFlight<void>();
  const queue = usualAnswerQueue();
  const claims = createClaims(options);
  let state: AdapterState = 'starting';
  const become = (next: AdapterState): void => {
    if (state !== 'stopped') state = next;
  };
  const take: ListenDeps['take'] = (id, who, work) => inFlight.once(id, () => queue(who, work));
  listenTo(bolt, { ...deps, bots, claims, isOpen: () => state !== 'stopped', take });
  const onInstalled = ({ teamId, userId }: Installed): void => {
    bots.forget(teamId);
    void take(`installed:${teamId}:${now()}`, `${teamId}/${userId}`, () =>
      greetInstaller({ ...deps, bots }, teamId, userId),
    );
  };

  if (receiver instanceof SocketModeReceiver) guardSocket(receiver.client, options);
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
    update: (destination, view, key) => update({ ...options, bots }, destination, view, key),
  };
  const listener = slackListener({
    access,
    take: takerOf(options, receiver),
    installer: access.kind === 'token' ? null : createInstaller(access, { clientOptions, logger, now, onInstalled }),
    fail: (error) =>
      options.logger.error(
        { ref: options.newRef(), platform: PLATFORM, reason: reasonOf(error), err: error },
        'an installation failed',
      ),
    isOpen: () => state !== 'stopped',
  });
  return { adapter, listener };
}

/** Takes Slack's requests in HTTP mode; in socket mode none come. */
function takerOf(options: SlackOptions, receiver: SocketModeReceiver | HTTPReceiver): HttpDeps['take'] {
  const { connection } = options;
  if (connection.kind === 'socket' || receiver instanceof SocketModeReceiver) return null;
  const deps = { ...options, signingSecret: connection.signingSecret, events: receiver };
  return (request, response) => void takeRequest(deps, request, response);
}

/**
 * Bolt asks before it acknowledges, so nothing is looked up here: which bot answers, and whether there is one, is found
 * when the acknowledgement is out.
 */
async function authorize({ teamId, enterpriseId }: AuthorizeSourceData<boolean>): Promise<AuthorizeResult> {
  return {
    ...(teamId === undefined ? {} : { teamId }),
    ...(enterpriseId === undefined ? {} : { enterpriseId }),
  };
}
