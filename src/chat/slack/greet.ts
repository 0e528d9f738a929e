import { z } from 'zod';
import { FIRST_WORDS } from '../chat-memory.js';
import type { Place } from '../port.js';
import { directTo, workspaceOf } from './address.js';
import { openDirect, type SlackApi } from './api.js';
import type { Bots } from './bots.js';
import { LEAD } from './commands.js';
import { reasonOf } from './errors.js';
import type { Bot, HandleDeps } from './handle.js';
import { PLATFORM } from './options.js';
import { send } from './send.js';

type Deps = HandleDeps & { readonly bots: Bots };

const history = z.object({ messages: z.array(z.unknown()) });

/** What was written to somebody as their first words is remembered for good: each person is greeted once. */
function keyOf(teamId: string, userId: string): string {
  return `${FIRST_WORDS}${teamId}/${userId}`;
}

/** The first words to somebody who opens their conversation with the bot, where it is still empty. */
export async function greetOnce(deps: Deps, bot: Bot, userId: string): Promise<void> {
  const { memory, now } = deps;
  const key = keyOf(bot.api.teamId, userId);
  if ((await memory.beginSend(key, now())) === 'sent') return;
  if (await haveSpoken(bot.api, userId)) return memory.endSend(key, now());
  await greet(deps, bot, userId, key);
}

/** The first words to the person who has just installed the app. Never rejects: what goes wrong is in the log. */
export async function greetInstaller(deps: Deps, teamId: string, userId: string): Promise<void> {
  const { memory, now } = deps;
  try {
    const bot = await deps.bots.of(teamId);
    if (bot === null) return;
    const key = keyOf(teamId, userId);
    // Somebody who installs it again, having taken it out, has every reason to read them again.
    await greet(deps, bot, userId, `${key}:${now()}`);
    await memory.endSend(key, now());
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, team: teamId, reason: reasonOf(error), err: error };
    deps.logger.error(fields, 'who installed the app was not greeted');
  }
}

async function greet(deps: Deps, { api }: Bot, userId: string, key: string): Promise<void> {
  const person = await deps.people.get(api, userId, '');
  const direct = directTo(api.teamId, userId);
  const place: Place = { workspaceId: workspaceOf(api.teamId), lead: LEAD, direct, channel: null };
  await send(deps, direct, await deps.app.welcome(person, place), key);
}

/** Whether there is anything in the conversation; `false` where the bot may not look. */
async function haveSpoken(api: SlackApi, userId: string): Promise<boolean> {
  try {
    const found = await api.call('conversations.history', { channel: await openDirect(api, userId), limit: 1 });
    return history.parse(found).messages.length > 0;
  } catch {
    return false;
  }
}
