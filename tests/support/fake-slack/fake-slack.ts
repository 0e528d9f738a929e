import type { Destination } from '../../../src/chat/port.js';
import { Actor } from './actor.js';
import type { ActContext } from './acts.js';
import { ALL_SCOPES, newSecrets } from './app-secrets.js';
import type { Via } from './delivery.js';
import { createFaults, type Faults } from './faults.js';
import { createHttpDelivery, type HttpDelivery } from './http-delivery.js';
import { type Clock, createIds } from './ids.js';
import type { SlackPerson } from './person.js';
import type { Ping } from './pings.js';
import type { AppSecrets, LoggedRequest, Platform, Violation } from './platform.js';
import { createResponseUrls, type ResponseUrls } from './response-urls.js';
import { createRouter } from './routes.js';
import { startServer } from './server.js';
import { SocketMode } from './socket.js';
import { type Channel, createState, type Member, type Message, type State, type Team } from './state.js';
import { addTeam, firstChannelOf, type TeamOptions, uninstallFrom } from './teams.js';
import { createTriggers } from './triggers.js';

export { ALL_SCOPES } from './app-secrets.js';
export type { Fault } from './faults.js';
export type { SlackPerson } from './person.js';

export type FakeSlackOptions = {
  /** The platform's clock: how old triggers and response URLs are, and what requests are stamped with. */
  readonly now?: Clock;
  readonly triggerTtlMs?: number;
  /** How long somebody waits for an acknowledgement. Slack gives 3 s; more here, so that a slow machine passes. */
  readonly ackTimeoutMs?: number;
  readonly pingIntervalMs?: number;
  /** Characters of JSON that the blocks of a `chat.*` call may have. Slack refuses from somewhere near 13,200 on. */
  readonly maxBlocksJson?: number;
  /** What a workspace grants unless it is told otherwise. */
  readonly scopes?: readonly string[];
};

export type PersonOptions = {
  readonly id?: string;
  readonly name: string;
  /** As Slack writes it, `es-ES`. */
  readonly locale?: string;
  readonly tz?: string;
  readonly teamId?: string;
  /** Whether they are an admin of the workspace. */
  readonly isAdmin?: boolean;
  /** Whether another program speaks in their name. */
  readonly isProgram?: boolean;
};

/** How what a person does reaches the app: over socket mode, over HTTP to the app's base URL, or by a way of one's own. */
export type Way = 'socket' | { readonly http: string } | Via;

export type FakeSlack = {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly app: AppSecrets;
  readonly appToken: string;
  readonly signingSecret: string;
  /** The workspace that is there from the start, with the app installed. */
  readonly team: Team;
  readonly botToken: string;
  /** The channel of the first workspace that everyone and the bot are in. */
  readonly channel: Destination;
  readonly channelId: string;
  readonly socket: SocketMode;
  readonly http: HttpDelivery;
  readonly responseUrls: ResponseUrls;
  readonly state: State;
  readonly requests: readonly LoggedRequest[];
  readonly violations: readonly Violation[];
  readonly pings: readonly Ping[];
  readonly faults: Faults;
  readonly failNext: Faults['failNext'];
  addTeam(team?: TeamOptions): Team;
  /** Another channel, of the first workspace by default. */
  addChannel(channel: { name: string; teamId?: string; botIsMember?: boolean }): Channel;
  /** Somebody takes the app out of a workspace: its token is worth nothing from now on. */
  uninstall(teamId: string): void;
  /** From now on people of that workspace are in the channel too, by Slack Connect. */
  shareChannel(channelId: string, teamId: string): void;
  /** The channel that a workspace begins with. */
  channelOf(teamId: string): Channel;
  person(person: PersonOptions, way: Way): SlackPerson;
  /** What calls about a person, a channel or a workspace's token are answered; `null` for as usual. */
  setProblem(id: string, error: string | null): void;
  setTriggerTtl(ms: number): void;
  /** From now on no file can be loaded that somebody sent with a form. */
  withholdFiles(): void;
  /** From now on sent files are said to lie at this origin. */
  setFileHost(origin: string): void;
  /** Every call of one method. */
  calls(method: string): readonly LoggedRequest[];
  /** Files that the app has put on the platform. */
  uploads(): readonly { readonly name: string; readonly bytes: Buffer | null }[];
  /** The messages of a channel, those for one person among them. */
  messages(channelId?: string): readonly Message[];
  close(): Promise<void>;
};

