import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendResult } from '../port.js';

/** Codes of https://discord.com/developers/docs/topics/opcodes-and-status-codes#json that mean something to us. */
const CODES = {
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  /** Channel, guild, user, somebody who cannot be written to at all; nobody in common any more. */
  unknown: [10_003, 10_004, 10_013, 50_033, 50_278],
  /** Access, direct messages to this person, permissions, an archived thread, a locked thread. */
  forbidden: [50_001, 50_007, 50_013, 50_083, 160_005],
  /** Member, user, guild, and a guild that the bot is not in. */
  noMember: [10_007, 10_013, 10_004, 50_001],
  unknownMessage: 10_008,
  /** The token of an interaction that Discord does not know, or not yet; one that has run out. */
  unknownWebhook: 10_015,
  invalidToken: 50_027,
  /** To reply, and to refer to a message, one must be allowed to read what was written before. */
  noHistory: [160_002, 160_009],
} as const;

/** A platform that does not answer for now is asked again after this long, in milliseconds. */
const RETRY_MS = 60_000;

function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

/** The three seconds for an acknowledgement have passed, or the interaction never was. */
export function isTooLate(error: unknown): boolean {
  return codeOf(error) === CODES.unknownInteraction;
}

/** Another process, or an earlier try of ours that seemed to fail, has acknowledged. */
export function isAcknowledged(error: unknown): boolean {
  return codeOf(error) === CODES.alreadyAcknowledged;
}

/** The bot may write here, but not below what somebody wrote. */
export function mayNotReply(error: unknown): boolean {
  return CODES.noHistory.some((known) => known === codeOf(error));
}

/** The message is not there any more. */
export function isGone(error: unknown): boolean {
  return codeOf(error) === CODES.unknownMessage;
}

/** The token by which an interaction is answered does not reach it, or no longer. */
export function isTokenLost(error: unknown): boolean {
  const code = codeOf(error);
  return code === CODES.unknownWebhook || code === CODES.invalidToken || code === CODES.unknownInteraction;
}

/** Whether Discord may take the same a moment later: it was away, or busy, or has not answered. */
export function isPassing(error: unknown): boolean {
  return sendResultOf(error)?.status === 'rate-limited';
}

/** Somebody is not, or no longer, in a server; or the server has gone, or the bot from it. */
export function isNoMember(error: unknown): boolean {
  return CODES.noMember.some((known) => known === codeOf(error));
}

/** What a refused message means for its sender; `null` for what is a fault of ours. */
export function sendResultOf(error: unknown): SendResult | null {
  if (error instanceof RateLimitError) return { status: 'rate-limited', retryAfterMs: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    const code = codeOf(error);
    if (CODES.unknown.some((known) => known === code)) return { status: 'gone' };
    if (CODES.forbidden.some((known) => known === code)) return { status: 'forbidden' };
    return error.status >= 500 ? { status: 'rate-limited', retryAfterMs: RETRY_MS } : null;
  }
  if (error instanceof HTTPError) return { status: 'rate-limited', retryAfterMs: RETRY_MS };
  return isNetworkError(error) ? { status: 'rate-limited', retryAfterMs: RETRY_MS } : null;
}

/** The platform could not be reached, or did not answer in time. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  const { cause } = error;
  const code = 'code' in error ? error.code : cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(code);
}

/** One word for the state of an adapter that could not be started. */
export function reasonOf(error: unknown): string {
  if (error instanceof RateLimitError) return 'rate-limited';
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreachable';
}
