import { z } from 'zod';

/** How long a platform is waited for when it is asked about a token. In milliseconds. */
export const PATIENCE_MS = 5_000;

/** What an HTTP header can hold; a token with anything else in it is none. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

export function fitsHeader(token: string): boolean {
  return HEADER_TEXT.test(token);
}

const systemError = z.object({ cause: z.object({ code: z.string() }) });

/** Why a platform could not be asked: a code, never the error's own words, which may repeat the request. */
export function unreachableReason(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  return systemError.safeParse(error).data?.cause.code ?? 'unknown';
}
