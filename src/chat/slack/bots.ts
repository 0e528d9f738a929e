import type { App } from '@slack/bolt';
import { z } from 'zod';
import { workspaceOf } from './address.js';
import { apiOf } from './api.js';
import type { Bot } from './handle.js';
import { readInstallation } from './installations.js';
import type { SlackAccess } from './options.js';

const authSchema = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string().optional() });

/** An installation is read anew after this long, in milliseconds: another process may have changed it. */
const FRESH_MS = 60_000;

export type Bots = {
  /** The bot of a team; `null` where the app is not installed. */
  of(teamId: string, enterpriseId?: string): Promise<Bot | null>;
  /** The app was installed anew: what is known of the team is of before. */
  forget(teamId: string): void;
  /** The app was taken out of the team: its token is worth nothing any more. */
  remove(teamId: string): Promise<void>;
  /** Asks Slack whose bot the single token is. Rejects as Slack's client does. Nothing to ask for installations. */
  verify(): Promise<void>;
};

export function createBots(client: () => App['client'], access: SlackAccess, now: () => number): Bots {
  const known = new Map<string, { readonly bot: Bot | null; readonly until: number }>();
  let single: { readonly teamId: string; readonly bot: Bot } | null = null;

  async function verify(): Promise<void> {
    if (access.kind !== 'token') return;
    const auth = authSchema.parse(await client().apiCall('auth.test', { token: access.botToken }));
    const bot = { api: apiOf(client(), auth.team_id, access.botToken), userId: auth.user_id };
    single = { teamId: auth.team_id, bot };
  }

  async function read(id: string, teamId: string): Promise<Bot | null> {
    if (access.kind === 'token') return null;
    const installed = await readInstallation(access, workspaceOf(id));
    const bot = installed?.bot;
    return bot === undefined ? null : { api: apiOf(client(), teamId, bot.token), userId: bot.userId };
  }

  return {
    verify,
    forget: (teamId) => void known.delete(teamId),
    async remove(teamId) {
      known.delete(teamId);
      if (access.kind === 'oauth') await access.installations.remove(workspaceOf(teamId));
    },
    async of(teamId, enterpriseId) {
      if (access.kind === 'token') return single?.teamId === teamId ? single.bot : null;
      const found = known.get(teamId);
      if (found !== undefined && found.until > now()) return found.bot;
      const ofOrganisation = enterpriseId === undefined ? null : await read(enterpriseId, teamId);
      const bot = (await read(teamId, teamId)) ?? ofOrganisation;
      if (bot !== null) known.set(teamId, { bot, until: now() + FRESH_MS });
      return bot;
    },
  };
}
