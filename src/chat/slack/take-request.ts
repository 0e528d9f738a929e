import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';
import { z } from 'zod';
import { reasonOf } from './errors.js';
import { PLATFORM, type SlackOptions } from './options.js';

type Deps = Pick<SlackOptions, 'logger' | 'newRef' | 'now'> & {
  readonly events: HTTPReceiver;
  readonly signingSecret: string;
};

/** A request that says it is older or younger than this is not Slack's of now. In seconds. */
const SKEW_S = 5 * 60;

/** Bolt refuses what is too old, and takes what comes from the future. */
export function isOfNow(request: Pick<IncomingMessage, 'headers'>, nowMs: number): boolean {
  const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = request.headers;
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(stamp)) return false;
  return Math.abs(nowMs / 1_000 - Number(stamp)) <= SKEW_S;
}

/** Slack's look at the certificate comes without a signature, and is no longer than this. */
const UNSIGNED_BYTES = 1_024;

/** All that Slack sends is an object; Bolt reads fields of it before it looks. */
const anObject = z.record(z.string(), z.unknown());

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}

/** `undefined` for what cannot be read. */
function bodyOf(request: IncomingMessage & { readonly rawBody: Buffer }): unknown {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return body;
  } catch {
    return undefined;
  }
}

/**
 * Hands a request of Slack's to Bolt, which reads the same bytes again. A body that is no object, such as `null`, would
 * end Node there: it is refused here. Never rejects.
 */
export async function takeRequest(deps: Deps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { events, signingSecret, logger, newRef, now } = deps;
  const isSigned = isOfNow(request, now());
  try {
    const limit = isSigned ? HTTPModuleFunctions.defaultBodyLimit : UNSIGNED_BYTES;
    const read = await HTTPModuleFunctions.bufferIncomingMessage(request, limit);
    const body = anObject.safeParse(bodyOf(read)).data;
    if (!isSigned && body?.ssl_check !== '1') return end(response, 401);
    if (body !== undefined) return events.requestListener(request, response);
    await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ enabled: true, signingSecret }, request);
    logger.error({ ref: newRef(), platform: PLATFORM }, 'Slack sent a request that is no object; it is left out');
    end(response, 400);
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return end(response, isSigned ? 413 : 401);
    logger.warn({ platform: PLATFORM, reason: reasonOf(error) }, 'a request to Slack’s address is not taken');
    end(response, 401);
  }
}
