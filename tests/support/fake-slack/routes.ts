import { type Answer, jsonAnswer } from './faults.js';
import { basicOf, type Incoming, readArgs, readUpload, tokenOf } from './incoming.js';
import type { Methods } from './methods/call.js';
import { logRequest, type Platform } from './platform.js';
import type { ResponseUrls } from './response-urls.js';
import { SIGN_IN_PAGE, serveSentFile } from './sent-files.js';
import type { Route, Router } from './server.js';
import { callMethod, teamOf } from './web-api.js';

async function upload(platform: Platform, id: string, incoming: Incoming): Promise<Answer> {
  const file = platform.state.files.get(id);
  if (file === undefined) return { ...jsonAnswer({ ok: false, error: 'file_not_found' }), status: 404 };
  file.content = await readUpload(incoming);
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: `OK - ${file.content.length}` };
}

async function apiRoute(platform: Platform, name: string, incoming: Incoming, more: Methods): Promise<Route> {
  const args = { ...(await readArgs(incoming)), ...basicOf(incoming) };
  const token = tokenOf(incoming, args);
  logRequest(platform, { method: name, args, token, teamId: teamOf(platform, token)?.id ?? null });
  return { name, run: () => callMethod(platform, name, args, token, more) };
}

async function responseRoute(platform: Platform, urls: ResponseUrls, id: string, incoming: Incoming): Promise<Route> {
  const name = 'response_url';
  const args = await readArgs(incoming);
  logRequest(platform, { method: name, args, token: null, teamId: urls.teamOf(id) });
  return { name, run: () => urls.receive(id, args) };
}

function fileRoute(platform: Platform, incoming: Incoming): Route {
  const { pathname } = incoming.url;
  const [token, teamId] = [tokenOf(incoming, {}), /^\/files-pri\/(\w+)-/.exec(pathname)?.[1] ?? null];
  logRequest(platform, { method: 'file', args: { path: pathname }, token, teamId });
  return { name: 'file', run: () => serveSentFile(platform, incoming) };
}

/**
 * Web API, uploads, files and response URLs by their paths. What comes in is logged before any fault strikes.
 *
 * @param more Web API methods that live elsewhere
 */
export function createRouter(platform: Platform, responseUrls: ResponseUrls, more: () => Methods): Router {
  return (incoming) => {
    const [, first = '', second = ''] = incoming.url.pathname.split('/');
    switch (first) {
      case 'api':
        return apiRoute(platform, second, incoming, more());
      case 'respond':
        return responseRoute(platform, responseUrls, second, incoming);
      case 'upload':
        return { name: 'upload', run: () => upload(platform, second, incoming) };
      case 'files-pri':
        return fileRoute(platform, incoming);
      case 'sign-in':
        return { name: 'sign-in', run: () => SIGN_IN_PAGE };
      default:
        return { name: incoming.url.pathname, run: () => ({ ...jsonAnswer({ ok: false }), status: 404 }) };
    }
  };
}
