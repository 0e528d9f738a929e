import { setMaxListeners } from 'node:events';
import { type Client, Events, Routes } from 'discord.js';
import { usualAnswerQueue } from '../answer-queue.js';
import { createInFlight } from '../in-flight.js';
import type { AdapterState, ChatAdapter, ChatApp } from '../port.js';
import { createClient, restOptions } from './client.js';
import { reasonOf } from './errors.js';
import { createFirstAnswerRest } from './first-answer.js';
import { guardPackets } from './guard-packets.js';
import { listenTo, watchState } from './listen.js';
import { createMembers } from './members.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { quietSockets } from './quiet-sockets.js';
import { renderCommands } from './render-commands.js';
import { createAnswerRest } from './rest.js';
import { send, update } from './send.js';

/** The tutor on Discord, by its gateway. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { app, token, logger } = options;
  const rest = restOptions(options);
  const client = createClient(rest);
  const members = createMembers(client, options.now);
  const inFlight = createInFlight<void>();
  let state: AdapterState = 'starting';
  const become = (next: AdapterState): void => {
    if (state !== 'stopped') state = next;
  };
  const take = (id: string, work: () => Promise<void>): void => {
    if (state !== 'stopped') void inFlight.once(id, work);
  };
  const ending = new AbortController();
  // Each answer that is tried again listens to it.
  setMaxListeners(0, ending.signal);
  guardPackets(client, options);
  listenTo(client, {
    ...options,
    firsts: createFirstAnswerRest(rest),
    answers: createAnswerRest(rest),
    queue: usualAnswerQueue(),
    members,
    ending: ending.signal,
    take,
  });
  watchState(client, { logger, broke: options.broke, become });

  return {
    platform: PLATFORM,
    async start() {
      become('starting');
      try {
        await connect(client, token, app);
      } catch (error) {
        // What the gateway itself has said is the better reason.
        if (typeof state === 'string') become({ failed: reasonOf(error) });
        throw error;
      }
      become('connected');
    },
    async stop() {
      state = 'stopped';
      ending.abort();
      await inFlight.drain();
      quietSockets(client);
      await client.destroy();
    },
    state: () => state,
    send: (destination, view, key) => send({ ...options, client, members }, destination, view, key),
    update: (destination, view, key) => update({ ...options, client, members }, destination, view, key),
  };
}

/** Resolves when the gateway is ready and the commands are registered. */
async function connect(client: Client, token: string, { commands, shortcuts }: ChatApp): Promise<void> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const { application } = await ready;
  const body = renderCommands(commands, shortcuts);
  await client.rest.put(Routes.applicationCommands(application.id), { body });
}
