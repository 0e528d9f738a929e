import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roomWords } from '../../../src/bot/room-words.js';
import type { FileField, Form } from '../../../src/chat/port.js';
import { LIMITS } from '../../../src/chat/web/limits.js';
import { createRequestedFiles, fileProblem } from '../../../src/chat/web/requested-files.js';
import { createFakeApp, type FakeApp } from '../../support/fake-app.js';
import { RoomBrowser, textOf } from '../../support/room-browser.js';
import { startTestRoom, type TestRoom } from '../../support/web-room.js';

const REF = '1~file.sent~u1';
const ORIGIN = 'http://localhost:3000';
const MB = 1024 * 1024;
const replySchema = z.object({ html: z.string() });

let fake: FakeApp;
let room: TestRoom;
let ana: RoomBrowser;

beforeEach(async () => {
  fake = createFakeApp();
  room = await startTestRoom(fake.app);
  ana = await RoomBrowser.open(room.app);
});
afterEach(async () => {
  ana.close();
  await room.adapter.stop();
});

let keys = 0;
function body(): { key: string; entry: number; ref: string; values: Record<string, string> } {
  keys += 1;
  return { key: `key-upload-${keys}`, entry: 0, ref: REF, values: { deck: 'D' } };
}
function notes(size: number, name = 'notes.md') {
  return { notes: { name, bytes: new Uint8Array(size) } };
}
async function told(response: Response): Promise<{ status: number; text: string }> {
  return { status: response.status, text: textOf(await response.text()) };
}
async function openUpload(): Promise<void> {
  await ana.run('upload', {});
  await expect.poll(() => ana.openForm()).not.toBeNull();
}
async function see(words: string): Promise<void> {
  await expect.poll(async () => (await ana.sees()).some(({ text }) => text.includes(words))).toBe(true);
}
/** As no page of ours sends it. */
function post(path: string, parts: FormData, headers: Record<string, string> = {}): Promise<Response> {
  return ana.request(path, { method: 'POST', headers: { origin: ORIGIN, ...headers }, body: parts });
}
function partsOf(entries: Readonly<Record<string, string | Blob>>): FormData {
  const parts = new FormData();
  for (const [name, part] of Object.entries(entries)) parts.append(name, part);
  return parts;
}

describe('a file that comes with a form', () => {
  it.each([
    ['an empty one', 0, 'notes.md', 'notes.md'],
    ['the largest one allowed', 100_000, 'notes.txt', 'notes.txt'],
    ['a name in capitals', 3, 'NOTES.MD', 'NOTES.MD'],
    ['a name in any script', 3, 'Día 1 – «capas» 漢字 🐳.md', 'Día 1 – «capas» 漢字 🐳.md'],
    ['a whole path', 3, 'C:\\Users\\ana\\notes.md', 'notes.md'],
    ['a path that climbs', 3, '../../etc/notes.md', 'notes.md'],
    ['a name with marks that turn the writing', 3, 'a\u202enotes.md', 'anotes.md'],
  ])('is handed over: %s', async (_, size, name, shown) => {
    await openUpload();
    await ana.submit({}, undefined, notes(size, name));
    await expect.poll(() => fake.received.map((file) => [file.name, file.size])).toEqual([[shown, size]]);
  });

  it.each([
    ['is larger than the form said', notes(100_001), /refused[\s\S]*97\.7 kB at most[\s\S]*Nothing was sent/],
    ['is of another kind', notes(3, 'notes.exe'), /refused[\s\S]*only \.md or \.txt/],
    ['has no kind', notes(3, 'notes'), /refused[\s\S]*only \.md or \.txt/],
  ])('that %s is refused in clear words, and another one may follow under the same key', async (_, files, words) => {
    await openUpload();
    const sent = body();
    expect(await told(await ana.post('/api/submit', sent, files))).toMatchObject({
      status: 200,
      text: expect.stringMatching(words),
    });
    expect(fake.calls.filter((call) => call.startsWith('file.sent'))).toEqual([]);
    expect(await (await ana.post('/api/submit', sent, notes(3))).json()).toEqual({ kind: 'kept' });
    expect(fake.received).toHaveLength(1);
  });

  it('of a form that is forgotten, as after a restart, may have 10 MB and no byte more', async () => {
    expect(await (await ana.post('/api/submit', body(), notes(10 * MB))).json()).toEqual({ kind: 'kept' });
    expect(await told(await ana.post('/api/submit', body(), notes(10 * MB + 1)))).toMatchObject({
      status: 200,
      text: expect.stringMatching(/refused[\s\S]*10 MB at most/),
    });
    expect(fake.received.map(({ size }) => size)).toEqual([10 * MB]);
  });

  it('that is much too large is refused in the same words', async () => {
    const answer = await ana.post('/api/submit', body(), notes(11 * MB));
    expect(await told(answer)).toMatchObject({
      status: 413,
      text: expect.stringMatching(/refused[\s\S]*10 MB at most/),
    });
  });

  it('counts once, however often it is sent under one key', async () => {
    const sent = body();
    await Promise.all([ana.post('/api/submit', sent, notes(3)), ana.post('/api/submit', sent, notes(3))]);
    await see('got u1: notes.md of 3 bytes for D');
    expect(fake.received).toHaveLength(1);
  });
});

