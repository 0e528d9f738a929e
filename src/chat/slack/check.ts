import { z } from 'zod';
import { baseUrl } from '../base-url.js';
import { fitsHeader, PATIENCE_MS, unreachableReason } from '../check-token.js';
import { parseJson } from '../parse-json.js';
import { NEEDED_SCOPES } from './scopes.js';

const API = 'https://slack.com/api';

export type SlackTokens = {
  /** `null` where workspaces install the app themselves. */
  readonly botToken: string | null;
  /** `null` in HTTP mode. */
  readonly appToken: string | null;
  /** Another address of the Web API; `null` for Slack's own. */
  readonly apiUrl: string | null;
};

export type SlackTrouble =
  /** Slack's own word, such as `invalid_auth`. */
  | { readonly status: 'refused'; readonly error: string }
  /** An answer that is none of Slack's usual ones. */
  | { readonly status: 'odd'; readonly httpStatus: number }
  /** A system code, `timeout`, or `unknown`. */
  | { readonly status: 'unreachable'; readonly reason: string };

export type SlackBotCheck =
  | {
      readonly status: 'good';
      readonly team: string;
      readonly botName: string;
      /** Of `NEEDED_SCOPES`, what the token lacks; `null` where Slack does not tell. */
      readonly missingScopes: readonly string[] | null;
    }
  | SlackTrouble;

export type SlackCheck = {
  /** `null` for what there was no token to ask with. */
  readonly bot: SlackBotCheck | null;
  readonly socket: { readonly status: 'good' } | SlackTrouble | null;
};

const refusedSchema = z.object({ ok: z.literal(false), error: z.string().regex(/^[\w.:-]{1,80}$/) });
const authSchema = z.object({ ok: z.literal(true), team: z.string(), user: z.string() });
const socketSchema = z.object({ ok: z.literal(true), url: z.string() });

type Answer = { readonly httpStatus: number; readonly scopes: string | null; readonly body: unknown };
type Call = (method: string, token: string) => Promise<Answer | SlackTrouble>;

/** Asks Slack whose the tokens are. Changes nothing, never rejects, and tells nothing of the tokens. */
export async function checkSlack(tokens: SlackTokens, ask: typeof fetch = fetch): Promise<SlackCheck> {
  const { botToken, appToken } = tokens;
  const call = caller(baseUrl(tokens.apiUrl ?? API), ask);
  const [bot, socket] = await Promise.all([
    botToken === null ? null : checkBot(call, botToken),
    appToken === null ? null : checkSocket(call, appToken),
  ]);
  return { bot, socket };
}

function caller(base: string, ask: typeof fetch): Call {
  return async (method, token) => {
    if (!fitsHeader(token)) return { status: 'refused', error: 'invalid_auth' };
    try {
      const response = await ask(`${base}/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const body = parseJson(await response.text());
      const refused = refusedSchema.safeParse(body);
      if (refused.success) return { status: 'refused', error: refused.data.error };
      return { httpStatus: response.status, scopes: response.headers.get('x-oauth-scopes'), body };
    } catch (error) {
      return { status: 'unreachable', reason: unreachableReason(error) };
    }
  };
}

async function checkBot(call: Call, token: string): Promise<SlackBotCheck> {
  const answer = await call('auth.test', token);
  if ('status' in answer) return answer;
  const auth = authSchema.safeParse(answer.body);
  if (auth.success) {
    const { team, user } = auth.data;
    return { status: 'good', team, botName: user, missingScopes: missingOf(answer.scopes) };
  }
  // An app-level token is known to this method too, without a team.
  const isOtherToken = z.object({ ok: z.literal(true) }).safeParse(answer.body).success;
  if (isOtherToken) return { status: 'refused', error: 'not_allowed_token_type' };
  return { status: 'odd', httpStatus: answer.httpStatus };
}

async function checkSocket(call: Call, token: string): Promise<SlackCheck['socket']> {
  const answer = await call('apps.connections.open', token);
  if ('status' in answer) return answer;
  const opened = socketSchema.safeParse(answer.body).success;
  return opened ? { status: 'good' } : { status: 'odd', httpStatus: answer.httpStatus };
}

function missingOf(scopes: string | null): readonly string[] | null {
  if (scopes === null) return null;
  const given = new Set(scopes.split(',').map((scope) => scope.trim()));
  return NEEDED_SCOPES.filter((scope) => !given.has(scope));
}
