import { z } from 'zod';
import { Faults } from '../tests/support/fake-discord/faults.js';
import { foundGuild } from '../tests/support/fake-discord/found.js';
import { Gateway } from '../tests/support/fake-discord/gateway.js';
import { FakeDiscordPerson } from '../tests/support/fake-discord/person.js';
import { createPlatform, type Platform } from '../tests/support/fake-discord/platform.js';
import { Requests, type SeenRequest } from '../tests/support/fake-discord/requests.js';
import { buttonsOf, labelOf } from '../tests/support/fake-discord/screen.js';
import { listen, unlisten } from '../tests/support/fake-discord/server.js';
import type { StoredMessage } from '../tests/support/fake-discord/store.js';
import { localeOf, userOf } from '../tests/support/fake-discord/users.js';
import { createStage, type FakePlatform, type Learner } from './stage.js';
import { Stopwatch } from './stopwatch.js';

const CALLBACK = /^\/interactions\/\d+\/([^/]+)\/callback$/;
const ANSWER = /^\/webhooks\/\d+\/([^/]+)(?:\/messages\/@original)?$/;

const interaction = z.object({ token: z.string(), member: z.object({ user: z.object({ id: z.string() }) }) });

/** The gateway of the fake, which notes when an interaction goes out. */
class TimedGateway extends Gateway {
  private readonly watch: Stopwatch;

  constructor(platform: Platform, watch: Stopwatch) {
    super(platform);
    this.watch = watch;
  }

  override dispatch(name: string, data: unknown, intents = 0): void {
    if (name === 'INTERACTION_CREATE') {
      const { token, member } = interaction.parse(data);
      this.watch.sent(member.user.id, token);
    }
    super.dispatch(name, data, intents);
  }
}

/** The requests to the fake, with the times of those that answer an interaction. */
class TimedRequests extends Requests {
  private readonly watch: Stopwatch;

  constructor(watch: Stopwatch) {
    super();
    this.watch = watch;
  }

  override arrived(...call: Parameters<Requests['arrived']>): SeenRequest {
    const [{ path }] = call;
    const callback = CALLBACK.exec(path)?.[1];
    const answer = ANSWER.exec(path)?.[1];
    if (callback !== undefined) this.watch.acknowledged(callback);
    if (answer !== undefined) this.watch.answered(answer);
    return super.arrived(...call);
  }

  override finished(request: SeenRequest, status: number): void {
    super.finished(request, status);
    const { method, path } = request;
    const answer = ANSWER.exec(path)?.[1];
    const key = CALLBACK.exec(path)?.[1] ?? answer;
    if (key === undefined) return;
    if (status >= 400) this.watch.refused(key, `Discord answers ${status} to ${method} ${path}`);
    else if (answer !== undefined) this.watch.settled(answer);
  }
}

export type DiscordPlatform = FakePlatform & { readonly apiBase: string; readonly token: string };

/** Discord on this machine, with a stopwatch in it. */
export async function startDiscord(guildId: string, learners: readonly Learner[]): Promise<DiscordPlatform> {
  const watch = new Stopwatch();
  const platform = createPlatform({ guilds: [] });
  foundGuild(platform, { id: guildId, systemChannel: false });
  const gateway = new TimedGateway(platform, watch);
  const requests = new TimedRequests(watch);
  const ending = new AbortController();
  const line = { flows: Promise.resolve() };
  const server = await listen({ platform, gateway, faults: new Faults(), requests, line, ending: ending.signal });

  const accounts = learners.map(({ id, name, locale }) => ({
    user: userOf(id, name),
    locale: localeOf(locale),
    guildId,
    manages: false,
  }));
  const people = accounts.map((account) => new FakeDiscordPerson({ platform, gateway }, account));
  /** By person: where the answer to the last review stands. */
  const reviews = new Map<number, string>();

  function personOf(number: number): FakeDiscordPerson {
    const person = people[number];
    if (person === undefined) throw new Error(`there is no learner ${number}`);
    return person;
  }
  function reviewOf(number: number): StoredMessage | undefined {
    return platform.messages.get(reviews.get(number) ?? '');
  }
  function labelled(number: number, id: RegExp): string | null {
    const message = reviewOf(number);
    const found = message && buttonsOf(message).find(({ custom_id: custom }) => id.test(custom ?? ''));
    return found === undefined ? null : labelOf(found);
  }

  const stage = createStage({
    async run(number, command, options) {
      const person = personOf(number);
      const trip = watch.expect(person.id);
      // Its acknowledgement is timed where it arrives; what is late or refused ends the trip.
      const [done] = await Promise.all([trip, person.run(command, options)]);
      const original = platform.interactions.byItsToken(done.key)?.originalId ?? '';
      if (command === 'review') reviews.set(number, original);
      return done;
    },
    async press(number, id) {
      const person = personOf(number);
      const message = { id: reviews.get(number) ?? '', text: '', buttons: [], selects: [] };
      const label = labelled(number, id) ?? `like ${id.source}`;
      const trip = watch.expect(person.id);
      const [done] = await Promise.all([trip, person.press(message, label)]);
      return done;
    },
    has: (number, id) => labelled(number, id) !== null,
    reads: async (number) => (await personOf(number).sees()).map(({ text }) => text).join('\n'),
  });

  return {
    stage,
    apiBase: `${platform.origin}/api`,
    token: platform.token,
    violations: () => platform.violations,
    connections: () => gateway.log.filter(({ name }) => name === 'connected').length,
    async close() {
      ending.abort();
      platform.interactions.close();
      requests.close();
      gateway.shutDown();
      await unlisten(server);
    },
  };
}
