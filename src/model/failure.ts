import { APICallError } from '@ai-sdk/provider';
import type { FailedReply, ModelFailure } from './port.js';

/** Too many requests, and Anthropic's "overloaded" (https://docs.anthropic.com/en/api/errors). */
const BUSY = [429, 529];
/** Failures before anything was generated: no tokens were used, and the request can be repeated. */
const PASSING: readonly ModelFailure[] = ['busy', 'unavailable'];

export function isPassing(reason: ModelFailure): boolean {
  return PASSING.includes(reason);
}

/** The failure that an error of a provider's client means. `signal` is the one that the call was given. */
export function failureOf(error: unknown, signal: AbortSignal): FailedReply {
  if (signal.aborted) return failed(isTimeout(signal.reason) ? 'timeout' : 'stopped', 'aborted');
  if (!APICallError.isInstance(error)) return failed('broken', error instanceof Error ? error.name : 'unknown');
  const { statusCode } = error;
  if (statusCode === undefined) return failed('unavailable', codeOf(error.cause) ?? 'no answer');
  const detail = `HTTP ${statusCode}`;
  if (BUSY.includes(statusCode)) return failed('busy', detail);
  if (statusCode >= 500 || statusCode === 408) return failed('unavailable', detail);
  // A success that could not be read.
  return failed(statusCode < 400 ? 'broken' : 'refused', detail);
}

function failed(reason: ModelFailure, detail: string): FailedReply {
  return { kind: 'failed', reason, detail };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** The system's code below a failed fetch, such as `ECONNREFUSED`. */
function codeOf(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 3) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause, depth + 1);
}

/** How long a provider asks to wait, in milliseconds; `null` where it does not say. */
export function retryAfterMs(error: unknown): number | null {
  if (!APICallError.isInstance(error)) return null;
  const seconds = Number(error.responseHeaders?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
