import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import type { SlackAccess } from './options.js';
import { PATHS } from './paths.js';
import { SCOPES } from './scopes.js';

/** A request that says it is older or younger than this is not Slack's of now. In seconds. */
const SKEW_S = 5 * 60;

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

/** Bolt refuses what is too old, and takes what comes from the future. */
export function isOfNow(request: Pick<IncomingMessage, 'headers'>, nowMs: number): boolean {
  const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = request.headers;
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(stamp)) return false;
  return Math.abs(nowMs / 1_000 - Number(stamp)) <= SKEW_S;
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

export type HttpDeps = {
  readonly access: SlackAccess;
  /** Takes Slack's requests in HTTP mode; `null` in socket mode, where none come. */
  readonly events: HTTPReceiver | null;
  /** `null` where one token is all there is. */
  readonly installer: InstallProvider | null;
  readonly now: () => number;
  readonly isOpen: () => boolean;
};

/** Serves everything below `/slack`: requests signed by Slack, and the installation into a workspace. */
export function slackListener({ access, events, installer, now, isOpen }: HttpDeps): RequestListener {
  return (request, response) => {
    const path = pathOf(request);
    if (path === PATHS.events && events !== null && request.method === 'POST') {
      if (!isOfNow(request, now())) return end(response, 401, 'not signed by Slack just now\n');
      if (!isOpen()) return end(response, 503, 'stopping\n');
      return events.requestListener(request, response);
    }
    if (installer === null || access.kind !== 'oauth' || request.method !== 'GET')
      return end(response, 404, 'nothing here\n');
    if (path === PATHS.install) {
      const options = { scopes: [...SCOPES], redirectUri: access.redirectUri };
      return void installer.handleInstallPath(request, response, {}, options);
    }
    if (path === PATHS.redirect) return void installer.handleCallback(request, response);
    return end(response, 404, 'nothing here\n');
  };
}
