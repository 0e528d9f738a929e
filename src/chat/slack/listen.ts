import type { App } from '@slack/bolt';
import type { Bots } from './bots.js';
import { reasonOf } from './errors.js';
import {
  type Bot,
  type HandleDeps,
  onAction,
  onCommand,
  onHomeOpened,
  onShortcut,
  onSpoken,
  onSubmission,
} from './handle.js';
import { PLATFORM } from './options.js';
import {
  actionSchema,
  commandSchema,
  eventBodySchema,
  homeOpenedSchema,
  shortcutSchema,
  spokenSchema,
  submissionSchema,
} from './payloads.js';

export type ListenDeps = HandleDeps & {
  readonly bots: Bots;
  readonly isOpen: () => boolean;
  /** Runs work once for an event's id. The work never rejects. */
  readonly take: (id: string, work: () => Promise<void>) => Promise<void>;
};

type Ack = () => Promise<void>;

/** Everything that people can do to the bot on Slack. Each is acknowledged first, then done. */
export function listenTo(bolt: App, deps: ListenDeps): void {
  /** Whether no other delivery of the event was met before. Where the database is away the answer will say so. */
  async function isFirst(id: string): Promise<boolean> {
    try {
      return await deps.memory.firstTime(id, deps.now());
    } catch {
      return true;
    }
  }

  async function run(id: string, teamId: string, work: (bot: Bot) => Promise<void>): Promise<void> {
    try {
      if (!(await isFirst(id))) return;
      const bot = await deps.bots.of(teamId);
      if (bot !== null) await work(bot);
    } catch (error) {
      const fields = { ref: deps.newRef(), platform: PLATFORM, reason: reasonOf(error), err: error };
      deps.logger.error(fields, 'something done on Slack could not be answered');
    }
  }

  /**
   * Slack waits three seconds for the acknowledgement; the work begins when it is out. What comes while stopping is
   * left unacknowledged, so that Slack tells another process, or this one when it is back.
   */
  async function once(ack: Ack, id: string, teamId: string, work: (bot: Bot) => Promise<void>): Promise<void> {
    if (!deps.isOpen()) return;
    await ack();
    void deps.take(id, () => run(id, teamId, work));
  }

  bolt.command(/.*/, async ({ body, ack }) => {
    const payload = commandSchema.parse(body);
    await once(
      () => ack(),
      payload.trigger_id,
      payload.team_id,
      (bot) => onCommand(deps, bot, payload),
    );
  });
  bolt.action(/.*/, async ({ body, ack }) => {
    const payload = actionSchema.parse(body);
    const teamId = payload.team?.id ?? payload.user.team_id ?? '';
    await once(
      () => ack(),
      payload.trigger_id,
      teamId,
      (bot) => onAction(deps, bot, payload),
    );
  });
  bolt.view(/.*/, async ({ body, ack }) => {
    const payload = submissionSchema.parse(body);
    const teamId = payload.team?.id ?? payload.user.team_id ?? '';
    await once(
      () => ack(),
      `view:${payload.view.id}`,
      teamId,
      (bot) => onSubmission(deps, bot, payload),
    );
  });
  bolt.shortcut(/.*/, async ({ body, ack }) => {
    const payload = shortcutSchema.safeParse(body);
    if (!payload.success) return ack();
    const teamId = payload.data.team?.id ?? payload.data.user.team_id ?? '';
    await once(
      () => ack(),
      payload.data.trigger_id,
      teamId,
      (bot) => onShortcut(deps, bot, payload.data),
    );
  });

  /** Events are acknowledged by Bolt itself, before their listeners run. */
  function onEvent(body: unknown, work: (bot: Bot) => Promise<void>): void {
    const { event_id: id, team_id: teamId } = eventBodySchema.parse(body);
    void deps.take(id, () => run(id, teamId, work));
  }
  bolt.event('app_mention', async ({ event, body }) => {
    const spoken = spokenSchema.parse(event);
    const { user } = spoken;
    if (user !== undefined && spoken.bot_id === undefined) onEvent(body, (bot) => onSpoken(deps, bot, user, spoken));
  });
  bolt.message(async ({ event, body }) => {
    const spoken = spokenSchema.parse(event);
    const { user } = spoken;
    const said = spoken.channel_type === 'im' && spoken.subtype === undefined && spoken.bot_id === undefined;
    if (said && user !== undefined) onEvent(body, (bot) => onSpoken(deps, bot, user, spoken));
  });
  bolt.event('app_home_opened', async ({ event, body }) => {
    const { user, tab } = homeOpenedSchema.parse(event);
    if (tab === 'home') onEvent(body, (bot) => onHomeOpened(deps, bot, user));
  });
  bolt.event('app_uninstalled', async ({ body }) => {
    const { team_id: teamId } = eventBodySchema.parse(body);
    await deps.bots.remove(teamId);
  });
  bolt.event('tokens_revoked', async ({ event, body }) => {
    const { team_id: teamId } = eventBodySchema.parse(body);
    if ((event.tokens.bot ?? []).length > 0) await deps.bots.remove(teamId);
  });
  bolt.error(async (error) => {
    deps.logger.error(
      { ref: deps.newRef(), platform: PLATFORM, reason: reasonOf(error), err: error },
      'Slack sent what could not be taken',
    );
  });
}
