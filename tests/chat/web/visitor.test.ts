import { describe, expect, it } from 'vitest';
import { roomWords } from '../../../src/bot/room-words.js';
import { cleanName } from '../../../src/chat/web/names.js';
import { acceptedLanguages, acceptZone, friendlyName } from '../../../src/chat/web/visitor.js';
import { createFakeApp } from '../../support/fake-app.js';
import { RoomBrowser } from '../../support/room-browser.js';
import { startTestRoom } from '../../support/web-room.js';

describe('a browser’s languages', () => {
  it.each([
    ['en-GB,en;q=0.9', ['en-GB', 'en']],
    ['en;q=0.3, es-MX ; q=0.8, fr', ['fr', 'es-MX', 'en']],
    ['*, es', ['es']],
    ['en;q=0', []],
    ['<script>,,;q=1', []],
    [undefined, []],
  ])('%j are %j', (header, expected) => {
    expect(acceptedLanguages(header)).toEqual(expected);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['UTC', 'UTC'],
    ['Mars/Olympus', null],
    ['', null],
    [undefined, null],
    ['x'.repeat(1000), null],
  ])('%j is taken as %j', (typed, zone) => {
    expect(acceptZone(typed)).toBe(zone);
  });
});

describe('a name', () => {
  it.each([
    ['Ana', 'Ana'],
    ['  Ana \n María ', 'Ana María'],
    ['ñ'.repeat(32), 'ñ'.repeat(32)],
    ['ñ'.repeat(33), null],
    [' \u202e ', null],
    ['', null],
  ])('%j is taken as %j', (typed, name) => {
    expect(cleanName(typed)).toBe(name);
  });

  it('is given in the person’s language, the same each time, and differs between people', () => {
    const names = (language: string) =>
      Array.from({ length: 40 }, (_, n) => friendlyName(`person${n}`, roomWords([language]).names));
    expect(names('es')).toEqual(names('es'));
    expect(new Set(names('es')).size).toBeGreaterThan(30);
    expect(names('en')).not.toEqual(names('es'));
  });
});

describe('a visitor', () => {
  it('is kept by a cookie that scripts cannot read, and by nothing else', async () => {
    const { app } = await startTestRoom(createFakeApp().app);
    const first = await app.request('http://localhost:3000/');
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/repaso_person=\w{32};.*HttpOnly/);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/);
    expect(cookie).not.toContain('Secure');
  });

  it('has a cookie for encrypted connections only where the connection is encrypted', async () => {
    const { app } = await startTestRoom(createFakeApp().app);
    const response = await app.request('http://localhost:3000/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(response.headers.get('set-cookie')).toContain('Secure');
  });

  it('never learns another’s secret: the page shows ids that it cannot be found from', async () => {
    const { app } = await startTestRoom(createFakeApp().app);
    const [ana, ben] = await Promise.all([RoomBrowser.open(app), RoomBrowser.open(app)]);
    await ana.say('hello there');
    const page = await ben.page();
    expect(page).toContain('hello there');
    expect(page).not.toMatch(/secret0/);
    expect(JSON.stringify(ben.events)).not.toMatch(/secret0/);
    ana.close();
    ben.close();
  });

  it('is the same person again, and greeted once', async () => {
    const { app } = await startTestRoom(createFakeApp().app);
    const ana = await RoomBrowser.open(app);
    await ana.page();
    expect((await ana.sees()).filter(({ text }) => text.includes('welcome'))).toHaveLength(1);
    ana.close();
  });

  it('can take another name, which stands from then on', async () => {
    const { app } = await startTestRoom(createFakeApp().app);
    const ana = await RoomBrowser.open(app);
    expect((await ana.post('/api/name', { name: '  Ana   <b> ' })).status).toBe(200);
    await ana.say('hello there');
    expect(await ana.page()).toContain('Ana &lt;b&gt;');
    expect((await ana.post('/api/name', { name: 'x'.repeat(40) })).status).toBe(400);
    ana.close();
  });
});
