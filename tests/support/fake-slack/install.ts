import { callHttp, type HttpResponse } from './http-client.js';
import type { Platform } from './platform.js';
import type { Member } from './state.js';

export type InstallOptions = {
  /** The person refuses on Slack's page. */
  readonly deny?: boolean;
  /** Sent instead of the state that the app made up. */
  readonly state?: string;
  /** Without the cookies of the browser that began. */
  readonly anotherBrowser?: boolean;
};

export type Installed = {
  readonly status: number;
  readonly body: string;
  /** Slack's page that the app led to, with `client_id`, `scope`, `state` … in its query. */
  readonly authorizeUrl: URL;
};

function authorizeUrlOf({ headers, body }: HttpResponse): URL {
  const linked = /href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  const found = headers.location ?? linked;
  if (found === undefined) throw new Error(`the install page leads nowhere: ${body.slice(0, 200)}`);
  return new URL(found);
}

function cookiesOf({ headers }: HttpResponse): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** Goes through OAuth as a browser does: the app's install page, Slack's consent, the app's redirect. */
export async function installApp(
  platform: Platform,
  member: Member,
  url: string,
  options: InstallOptions,
  timeoutMs: number,
): Promise<Installed> {
  const start = await callHttp(url, { method: 'GET', timeoutMs });
  const authorizeUrl = authorizeUrlOf(start);
  const redirectUri = authorizeUrl.searchParams.get('redirect_uri');
  const back = new URL(redirectUri ?? new URL('/slack/oauth_redirect', url).href);
  if (options.deny) back.searchParams.set('error', 'access_denied');
  else back.searchParams.set('code', newCode(platform, member, redirectUri));
  const state = options.state ?? authorizeUrl.searchParams.get('state');
  if (state !== null) back.searchParams.set('state', state);
  const headers = options.anotherBrowser ? {} : { cookie: cookiesOf(start) };
  const end = await callHttp(back.href, { method: 'GET', headers, timeoutMs });
  return { status: end.status, body: end.body, authorizeUrl };
}

function newCode(platform: Platform, member: Member, redirectUri: string | null): string {
  const code = platform.ids('code');
  platform.codes.set(code, { teamId: member.teamId, userId: member.id, redirectUri, used: false });
  return code;
}
