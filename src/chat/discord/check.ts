import { z } from 'zod';
import { baseUrl } from '../base-url.js';
import { fitsHeader, PATIENCE_MS, unreachableReason } from '../check-token.js';
import { parseJson } from '../parse-json.js';

/** What the bot does in a guild. Bits: https://discord.com/developers/docs/topics/permissions. */
export const PERMISSIONS = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  /** Needed to answer below what somebody has written. */
  ReadMessageHistory: 1n << 16n,
  SendMessagesInThreads: 1n << 38n,
} as const;

const API = 'https://discord.com/api';

export type DiscordAccess = {
  readonly token: string;
  /** Another address of the API, without its version; `null` for Discord's own. */
  readonly apiBase: string | null;
};

export type DiscordCheck =
  | {
      readonly status: 'good';
      readonly botName: string;
      readonly applicationId: string;
      /** Where the bot has been invited to; `null` where Discord does not tell. */
      readonly guilds: number | null;
      readonly installLink: string;
    }
  /** The application has its interactions sent to an address of its own, past the gateway. */
  | { readonly status: 'elsewhere'; readonly endpoint: string }
  /** Discord does not know the token. */
  | { readonly status: 'refused' }
  /** An answer that is none of Discord's usual ones. */
  | { readonly status: 'odd'; readonly httpStatus: number }
  /** A system code, `timeout`, or `unknown`. */
  | { readonly status: 'unreachable'; readonly reason: string };

const userSchema = z.object({ id: z.string(), username: z.string() });
const applicationSchema = z.object({
  id: z.string(),
  approximate_guild_count: z.number().nullish(),
  interactions_endpoint_url: z.string().nullish(),
});

/** Where somebody who manages a guild adds the bot to it. */
export function installLink(applicationId: string): string {
  const permissions = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}

/** Asks Discord whose the token is. Changes nothing, never rejects, and tells nothing of the token. */
export async function checkDiscord(
  { token, apiBase }: DiscordAccess,
  ask: typeof fetch = fetch,
): Promise<DiscordCheck> {
  if (!fitsHeader(token)) return { status: 'refused' };
  const base = `${baseUrl(apiBase ?? API)}/v10`;
  const read = async (path: string): Promise<{ readonly httpStatus: number; readonly body: unknown }> => {
    const headers = { authorization: `Bot ${token}` };
    const response = await ask(`${base}${path}`, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    return { httpStatus: response.status, body: response.ok ? parseJson(text) : null };
  };
  try {
    const [user, application] = await Promise.all([read('/users/@me'), read('/applications/@me')]);
    if (user.httpStatus === 401) return { status: 'refused' };
    return verdict(user, application.body);
  } catch (error) {
    return { status: 'unreachable', reason: unreachableReason(error) };
  }
}

function verdict(
  user: { readonly httpStatus: number; readonly body: unknown },
  applicationBody: unknown,
): DiscordCheck {
  const bot = userSchema.safeParse(user.body);
  if (!bot.success) return { status: 'odd', httpStatus: user.httpStatus };
  const application = applicationSchema.safeParse(applicationBody).data;
  const endpoint = application?.interactions_endpoint_url ?? '';
  if (endpoint !== '') return { status: 'elsewhere', endpoint };
  // The two ids are the same for every application made since 2016.
  const applicationId = application?.id ?? bot.data.id;
  return {
    status: 'good',
    botName: bot.data.username,
    applicationId,
    guilds: application?.approximate_guild_count ?? null,
    installLink: installLink(applicationId),
  };
}