describe('only a form may be as long as a file', () => {
  const long = 'x'.repeat(LIMITS.body);

  it.each([
    ['a line', '/api/line', { key: 'key-12345678', text: long }],
    ['a form without files', '/api/submit', { ...body(), values: { deck: long } }],
  ])('%s may not', async (_, path, sent) => {
    expect((await ana.post(path, sent)).status).toBe(413);
  });

  it('a line in parts may not', async () => {
    const parts = partsOf({ form: JSON.stringify({ key: 'key-12345678', text: 'a' }), 'file.notes': new Blob([long]) });
    expect((await post('/api/line', parts)).status).toBe(413);
  });
});

describe('what no page of ours sends', () => {
  const form = JSON.stringify(body());
  const file = new File(['# a'], 'a.md');
  const six = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`file.${name}`, file]));

  it.each([
    ['no form', { 'file.notes': file }],
    ['a form that is no JSON', { form: 'nonsense', 'file.notes': file }],
    ['a form that is nothing', { form: 'null', 'file.notes': file }],
    ['a form that is a file', { form: new File([form], 'form.json'), 'file.notes': file }],
    [
      'a form as long as a file',
      { form: `${form.slice(0, -1)},"x":"${'x'.repeat(LIMITS.body)}"}`, 'file.notes': file },
    ],
    ['text for a file', { form, 'file.notes': 'text' }],
    ['more files than a form has fields', { form, ...six }],
    ['a field with too long a name', { form, [`file.${'n'.repeat(81)}`]: file }],
  ])('is refused: %s', async (_, entries) => {
    expect((await post('/api/submit', partsOf(entries))).status).toBe(400);
    expect(fake.calls).toEqual([]);
  });

  it('is refused: parts that are broken off', async () => {
    const headers = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await ana.request('/api/submit', { method: 'POST', headers, body: '--b\r\nContent-Disp' });
    expect(answer.status).toBe(400);
  });

  it('is refused: a file of another site, and of a stranger', async () => {
    const parts = () => partsOf({ form, 'file.notes': file });
    expect((await post('/api/submit', parts(), { origin: 'https://evil.example' })).status).toBe(403);
    const strange = { method: 'POST', headers: { origin: ORIGIN }, body: parts() };
    expect((await room.app.request(`${ORIGIN}/api/submit`, strange)).status).toBe(401);
    expect(fake.calls).toEqual([]);
  });
});

describe('the form on the page', () => {
  it.each([
    ['en', 'At most 97.7 kB. Takes .md or .txt.', 'A file may have 97.7 kB at most.'],
    ['es', 'Como mucho 97,7 kB. Vale un archivo .md o .txt.', 'Un archivo puede tener 97,7 kB como mucho.'],
  ])('says in %s which file it takes, before one is chosen', async (language, note, tooLarge) => {
    const guest = await RoomBrowser.open(room.app, language);
    const sent = { key: 'key-form-0001', text: '/upload' };
    const { html } = replySchema.parse(await (await guest.post('/api/line', sent)).json());
    expect(textOf(html)).toContain(note);
    expect(html).toMatch(/<input[^>]*type="file"[^>]*accept="\.md,\.txt"[^>]*data-max-bytes="100000"/);
    expect(html).toContain(tooLarge);
    guest.close();
  });

  it.each([
    [10 * MB, '10 MB'],
    [1.5 * MB, '1.5 MB'],
    [64 * 1024, '64 kB'],
    [900, '900 byte'],
  ])('names %i bytes %s', (bytes, size) => {
    expect(roomWords(['en']).fileNote(bytes, [])).toBe(`At most ${size}.`);
  });
});

describe('what was asked for', () => {
  const words = roomWords(['en']);
  const field = (name: string): FileField => ({
    ...{ kind: 'file', name, label: name, required: true },
    ...{ accept: ['.md'], maxBytes: 5 },
  });
  const form = (id: string, fields: Form['fields']): Form => ({
    ...{ title: 'F', action: { action: 'send', args: [id] }, submitLabel: 'Go' },
    fields,
  });
  const file = (size: number, name = 'a.md') => ({ name, size, read: async () => new Uint8Array(size) });

  it('is remembered for each person and form, the latest ones only', () => {
    const asked = createRequestedFiles(2);
    asked.opened('ana', form('1', [field('one')]));
    asked.opened('ana', form('2', [field('two')]));
    expect(asked.fieldsOf('ana', form('1', []).action)).toEqual([field('one')]);
    expect(asked.fieldsOf('ben', form('1', []).action)).toEqual([]);
    asked.opened('ben', form('1', [field('three')]));
    expect(asked.fieldsOf('ana', form('1', []).action)).toEqual([]);
    expect(asked.fieldsOf('ana', form('2', []).action)).toEqual([field('two')]);
    asked.opened('ana', form('2', []));
    expect(asked.fieldsOf('ana', form('2', []).action)).toEqual([]);
  });

  it.each([
    ['nothing', {}, null],
    ['what fits', { one: file(5) }, null],
    ['what is too large', { one: file(6) }, words.fileTooLarge(5)],
    ['what is of another kind', { one: file(5, 'a.zip') }, words.fileWrongKind(['.md'])],
    ['one that fits and one that does not', { one: file(5), two: file(6) }, words.fileTooLarge(5)],
    ['what nobody asked for, up to the bound of all', { other: file(LIMITS.file, 'a.zip') }, null],
    ['what nobody asked for, beyond it', { other: file(LIMITS.file + 1) }, words.fileTooLarge(LIMITS.file)],
  ])('is held against %s', (_, files, problem) => {
    expect(fileProblem(files, [field('one'), field('two')], words)).toBe(problem);
  });
});
