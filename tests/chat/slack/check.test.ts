import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkSlack } from '../../../src/chat/slack/check.js';
import { SCOPES } from '../../../src/chat/slack/scopes.js';
import { deadAddress, type Reply, serveApi } from '../../cli/api-server.js';

const BOT = 'xoxb-1-secret';
const APP = 'xapp-1-secret';
const AUTH = { ok: true, team: 'Infra', user: 'repaso', team_id: 'T1', user_id: 'U1' };
const OPENED: Reply = { body: { ok: true, url: 'wss://wss.example/link' } };

function authorised(scopes: readonly string[]): Reply {
  return { headers: { 'x-oauth-scopes': scopes.join(',') }, body: AUTH };
}

async function checked(auth: Reply, open: Reply, tokens: { botToken?: string | null; appToken?: string | null } = {}) {
  const api = await serveApi({ '/api/auth.test': auth, '/api/apps.connections.open': open });
  onTestFinished(api.close);
  const found = await checkSlack({ botToken: BOT, appToken: APP, apiUrl: `${api.url}/api/`, ...tokens });
  return { ...found, seen: api.seen };
}

describe('the check of Slack', () => {
  it('tells whose the bot is, and that a socket opens', async () => {
    const { bot, socket, seen } = await checked(authorised(SCOPES), OPENED);
    expect(bot).toEqual({ status: 'good', team: 'Infra', botName: 'repaso', missingScopes: [] });
    expect(socket).toEqual({ status: 'good' });
    expect([...seen].sort()).toEqual([
      `POST /api/apps.connections.open Bearer ${APP}`,
      `POST /api/auth.test Bearer ${BOT}`,
    ]);
  });

  it('names every scope that the token lacks, and no other', async () => {
    const { bot } = await checked(authorised(['channels:read', ...SCOPES.slice(2)]), OPENED);
    expect(bot).toMatchObject({ status: 'good', missingScopes: SCOPES.slice(0, 2) });
  });

  it('holds nothing against a Slack that does not tell the scopes', async () => {
    const { bot } = await checked({ body: AUTH }, OPENED);
    expect(bot).toMatchObject({ status: 'good', missingScopes: null });
  });

  it('asks only with the tokens that there are', async () => {
    expect(await checked(authorised(SCOPES), OPENED, { appToken: null })).toMatchObject({ socket: null });
    const { bot, socket, seen } = await checked('hang', 'hang', { botToken: null, appToken: null });
    expect([bot, socket, seen]).toEqual([null, null, []]);
  });

  it.each<[string, Reply, Reply, unknown, unknown]>([
    [
      'tokens that Slack does not know',
      { body: { ok: false, error: 'invalid_auth' } },
      { body: { ok: false, error: 'not_allowed_token_type' } },
      { status: 'refused', error: 'invalid_auth' },
      { status: 'refused', error: 'not_allowed_token_type' },
    ],
    [
      'an app-level token in place of the bot’s',
      { body: { ok: true, app_name: 'Repaso', app_id: 'A1' } },
      OPENED,
      { status: 'refused', error: 'not_allowed_token_type' },
      { status: 'good' },
    ],
    [
      'a failing API',
      { status: 503, body: 'Service unavailable' },
      { status: 429, headers: { 'retry-after': '30' }, body: '' },
      { status: 'odd', httpStatus: 503 },
      { status: 'odd', httpStatus: 429 },
    ],
    [
      'a refusal that may repeat the request',
      { body: { ok: false, error: `what is Bearer ${BOT}?` } },
      OPENED,
      { status: 'odd', httpStatus: 200 },
      { status: 'good' },
    ],
  ])('knows %s', async (_, auth, open, bot, socket) => {
    expect(await checked(auth, open)).toMatchObject({ bot, socket });
  });

  it.each([`“${BOT}”`, `${BOT}\r\nx: y`, ''])('sends no token that no header can hold: %j', async (botToken) => {
    const { bot, seen } = await checked(authorised(SCOPES), OPENED, { botToken, appToken: null });
    expect(bot).toEqual({ status: 'refused', error: 'invalid_auth' });
    expect(seen).toEqual([]);
  });

  it('names the reason where nobody answers', async () => {
    const gone = { status: 'unreachable', reason: 'ECONNREFUSED' };
    const found = await checkSlack({ botToken: BOT, appToken: APP, apiUrl: await deadAddress() });
    expect(found).toEqual({ bot: gone, socket: gone });
  });

  it('waits for five seconds and no longer', async () => {
    const slow = AbortSignal.abort(new DOMException('too slow', 'TimeoutError'));
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(slow);
    onTestFinished(() => timeout.mockRestore());
    const late = { status: 'unreachable', reason: 'timeout' };
    expect(await checked('hang', 'hang')).toMatchObject({ bot: late, socket: late });
    expect(timeout.mock.calls).toEqual([[5_000], [5_000]]);
  });
});