function createPlatform(options: FakeSlackOptions): Omit<Platform, 'origin'> {
  const { now = Date.now, triggerTtlMs = 3_000, maxBlocksJson = 13_200 } = options;
  const ids = createIds();
  return {
    app: newSecrets(),
    state: createState(ids, now),
    ids,
    now,
    triggers: createTriggers(ids, now, triggerTtlMs),
    faults: createFaults(),
    requests: [],
    violations: [],
    pings: [],
    codes: new Map(),
    maxBlocksJson,
  };
}

/** Somebody who is there already stays who they are: the same person may come another way. */
function memberOf(platform: Platform, person: PersonOptions, teamId: string): Member {
  const known = platform.state.members.get(person.id ?? '');
  if (known) return known;
  const {
    id = platform.ids('U'),
    name,
    locale = 'en-US',
    tz = 'Europe/Madrid',
    isAdmin = false,
    isProgram = false,
  } = person;
  const member: Member = { id, teamId, name, locale, tz, isAdmin, isProgram, problem: null, home: null, modals: [] };
  platform.state.members.set(id, member);
  return member;
}

/** Slack, on a free port of this machine. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const { ackTimeoutMs = 10_000, pingIntervalMs = 10_000, scopes = ALL_SCOPES } = options;
  let origin = '';
  const platform: Platform = { ...createPlatform(options), origin: () => origin };
  const { state, ids, faults, requests } = platform;
  const responseUrls = createResponseUrls(platform);
  const server = await startServer(
    createRouter(platform, responseUrls, () => socket.methods),
    faults,
  );
  origin = server.origin;
  const socket = new SocketMode(platform, server.server, { ackTimeoutMs, pingIntervalMs });
  const http = createHttpDelivery(platform, ackTimeoutMs);
  const acts: ActContext = { platform, responseUrls, deliveries: new Map(), timeoutMs: ackTimeoutMs };
  const team = addTeam(state, ids, scopes, { name: 'Acme' });
  const channel = firstChannelOf(state, team.id);

  function viaOf(way: Way): Via {
    if (way === 'socket') return (delivery) => socket.deliver(delivery);
    return typeof way === 'function' ? way : http.via(way.http);
  }

  return {
    apiUrl: `${origin}/api/`,
    app: platform.app,
    appToken: platform.app.appToken,
    signingSecret: platform.app.signingSecret,
    team,
    botToken: team.botToken,
    channel: { platform: 'slack', kind: 'channel', id: `${team.id}/${channel.id}` },
    channelId: channel.id,
    socket,
    http,
    responseUrls,
    state,
    requests,
    violations: platform.violations,
    pings: platform.pings,
    faults,
    failNext: faults.failNext,
    addTeam: (wanted = {}) => addTeam(state, ids, scopes, wanted),
    addChannel: ({ name, teamId = team.id, botIsMember = true }) =>
      state.addChannel({ id: ids('C'), teamId, name, botIsMember }),
    uninstall(teamId) {
      const left = state.teams.get(teamId);
      if (left !== undefined) uninstallFrom(left);
    },
    shareChannel(channelId, teamId) {
      state.channels.get(channelId)?.sharedWith.add(teamId);
    },
    channelOf: (teamId) => firstChannelOf(state, teamId),
    person(person, way) {
      const { teamId = team.id } = person;
      return new Actor(acts, memberOf(platform, person, teamId), viaOf(way), firstChannelOf(state, teamId));
    },
    setProblem(id, error) {
      const place = state.members.get(id) ?? state.channels.get(id) ?? state.teams.get(id);
      if (place === undefined) throw new Error(`nobody and nothing is ${id}`);
      place.problem = error;
    },
    setTriggerTtl(ms) {
      platform.triggers.ttlMs = ms;
    },
    withholdFiles() {
      state.handing.withheld = true;
    },
    setFileHost(host) {
      state.handing.host = host;
    },
    uploads: () => [...platform.state.files.values()].map(({ name, content: bytes }) => ({ name, bytes })),
    calls: (method) => requests.filter((request) => request.method === method),
    messages: (channelId = channel.id) => [...(state.channels.get(channelId)?.messages ?? [])],
    async close() {
      await socket.close();
      await server.close();
    },
  };
}
