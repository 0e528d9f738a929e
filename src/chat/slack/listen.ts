import { createHash } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
import type { Claims } from '../claims.js';
import type { Bots } from './bots.js';
import { reasonOf } from './errors.js';
import { greetOnce } from './greet.js';
import {
  type Bot,
  type HandleDeps,
  onAction,
  onCommand,
  onHomeOpened,
  onMessage,
  onShortcut,
  onSubmission,
  onThreadLine,
} from './handle.js';
import { PLATFORM } from './options.js';
import {
  actionSchema,
  commandSchema,
  eventBodySchema,
  homeOpenedSchema,
  type MessagePayload,
  messageSchema,
  shortcutSchema,
  submissionSchema,
} from './payloads.js';

export type ListenDeps = HandleDeps & {
  readonly bots: Bots;
  readonly isOpen: () => boolean;
  readonly claims: Claims;
  /** Runs work once for an event's id, in turn for the person who did it. The work never rejects. */
  readonly take: (id: string, who: string, work: () => Promise<void>) => Promise<void>;
};

type Ack = () => Promise<void>;

/**
 * The workspace in which the app is installed, as Bolt reads it of each kind of payload: in a channel that workspaces
 * share, what a guest does names the guest's own workspace too.
 */
type Team = Pick<Context, 'teamId' | 'enterpriseId'>;

/** One thing done: whose it is, and the id under which it is known. */
type Done = { readonly id: string; readonly who: string; readonly team: Team };

function teamOf({ teamId }: Team): string {
  return teamId ?? '';
}

/** What people say with more than words: with files, or from a thread to the channel too. */
const NEW_MESSAGE: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Whether a person has just said it: Slack tells of edits, joins and what programs write in the same way. */
function isNewMessage({ user, bot_id: bot, subtype, edited }: MessagePayload): boolean {
  return user !== undefined && bot === undefined && edited === undefined && NEW_MESSAGE.has(subtype);
}

