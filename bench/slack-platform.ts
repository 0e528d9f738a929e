import { z } from 'zod';
import { Actor } from '../tests/support/fake-slack/actor.js';
import type { ActContext } from '../tests/support/fake-slack/acts.js';
import { ALL_SCOPES, newSecrets } from '../tests/support/fake-slack/app-secrets.js';
import type { Via } from '../tests/support/fake-slack/delivery.js';
import { createFaults } from '../tests/support/fake-slack/faults.js';
import { createHttpDelivery } from '../tests/support/fake-slack/http-delivery.js';
import { createIds } from '../tests/support/fake-slack/ids.js';
import type { Platform } from '../tests/support/fake-slack/platform.js';
import { createResponseUrls } from '../tests/support/fake-slack/response-urls.js';
import { createRouter } from '../tests/support/fake-slack/routes.js';
import { interactivesOf } from '../tests/support/fake-slack/schema/interactive.js';
import { labelOf } from '../tests/support/fake-slack/screen.js';
import { type Router, startServer } from '../tests/support/fake-slack/server.js';
import { SocketMode } from '../tests/support/fake-slack/socket.js';
import { createState, type Member, type Message } from '../tests/support/fake-slack/state.js';
import { addTeam, firstChannelOf } from '../tests/support/fake-slack/teams.js';
import { createTriggers } from '../tests/support/fake-slack/triggers.js';
import { createStage, type FakePlatform, type Learner } from './stage.js';
import { Stopwatch } from './stopwatch.js';

/** In milliseconds, as Slack's. */
const ACK_TIMEOUT_MS = 3_000;
const TRIGGER_MS = 3_000;
const PING_INTERVAL_MS = 10_000;
const MAX_BLOCKS_JSON = 13_200;

const command = z.object({ user_id: z.string(), response_url: z.string() });
const interactive = z.object({ user: z.object({ id: z.string() }), response_url: z.string() });
const delivered = z.union([
  command.transform(({ user_id: user, response_url: url }) => ({ user, key: keyOf(url) })),
  interactive.transform(({ user, response_url: url }) => ({ user: user.id, key: keyOf(url) })),
]);

/** The last part of a response URL: each thing that is done has its own. */
function keyOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

/** Delivers as `via` does, and notes when, and when it was acknowledged. */
function timed(watch: Stopwatch, via: Via): Via {
  return async (delivery) => {
    const { user, key } = delivered.parse(delivery.payload);
    watch.sent(user, key);
    const ack = await via(delivery);
    watch.acknowledged(key);
    return ack;
  };
}

/** Answers as `router` does, and notes when an answer has come by a response URL. */
function listening(watch: Stopwatch, router: Router): Router {
  return async (incoming) => {
    const { pathname } = incoming.url;
    if (!pathname.startsWith('/respond/')) return router(incoming);
    const key = keyOf(pathname);
    watch.answered(key);
    const route = await router(incoming);
    return {
      name: route.name,
      async run() {
        const answer = await route.run();
        if (answer.status >= 400) watch.refused(key, `Slack answers ${answer.status} to a response`);
        else watch.settled(key);
        return answer;
      },
    };
  };
}

function createPlatform(origin: () => string): Platform {
  const ids = createIds();
  return {
    app: newSecrets(),
    state: createState(ids, Date.now),
    ids,
    now: Date.now,
    triggers: createTriggers(ids, Date.now, TRIGGER_MS),
    faults: createFaults(),
    requests: [],
    violations: [],
    pings: [],
    codes: new Map(),
    origin,
    maxBlocksJson: MAX_BLOCKS_JSON,
  };
}

export type SlackPlatform = FakePlatform & {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** From now on what people do goes to the app at this address, and no longer by its socket. */
  deliverTo(url: string): void;
};

/** Slack on this machine, with a stopwatch in it. */
export async function startSlack(teamId: string, learners: readonly Learner[]): Promise<SlackPlatform> {
  const watch = new Stopwatch();
  let origin = '';
  const platform = createPlatform(() => origin);
  const { state, ids, app, faults, violations } = platform;
  const responseUrls = createResponseUrls(platform);
  const router = createRouter(platform, responseUrls, () => socket.methods);
  const server = await startServer(listening(watch, router), faults);
  origin = server.origin;
  const socket = new SocketMode(platform, server.server, {
    ackTimeoutMs: ACK_TIMEOUT_MS,
    pingIntervalMs: PING_INTERVAL_MS,
  });
  const http = createHttpDelivery(platform, ACK_TIMEOUT_MS);
  const team = addTeam(state, ids, ALL_SCOPES, { id: teamId, name: 'Acme' });
  const channel = firstChannelOf(state, teamId);
  const acts: ActContext = { platform, responseUrls, deliveries: new Map(), timeoutMs: ACK_TIMEOUT_MS };
  let carry: Via = (delivery) => socket.deliver(delivery);
  /** Resolves when the app can be reached: a line that broke is none of what is timed. */
  let reachable: () => Promise<void> = () => socket.connected();
  const via = timed(watch, (delivery) => carry(delivery));

  const people = learners.map(({ id, name, locale }) => {
    const member: Member = {
      id,
      teamId,
      name,
      locale,
      tz: 'Europe/Madrid',
      isAdmin: false,
      isProgram: false,
      problem: null,
      home: null,
      modals: [],
    };
    state.members.set(id, member);
    return new Actor(acts, member, via, channel);
  });
  /** By person: their review, whose answers replace each other. */
  const reviews = new Map<number, Message>();

  function personOf(number: number): Actor {
    const person = people[number];
    if (person === undefined) throw new Error(`there is no learner ${number}`);
    return person;
  }
  function labelled(number: number, id: RegExp): string | null {
    const blocks = reviews.get(number)?.content.blocks ?? [];
    const found = interactivesOf(blocks).find(({ actionId }) => id.test(actionId));
    return found === undefined ? null : labelOf(found);
  }

  const stage = createStage({
    async run(number, name, options) {
      const person = personOf(number);
      await reachable();
      const trip = watch.expect(person.id);
      const [done] = await Promise.all([trip, person.run(name, options)]);
      const own = name === 'review' ? channel.messages.findLast(({ onlyFor }) => onlyFor === person.id) : undefined;
      if (own !== undefined) reviews.set(number, own);
      return done;
    },
    async press(number, id) {
      const person = personOf(number);
      const message = { id: reviews.get(number)?.ts ?? '', text: '', buttons: [], selects: [] };
      const label = labelled(number, id) ?? `like ${id.source}`;
      await reachable();
      const trip = watch.expect(person.id);
      const [done] = await Promise.all([trip, person.press(message, label)]);
      return done;
    },
    has: (number, id) => labelled(number, id) !== null,
    reads: async (number) => (await personOf(number).sees()).map(({ text }) => text).join('\n'),
  });

  return {
    stage,
    apiUrl: `${origin}/api/`,
    botToken: team.botToken,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    violations: () => violations,
    connections: () => socket.opened,
    deliverTo(url) {
      reachable = async () => {};
      carry = http.via(url);
    },
    async close() {
      await socket.close();
      await server.close();
    },
  };
}
