import { describe, expect, it } from 'vitest';
import type { ChatApp, ChatRequest } from '../../../src/chat/port.js';
import { accessByCode, accessByPass, invitationLink, passOf } from '../../../src/chat/web/invitation.js';
import { RATES } from '../../../src/chat/web/limits.js';
import { createFakeApp } from '../../support/fake-app.js';
import { startTestRoom } from '../../support/web-room.js';

const INVITATION = { invite: 'i'.repeat(32), manage: 'm'.repeat(32) };
const AT = 'http://localhost:3000';

/** A browser that keeps cookies, at an address of the network. */
function browserOf(room: Awaited<ReturnType<typeof startTestRoom>>, address = '10.0.0.5') {
  const jar = new Map<string, string>();
  return {
    jar,
    async open(path: string, init: RequestInit = {}): Promise<Response> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { ...init.headers, cookie };
      const env = { incoming: { socket: { remoteAddress: address } } };
      const response = await room.app.request(`${AT}${path}`, { ...init, headers }, env);
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      return response;
    },
    press: (): RequestInit => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: `key-${Math.random()}`.replace('.', ''), text: '/whisper hello' }),
    }),
  };
}

/** The bot, and who asks it for something. */
function watchedApp() {
  const requests: ChatRequest[] = [];
  const { app } = createFakeApp();
  const watched: ChatApp = {
    ...app,
    route(request) {
      requests.push(request);
      return app.route(request);
    },
  };
  return { app: watched, requests };
}

function enter(code: string): RequestInit {
  return { method: 'POST', body: new URLSearchParams({ code }) };
}

describe('the codes of an invitation', () => {
  it('open what they are for, and nothing else does', () => {
    expect(accessByCode(INVITATION, INVITATION.invite)).toBe('guest');
    expect(accessByCode(INVITATION, INVITATION.manage)).toBe('manager');
    for (const wrong of ['', 'i', `${INVITATION.invite} `, INVITATION.invite.toUpperCase()]) {
      expect(accessByCode(INVITATION, wrong)).toBeNull();
    }
  });

  it('give a pass that holds for one visitor, in one role, as long as the code is the same', () => {
    const pass = passOf(INVITATION, 'guest', 'ana');
    expect(accessByPass(INVITATION, pass, 'ana')).toBe('guest');
    expect(accessByPass(INVITATION, pass, 'luis')).toBeNull();
    expect(accessByPass({ ...INVITATION, invite: 'n'.repeat(32) }, pass, 'ana')).toBeNull();
    expect(accessByPass(INVITATION, passOf(INVITATION, 'manager', 'ana'), 'ana')).toBe('manager');
    // Who has the link for guests cannot make a manager's pass of it.
    expect(
      accessByPass(INVITATION, passOf({ ...INVITATION, manage: INVITATION.invite }, 'manager', 'ana'), 'ana'),
    ).toBeNull();
  });
});

describe('a room by invitation', () => {
  const start = () => startTestRoom(createFakeApp().app, { invitation: INVITATION });

  it('shows nothing of itself to who has none', async () => {
    const stranger = browserOf(await start());
    const page = await stranger.open('/');
    expect(page.status).toBe(403);
    const html = await page.text();
    expect(html).toContain('This room is by invitation');
    expect(html).not.toContain('people-list');
    expect(stranger.jar.size).toBe(0);
    stranger.jar.set('repaso_person', 'x'.repeat(32));
    for (const path of ['/events', '/earlier?before=5', '/files/abc', '/?code=']) {
      expect((await stranger.open(path)).status, path).toBe(403);
    }
    for (const path of ['/api/line', '/api/press', '/api/name', '/api/suggest']) {
      expect((await stranger.open(path, stranger.press())).status, path).toBe(403);
    }
  });

  it('lets in who opens the link, keeps them in, and has the code in the address no longer', async () => {
    const room = await start();
    const guest = browserOf(room);
    const opened = await guest.open(new URL(invitationLink(AT, INVITATION.invite)).href.slice(AT.length));
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    expect(opened.headers.getSetCookie().find((line) => line.startsWith('repaso_pass'))).toMatch(
      /HttpOnly.*SameSite=Lax/,
    );
    expect((await guest.open('/')).status).toBe(200);
    expect((await guest.open('/api/line', guest.press())).status).toBe(200);
    expect(JSON.stringify(room.logged)).not.toContain(INVITATION.invite);
  });

  it('takes the code, and the whole link, in the page of who is outside', async () => {
    const room = await start();
    for (const typed of [INVITATION.invite, ` ${invitationLink(AT, INVITATION.invite)} `]) {
      const guest = browserOf(room);
      expect((await guest.open('/enter', enter(typed))).status).toBe(303);
      expect((await guest.open('/')).status).toBe(200);
    }
  });

  it('is managed by who came by the link for that, and by nobody else', async () => {
    const { app, requests } = watchedApp();
    const room = await startTestRoom(app, { invitation: INVITATION });
    const [guest, keeper] = [browserOf(room), browserOf(room)];
    await guest.open(`/?code=${INVITATION.invite}`);
    await keeper.open(`/?code=${INVITATION.manage}`);
    // The link that they send to others takes nothing away.
    await keeper.open(`/?code=${INVITATION.invite}`);
    await guest.open('/api/line', guest.press());
    await keeper.open('/api/line', keeper.press());
    expect(requests.map(({ person }) => person.manages)).toEqual([false, true]);
  });

  it('takes few wrong codes of one address, and lets others in meanwhile', async () => {
    const room = await start();
    const [one, other] = [browserOf(room), browserOf(room, '10.0.0.6')];
    const tries = await Promise.all(
      Array.from({ length: RATES.code.burst + 3 }, (_, at) => one.open('/enter', enter(`guess-${at}`))),
    );
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(RATES.code.burst);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(3);
    expect((await one.open('/enter', enter(INVITATION.invite))).status).toBe(429);
    expect((await other.open('/enter', enter(INVITATION.invite))).status).toBe(303);
  });

  it('takes no code from another site’s form', async () => {
    const guest = browserOf(await start());
    const forged = { ...enter(INVITATION.invite), headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await guest.open('/enter', forged)).status).toBe(403);
    expect(guest.jar.size).toBe(0);
  });
});

describe('a room without invitation', () => {
  it('is open to who reaches it, and managed by all of them', async () => {
    const { app, requests } = watchedApp();
    const visitor = browserOf(await startTestRoom(app));
    expect((await visitor.open('/')).status).toBe(200);
    await visitor.open('/api/line', visitor.press());
    expect(requests.map(({ person }) => person.manages)).toEqual([true]);
  });
});
