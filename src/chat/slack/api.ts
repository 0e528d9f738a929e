import type { App } from '@slack/bolt';
import { z } from 'zod';

/** The Web API in the name of one team's bot. Rejects as Slack's client does; waits for rate limits by itself. */
export type SlackApi = {
  readonly teamId: string;
  readonly token: string;
  call(method: string, args: Record<string, unknown>): Promise<unknown>;
};

export function apiOf(client: App['client'], teamId: string, token: string): SlackApi {
  return { teamId, token, call: (method, args) => client.apiCall(method, { ...args, token }) };
}

const opened = z.object({ channel: z.object({ id: z.string() }) });

/** The bot's conversation with a person; Slack gives the same one each time. */
export async function openDirect(api: SlackApi, userId: string): Promise<string> {
  return opened.parse(await api.call('conversations.open', { users: userId })).channel.id;
}
