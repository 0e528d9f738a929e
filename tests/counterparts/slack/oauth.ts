import { APP, type Emulated, type Member } from './emulated.js';

/** The emulator's consent page and what came back from the program. */
export type Installed = { readonly consent: string; readonly status: number; readonly asked: URLSearchParams };

const AUTHORIZE = /https:\/\/slack\.com\/oauth\/v2\/authorize\?[^"]*/;

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

/**
 * Installs the app as a browser does: the program's page leads to Slack's, whose place the emulator's takes, and from
 * there back to the program, which stands at another address than the one it tells.
 */
export async function install(programUrl: string, emulated: Emulated, member: Member): Promise<Installed> {
  const start = await fetch(new URL('/slack/install', programUrl), { redirect: 'manual' });
  const leads =
    start.headers.get('location') ?? AUTHORIZE.exec(await start.text())?.[0]?.replaceAll('&amp;', '&') ?? '';
  const { search, searchParams: asked } = new URL(leads);
  const consent = await (await fetch(`${emulated.url}/oauth/v2/authorize${search}`)).text();
  const chosen = new URLSearchParams(asked);
  chosen.set('user_id', member.id);
  const agreed = await fetch(`${emulated.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: chosen,
    redirect: 'manual',
  });
  const back = new URL(agreed.headers.get('location') ?? '');
  if (!back.href.startsWith(APP.redirectUri)) throw new Error(`led back to ${back.origin}${back.pathname}`);
  const headers = { cookie: cookiesOf(start) };
  const end = await fetch(new URL(back.pathname + back.search, programUrl), { headers, redirect: 'manual' });
  await end.arrayBuffer();
  return { consent, status: end.status, asked };
}
