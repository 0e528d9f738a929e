import { z } from 'zod';
import type { SendResult } from '../port.js';

/** What Slack's clients throw, as far as it matters: the platform's word, or the status of an answer without one. */
const platformError = z.object({ data: z.object({ error: z.string() }) });
const limited = z.object({ retryAfter: z.number() });
const status = z.object({ statusCode: z.number() });
const coded = z.object({ code: z.string() });

const GONE = new Set([
  'account_inactive',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'team_not_found',
  'user_disabled',
  'user_not_found',
  'users_not_found',
]);
const FORBIDDEN = new Set([
  'access_denied',
  'cannot_dm_bot',
  'cant_update_message',
  'channel_is_limited_access',
  'edit_window_closed',
  'ekm_access_denied',
  'messages_tab_disabled',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'user_not_visible',
]);
/** The fault of the app's own settings: the message waits until somebody mends them. */
const OWN_FAULT = new Set([
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);
/** Errors that no later try mends: somebody has to change the settings. */
const FATAL = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

/** A platform that does not answer for now is asked again after this long, in milliseconds. */
const RETRY_MS = 60_000;

/** Slack's own word for what went wrong, such as `invalid_auth`; `null` where it gave none. */
export function slackErrorOf(error: unknown): string | null {
  const parsed = platformError.safeParse(error);
  return parsed.success ? parsed.data.data.error : null;
}

export function isFatal(error: unknown): boolean {
  return FATAL.has(slackErrorOf(error) ?? '');
}

/** The three seconds in which a modal may be opened have passed. */
export function isTooLate(error: unknown): boolean {
  const word = slackErrorOf(error);
  return word === 'expired_trigger_id' || word === 'trigger_expired';
}

/** Another delivery of the same press has opened it. */
export function isExchanged(error: unknown): boolean {
  const word = slackErrorOf(error);
  return word === 'exchanged_trigger_id' || word === 'trigger_exchanged';
}

/** One word for the state of an adapter and its log. */
export function reasonOf(error: unknown): string {
  const word = slackErrorOf(error);
  if (word !== null) return word;
  const code = coded.safeParse(error);
  return code.success ? code.data.code : 'unreachable';
}

/** Somebody has to change the app's settings; the person is none the wiser. */
export function isOwnFault(error: unknown): boolean {
  return OWN_FAULT.has(slackErrorOf(error) ?? '');
}

/** What a refused message means for its sender; `null` for what is a fault of ours. */
export function sendResultOf(error: unknown): SendResult | null {
  const word = slackErrorOf(error);
  if (word !== null && GONE.has(word)) return { status: 'gone' };
  if (word !== null && FORBIDDEN.has(word)) return { status: 'forbidden' };
  if (isOwnFault(error)) return { status: 'rate-limited', retryAfterMs: RETRY_MS };
  const wait = limited.safeParse(error);
  if (wait.success) return { status: 'rate-limited', retryAfterMs: wait.data.retryAfter * 1_000 };
  if (word !== null) return null;
  const answered = status.safeParse(error);
  if (answered.success && answered.data.statusCode < 500) return null;
  return answered.success || coded.safeParse(error).success ? { status: 'rate-limited', retryAfterMs: RETRY_MS } : null;
}