/** Slack may tell of one message by several events: of a mention, of a direct message, of a thread's way out. */
function messageIdOf({ channel, ts, text }: MessagePayload): string {
  return `said:${channel}:${ts}:${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
}

type Work = (bot: Bot) => Promise<void>;

/** Everything that people can do to the bot on Slack. Each is acknowledged first, then done. */
export function listenTo(bolt: App, deps: ListenDeps): void {
  listenToActs(bolt, deps);
  listenToMessages(bolt, deps);
  listenToHome(bolt, deps);
  listenToRemoval(bolt, deps);
  bolt.error(async (error) => {
    deps.logger.error(
      { ref: deps.newRef(), platform: PLATFORM, reason: reasonOf(error), err: error },
      'Slack sent what could not be taken',
    );
  });
}

/** Does what an event asks for, unless it was done before. Never rejects. */
async function run(deps: ListenDeps, { team }: Done, isFirst: Promise<boolean>, work: Work): Promise<void> {
  try {
    if (!(await isFirst)) return;
    const bot = await deps.bots.of(teamOf(team), team.enterpriseId);
    if (bot !== null) await work(bot);
    else deps.logger.warn({ platform: PLATFORM, team: teamOf(team) }, 'the app is not installed there');
  } catch (error) {
    const fields = { ref: deps.newRef(), platform: PLATFORM, reason: reasonOf(error), err: error };
    deps.logger.error(fields, 'something done on Slack could not be answered');
  }
}

function take(deps: ListenDeps, done: Done, work: Work): void {
  const isFirst = deps.claims.of(done.id);
  void deps.take(done.id, `${teamOf(done.team)}/${done.who}`, () => run(deps, done, isFirst, work));
  deps.claims.taken(done.id);
}

/**
 * Slack waits three seconds for the acknowledgement; the work begins when it is out. What comes while stopping is
 * left unacknowledged, so that Slack sends it to another process, or to this one when it is back. An acknowledgement
 * that the line no longer carries changes nothing: the answer has a way of its own, and Slack does not ask again.
 */
async function acknowledged(deps: ListenDeps, ack: Ack, done: Done, work: Work): Promise<void> {
  if (!deps.isOpen()) return;
  // Asked meanwhile, and taken up with the work.
  void deps.claims.of(done.id);
  try {
    await ack();
  } catch (error) {
    deps.logger.warn({ platform: PLATFORM, reason: reasonOf(error) }, 'an acknowledgement did not reach Slack');
  }
  take(deps, done, work);
}

/** Commands, buttons, forms and the menu of a message. */
function listenToActs(bolt: App, deps: ListenDeps): void {
  bolt.command(/.*/, async ({ body, ack, context }) => {
    const payload = commandSchema.parse(body);
    const done = { id: payload.trigger_id, who: payload.user_id, team: context };
    await acknowledged(
      deps,
      () => ack(),
      done,
      (bot) => onCommand(deps, bot, payload),
    );
  });
  bolt.action(/.*/, async ({ body, ack, context }) => {
    const payload = actionSchema.parse(body);
    const done = { id: payload.trigger_id, who: payload.user.id, team: context };
    await acknowledged(
      deps,
      () => ack(),
      done,
      (bot) => onAction(deps, bot, payload),
    );
  });
  bolt.view(/.*/, async ({ body, ack, context }) => {
    const payload = submissionSchema.parse(body);
    const done = { id: `view:${payload.view.id}`, who: payload.user.id, team: context };
    await acknowledged(
      deps,
      () => ack(),
      done,
      (bot) => onSubmission(deps, bot, payload),
    );
  });
  bolt.shortcut(/.*/, async ({ body, ack, context }) => {
    const payload = shortcutSchema.safeParse(body);
    if (!payload.success) return ack();
    const { trigger_id: id, user } = payload.data;
    await acknowledged(
      deps,
      () => ack(),
      { id, who: user.id, team: context },
      (bot) => onShortcut(deps, bot, payload.data),
    );
  });
}

/** Events are acknowledged by Bolt itself, before their listeners run. */
function listenToMessages(bolt: App, deps: ListenDeps): void {
  function onNewMessage(message: MessagePayload, context: Context): void {
    const { user } = message;
    if (user === undefined || !isNewMessage(message)) return;
    take(deps, { id: messageIdOf(message), who: user, team: context }, (bot) => onMessage(deps, bot, user, message));
  }
  /** Under a name of its own: what calls the bot is taken by its mention. */
  function onThreadMessage(message: MessagePayload, context: Context): void {
    const { user, thread_ts: thread, ts } = message;
    if (user === undefined || thread === undefined || thread === ts || !isNewMessage(message)) return;
    const done = { id: `thread:${messageIdOf(message)}`, who: user, team: context };
    take(deps, done, (bot) => onThreadLine(deps, bot, user, message));
  }
  bolt.event('app_mention', async ({ event, context }) => onNewMessage(messageSchema.parse(event), context));
  bolt.message(async ({ event, context }) => {
    const message = messageSchema.parse(event);
    if (message.channel_type === 'im') onNewMessage(message, context);
    else onThreadMessage(message, context);
  });
}

function listenToHome(bolt: App, deps: ListenDeps): void {
  bolt.event('app_home_opened', async ({ event, body, context }) => {
    const { event_id: id } = eventBodySchema.parse(body);
    const { user, tab } = homeOpenedSchema.parse(event);
    const done = { id, who: user, team: context };
    if (tab === 'home') take(deps, done, (bot) => onHomeOpened(deps, bot, user));
    if (tab === 'messages') take(deps, done, (bot) => greetOnce(deps, bot, user));
  });
}

/** A workspace that has removed the app, or its bot, has taken its token with it. */
function listenToRemoval(bolt: App, { bots }: ListenDeps): void {
  bolt.event('app_uninstalled', async ({ context }) => bots.remove(teamOf(context)));
  bolt.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await bots.remove(teamOf(context));
  });
}
