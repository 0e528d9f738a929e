import { type Client, type Guild, GuildFeature } from 'discord.js';
import { dispatch, type FormAnswer, failedAnswer, type ViewAnswer } from '../dispatch.js';
import { isFirstTime } from '../first-time.js';
import type { AnswerMode, Person, QuestionRequest, View } from '../port.js';
import { createProgress } from '../progress.js';
import { fileAt } from '../read-url.js';
import { sendResultOf } from './errors.js';
import { findPlace } from './event.js';
import { scopeIn, tenantIn } from './handle.js';
import { PROGRESS_MS, TYPING } from './limits.js';
import { mayManage } from './manages.js';
import type { Members } from './members.js';
import type { Addressed, GatewayMessage, Self } from './message.js';
import { type DiscordOptions, PLATFORM } from './options.js';
import { createReply, type Reply, tryForAMinute } from './reply.js';
import { openDirect, showTyping } from './rest.js';

type Deps = DiscordOptions & { readonly client: Client<true>; readonly members: Members; readonly ending: AbortSignal };

/** How people address the bot in a guild, or where there is none. */
export function selfIn({ user }: Client<true>, guild: Guild | undefined): Self {
  return { userId: user.id, roleId: guild?.roles.botRoleFor(user)?.id ?? null };
}

/** A message does not say its writer's language: the server's is taken, where somebody has chosen one. */
function languagesIn(guild: Guild | undefined): readonly string[] {
  return guild?.features.includes(GuildFeature.Community) ? [guild.preferredLocale] : [];
}

/** Who wrote a message. */
function writerOf({ author, member, guild_id: guildId }: GatewayMessage, guild: Guild | undefined): Person {
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

/** A thread is one conversation; in a channel, what one person says to the bot is. */
function conversationOf({ channel_id: channelId, author }: GatewayMessage, guild: Guild | undefined): string {
  return guild?.channels.cache.get(channelId)?.isThread() === true ? channelId : `${channelId}/${author.id}`;
}

function questionOf(message: GatewayMessage, addressed: Addressed, guild: Guild | undefined): QuestionRequest {
  const person = writerOf(message, guild);
  const files = addressed.files.map(({ url, filename: name, size }) => fileAt(url, { name, size }));
  const { text, aloud } = addressed;
  const conversation = aloud ? conversationOf(message, guild) : null;
  return { kind: 'question', person, text, aloud, conversation, files };
}

/** Answers what somebody said to the bot. Never rejects: what goes wrong is in the log. */
export async function handleMessage(deps: Deps, message: GatewayMessage, addressed: Addressed): Promise<void> {
  try {
    // Two deliveries of one message: whichever reaches the database first is the one that counts.
    if (await isFirstTime(deps, message.id)) await answer(deps, message, addressed);
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, messageId: message.id, err: error };
    if (sendResultOf(error) === null) deps.logger.error(fields, 'a message could not be answered');
    else deps.logger.warn(fields, 'an answer to a message could not be written');
  }
}

async function answer(deps: Deps, message: GatewayMessage, addressed: Addressed): Promise<void> {
  const { channel_id: channelId, id } = message;
  const guildId = message.guild_id ?? null;
  const request = questionOf(message, addressed, deps.client.guilds.cache.get(guildId ?? ''));
  const prepared = dispatch(deps, request);
  const reply = createReply(deps, { channelId, replyTo: addressed.aloud ? id : null }, `answer:${id}`);
  const stopTyping = typeWhile(deps, channelId);
  const progress = createProgress(PROGRESS_MS, (view) => reply.showPart(view));
  const place = findPlace(request.person.id, { guildId, channelId }, deps);
  const result = await prepared.run(place, progress.show);
  await progress.end();
  stopTyping();
  const tenant = await tenantIn(place);
  await deliver(deps, { messageId: id, guildId, request, mode: prepared.answer, reply, result, tenant });
}

type Done = {
  readonly messageId: string;
  readonly guildId: string | null;
  readonly request: QuestionRequest;
  readonly mode: AnswerMode | 'form';
  readonly reply: Reply;
  readonly result: ViewAnswer | FormAnswer;
  /** `null` where the place could not be found. */
  readonly tenant: string | null;
};

/** Shows what came of it where it belongs. What Discord does not take of it is worded as any other failure. */
async function deliver(deps: Deps, done: Done): Promise<void> {
  const { request, result, reply, tenant } = done;
  if (result.kind === 'form') return tellFailure(deps, done, new Error('there is no form in answer to a message'));
  if (result.kind === 'failed') return inTurn(await waysToFail(deps, done, result.view));
  const here = () => reply.show(result.view, request.aloud ? null : scopeIn(tenant));
  const alone = () => tellAlone(deps, done, result.view);
  try {
    if (!request.aloud) await here();
    else if (done.mode === 'public') await inTurn([here, alone]);
    else await alone();
  } catch (error) {
    if (sendResultOf(error) !== null) throw error;
    await tellFailure(deps, done, error);
  }
}

async function tellFailure(deps: Deps, done: Done, error: unknown): Promise<void> {
  await inTurn(await waysToFail(deps, done, failedAnswer(deps, done.request, error).view));
}

/** A failure is for the asker alone; where they take no direct messages it is shown where they asked. */
async function waysToFail(deps: Deps, done: Done, view: View): Promise<readonly Way[]> {
  const { reply, request, tenant } = done;
  await reply.takeBack();
  const here = () => reply.show(view, request.aloud ? null : scopeIn(tenant));
  return request.aloud ? [() => tellAlone(deps, done, view), here] : [here];
}

async function tellAlone(deps: Deps, { messageId, guildId, request, tenant }: Done, view: View): Promise<void> {
  const channelId = await tryForAMinute(deps, () => openDirect(deps.client, request.person.id));
  const scope = scopeIn(tenant ?? guildId);
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
