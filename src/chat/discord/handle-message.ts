import { type Client, type Guild, GuildFeature } from 'discord.js';
import { dispatch, failedAnswer } from '../dispatch.js';
import type { AnswerMode, Person, QuestionEvent, View } from '../port.js';
import { createProgress } from '../progress.js';
import { fileAt } from '../read-url.js';
import { sendResultOf } from './errors.js';
import { findPlace, unplaced } from './event.js';
import { isFirst, type Ran, run, scopeIn } from './handle.js';
import { PROGRESS_MS, TYPING } from './limits.js';
import { mayManage } from './manages.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { createReply, type Reply } from './reply.js';
import { openDirect, showTyping } from './rest.js';
import type { Said, Self, ToldMessage } from './said.js';

type Deps = DiscordOptions & { readonly client: Client<true> };

/** How the bot is called in a guild, or where there is none. */
export function selfIn({ user }: Client<true>, guild: Guild | undefined): Self {
  return { userId: user.id, roleId: guild?.roles.botRoleFor(user)?.id ?? null };
}

/** A message does not tell its writer's language. That of the server does, where somebody has chosen one. */
function languagesIn(guild: Guild | undefined): readonly string[] {
  return guild?.features.includes(GuildFeature.Community) ? [guild.preferredLocale] : [];
}

/** Who wrote a message. */
function writerOf({ author, member, guild_id: guildId }: ToldMessage, guild: Guild | undefined): Person {
  const { id, global_name: name, username } = author;
  const roles = guild?.roles.cache;
  const ranks = {
    ownerId: guild?.ownerId ?? '',
    permissionsOf: (of: string) => roles?.get(of)?.permissions.bitfield ?? null,
  };
  return {
    id,
    name: member?.nick || name || username || id,
    languages: languagesIn(guild),
    timeZone: null,
    manages: guild !== undefined && mayManage(ranks, guildId ?? '', id, member?.roles ?? []),
  };
}

function questionOf(message: ToldMessage, said: Said, guild: Guild | undefined): QuestionEvent {
  const person = writerOf(message, guild);
  const files = said.files.map(({ url, filename: name, size }) => fileAt(url, { name, size }));
  return { kind: 'question', person, place: unplaced(person.id), text: said.text, aloud: said.aloud, files };
}

/** Answers what somebody said to the bot. Never rejects: what goes wrong is in the log. */
export async function handleMessage(deps: Deps, message: ToldMessage, said: Said): Promise<void> {
  try {
    // Two deliveries of one message: whichever the database hears first is the one that counts.
    if (await isFirst(deps, message.id)) await answer(deps, message, said);
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, messageId: message.id, err: error };
    if (sendResultOf(error) === null) deps.logger.error(fields, 'a message could not be answered');
    else deps.logger.warn(fields, 'an answer to a message could not be written');
  }
}

async function answer(deps: Deps, message: ToldMessage, said: Said): Promise<void> {
  const { channel_id: channelId, id } = message;
  const guildId = message.guild_id ?? null;
  const event = questionOf(message, said, deps.client.guilds.cache.get(guildId ?? ''));
  const { answer: mode } = dispatch(deps, event);
  const reply = createReply(deps, { channelId, replyTo: said.aloud ? id : null }, `answer:${id}`);
  const stopTyping = typeWhile(deps, channelId);
  const progress = createProgress(PROGRESS_MS, (view) => reply.showPart(view));
  const ran = await run(deps, event, () => findPlace(event.person.id, guildId, deps.homeOf), progress.show);
  await progress.end();
  stopTyping();
  await deliver(deps, { messageId: id, guildId, event, mode, reply, ran });
}

type Done = {
  readonly messageId: string;
  readonly guildId: string | null;
  readonly event: QuestionEvent;
  readonly mode: AnswerMode | 'form';
  readonly reply: Reply;
  readonly ran: Ran;
};

/** Shows what came of it where it belongs. What Discord does not take of it is worded as any other failure. */
async function deliver(deps: Deps, done: Done): Promise<void> {
  const { event, ran, reply } = done;
  const { result } = ran;
  if (result.kind === 'form') return tellFailure(deps, done, new Error('there is no form in answer to a message'));
  if (result.kind === 'failed') return inTurn(await waysToFail(deps, done, result.view));
  const here = () => reply.show(result.view, event.aloud ? null : scopeIn(ran.tenant));
  const alone = () => tellAlone(deps, done, result.view);
  try {
    if (!event.aloud) await here();
    else if (done.mode === 'public') await inTurn([here, alone]);
    else await alone();
  } catch (error) {
    if (sendResultOf(error) !== null) throw error;
    await tellFailure(deps, done, error);
  }
}

async function tellFailure(deps: Deps, done: Done, error: unknown): Promise<void> {
  await inTurn(await waysToFail(deps, done, failedAnswer(deps, done.event, error).view));
}

/** A failure is for the asker alone; where they take no direct messages it is told where they asked. */
async function waysToFail(deps: Deps, done: Done, view: View): Promise<readonly Way[]> {
  const { reply, event, ran } = done;
  await reply.takeBack();
  const here = () => reply.show(view, event.aloud ? null : scopeIn(ran.tenant));
  return event.aloud ? [() => tellAlone(deps, done, view), here] : [here];
}

async function tellAlone(deps: Deps, { messageId, guildId, event, ran }: Done, view: View): Promise<void> {
  const channelId = await openDirect(deps.client, event.person.id);
  const scope = scopeIn(ran.tenant ?? guildId);
  await createReply(deps, { channelId, replyTo: null }, `alone:${messageId}`).show(view, scope);
}

type Way = () => Promise<void>;

/** The first way that is open to the bot. Rejects as the last one does. */
async function inTurn([way, ...others]: readonly Way[]): Promise<void> {
  if (way === undefined) return;
  try {
    await way();
  } catch (error) {
    const status = sendResultOf(error)?.status;
    if (others.length === 0 || (status !== 'forbidden' && status !== 'gone')) throw error;
    await inTurn(others);
  }
}

/** Shows that an answer is being made, where that takes its time, until the function that comes back is called. */
function typeWhile({ client }: Deps, channelId: string): () => void {
  const type = () => void showTyping(client, channelId).catch(() => {});
  let again: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    type();
    again = setInterval(type, TYPING.everyMs);
  }, TYPING.afterMs);
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}
