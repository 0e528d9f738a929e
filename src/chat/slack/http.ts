import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { InstallProvider } from '@slack/oauth';
import type { SlackAccess } from './options.js';
import { PATHS } from './paths.js';
import { SCOPES } from './scopes.js';

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? '';
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function orFail(work: Promise<void>, response: ServerResponse, fail: HttpDeps['fail']): void {
  work.catch((error: unknown) => {
    fail(error);
    if (!response.headersSent) end(response, 500, 'this did not work; try it again\n');
  });
}

export type HttpDeps = {
  readonly access: SlackAccess;
  /** Takes Slack's requests in HTTP mode; `null` in socket mode, where none come. */
  readonly take: RequestListener | null;
  /** `null` where one token is all there is. */
  readonly installer: InstallProvider | null;
  readonly isOpen: () => boolean;
  /** What goes wrong within the installation goes to the log. */
  readonly fail: (error: unknown) => void;
};

/** Serves everything below `/slack`: requests signed by Slack, and the installation into a workspace. */
export function slackListener({ access, take, installer, isOpen, fail }: HttpDeps): RequestListener {
  return (request, response) => {
    const path = pathOf(request);
    if (path === PATHS.events && take !== null && request.method === 'POST') {
      if (!isOpen()) return end(response, 503, 'stopping\n');
      return take(request, response);
    }
    if (installer === null || access.kind !== 'oauth' || request.method !== 'GET')
      return end(response, 404, 'nothing here\n');
    if (path === PATHS.install) {
      const options = { scopes: [...SCOPES], redirectUri: access.redirectUri };
      return orFail(installer.handleInstallPath(request, response, {}, options), response, fail);
    }
    if (path === PATHS.redirect) return orFail(installer.handleCallback(request, response), response, fail);
    return end(response, 404, 'nothing here\n');
  };
}
