import { beforeEach, describe, expect, it } from 'vitest';
import { FILE_KEPT_MS, type RoomContent, type RoomEntry, type RoomLog } from '../../src/chat/web/room-log.js';

const ROOM = 'lobby';
const ANA = 'ana';
const BEN = 'ben';

function line(text: string, from = ANA, onlyFor: string | null = null): RoomEntry {
  return { author: { kind: 'person', id: from, name: from }, onlyFor, content: { kind: 'line', text }, at: 1_000 };
}

function view(title: string): RoomContent {
  return { kind: 'view', view: { title, body: [{ kind: 'text', markdown: `**${title}** — ñ 🐋 \n\n end` }] } };
}

function card(title: string, onlyFor: string | null): RoomEntry {
  return { author: { kind: 'bot' }, onlyFor, content: view(title), at: 2_000 };
}

function texts(entries: readonly RoomEntry[]): readonly (string | undefined)[] {
  return entries.map(({ content }) => (content.kind === 'line' ? content.text : content.view.title));
}

/**
 * What the web room relies on in its memory.
 *
 * @param make an empty log, called before each test; a log of an earlier test is not used again
 */
export function describeRoomLog(name: string, make: () => Promise<RoomLog>): void {
  describe(`room log: ${name}`, () => {
    let log: RoomLog;
    beforeEach(async () => {
      log = await make();
    });

    async function add(count: number): Promise<readonly number[]> {
      const ids: number[] = [];
      for (let n = 1; n <= count; n += 1) ids.push((await log.append(ROOM, line(`line ${n}`), `k${n}`)).id);
      return ids;
    }

    it('is empty at first', async () => {
      expect(await log.revision(ROOM)).toBe(0);
      expect(await log.before(ROOM, ANA, null, 10)).toEqual([]);
      expect(await log.since(ROOM, ANA, 0, 10)).toEqual([]);
      expect(await log.get(ROOM, 1, ANA)).toBeNull();
    });

    it.each([
      ['a line for everyone', line('hola <b>& 👩🏽‍💻')],
      ['a line for one person', line('psst', ANA, ANA)],
      ['a card for everyone', card('Board', null)],
      ['a card for one person', card('Private', ANA)],
    ])('gives back %s as it was written', async (_, entry) => {
      const written = await log.append(ROOM, entry, 'k');
      expect(written).toEqual({ ...entry, id: written.id, revision: written.revision });
      expect(await log.get(ROOM, written.id, ANA)).toEqual(written);
      expect(await log.before(ROOM, ANA, null, 5)).toEqual([written]);
      expect(await log.since(ROOM, ANA, 0, 5)).toEqual([written]);
    });

    it('keeps a whole view, controls and all', async () => {
      const content: RoomContent = {
        kind: 'view',
        view: {
          tone: 'warning',
          title: 'All of it',
          body: [
            { kind: 'fields', fields: [{ name: 'a', value: 'b' }] },
            { kind: 'code', code: 'FROM node', language: 'dockerfile' },
            { kind: 'list', items: ['x', 'y'], ordered: true },
            { kind: 'meters', meters: [{ label: 'Ana', value: 3, max: 10, text: '3 of 10' }] },
          ],
          controls: [
            { kind: 'button', label: 'Go', action: { action: 'go', args: ['1'] }, style: 'primary' },
            {
              kind: 'select',
              label: 'Pick',
              action: { action: 'pick', args: [] },
              options: [{ label: 'A', value: 'a' }],
            },
            { kind: 'link', label: 'Read', url: 'https://example.org/' },
          ],
          footer: '*docker.md*',
        },
      };
      const written = await log.append(ROOM, { ...card('', null), content }, 'k');
      expect((await log.get(ROOM, written.id, BEN))?.content).toEqual(content);
    });

    const FILE = { name: 'docker.apkg', bytes: Uint8Array.from({ length: 70_000 }, (_, n) => n % 256), at: 1_000 };

    it('keeps a file for one person, or for all, byte by byte', async () => {
      await log.keepFile(ROOM, 'own', { ...FILE, onlyFor: ANA });
      await log.keepFile(ROOM, 'open', { ...FILE, onlyFor: null });
      expect(await log.file(ROOM, 'own', ANA)).toEqual({ ...FILE, onlyFor: ANA });
      expect(await log.file(ROOM, 'own', BEN)).toBeNull();
      expect(await log.file(ROOM, 'open', BEN)).toEqual({ ...FILE, onlyFor: null });
      expect(await log.file('attic', 'open', BEN)).toBeNull();
      await log.keepFile(ROOM, 'own', { ...FILE, name: 'other', onlyFor: BEN });
      expect((await log.file(ROOM, 'own', ANA))?.name).toBe('docker.apkg');
    });

    it('keeps files for a day, and those of other rooms', async () => {
      const later = FILE.at + FILE_KEPT_MS;
      const names = ['a', 'b', 'c'];
      await log.keepFile(ROOM, 'a', { ...FILE, onlyFor: null });
      await log.keepFile('attic', 'a', { ...FILE, onlyFor: null });
      await log.keepFile(ROOM, 'b', { ...FILE, onlyFor: null, at: later });
      await log.keepFile(ROOM, 'c', { ...FILE, onlyFor: null, at: later + 1 });
      const kept = await Promise.all(names.map((name) => log.file(ROOM, name, ANA)));
      expect(kept.map((file) => file !== null)).toEqual([false, true, true]);
      expect(await log.file('attic', 'a', ANA)).not.toBeNull();
    });

    it('gives growing ids and revisions, and the latest revision', async () => {
      const first = await log.append(ROOM, line('one'), 'a');
      const second = await log.append(ROOM, line('two'), 'b');
      expect(second.id).toBeGreaterThan(first.id);
      expect(second.revision).toBeGreaterThan(first.revision);
      expect(first.revision).toBeGreaterThan(0);
      expect(await log.revision(ROOM)).toBe(second.revision);
    });

    it('adds nothing for a key it knows and returns the first entry', async () => {
      const first = await log.append(ROOM, line('one'), 'same');
      const again = await log.append(ROOM, line('other'), 'same');
      expect(again).toEqual(first);
      expect(await log.revision(ROOM)).toBe(first.revision);
      expect(texts(await log.before(ROOM, ANA, null, 10))).toEqual(['one']);
    });

    it('adds one entry where the same key is appended many times at once', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => log.append(ROOM, line('one'), 'same')));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(await log.before(ROOM, ANA, null, 10)).toHaveLength(1);
    });

    it('returns the entry as it stands now for the key of a replaced one', async () => {
      const first = await log.append(ROOM, card('Front', ANA), 'same');
      const replaced = await log.replace(ROOM, first.id, ANA, view('Back'));
      expect(await log.append(ROOM, card('Front', ANA), 'same')).toEqual(replaced);
    });

    it('keeps rooms apart, keys included', async () => {
      const here = await log.append(ROOM, line('here'), 'same');
      const there = await log.append('attic', line('there'), 'same');
      expect(texts(await log.before('attic', ANA, null, 10))).toEqual(['there']);
      expect(texts(await log.since(ROOM, ANA, 0, 10))).toEqual(['here']);
      expect(await log.get('attic', here.id, ANA)).not.toEqual(here);
      expect(await log.revision('attic')).toBe(there.revision);
    });

    it('shows a private entry to nobody else, in no way', async () => {
      const secret = await log.append(ROOM, card('Secret', ANA), 'a');
      await log.append(ROOM, card('Open', null), 'b');
      expect(texts(await log.before(ROOM, BEN, null, 10))).toEqual(['Open']);
      expect(texts(await log.since(ROOM, BEN, 0, 10))).toEqual(['Open']);
      expect(await log.get(ROOM, secret.id, BEN)).toBeNull();
      expect(await log.replace(ROOM, secret.id, BEN, view('Taken'))).toBeNull();
      expect(texts(await log.before(ROOM, ANA, null, 10))).toEqual(['Secret', 'Open']);
    });

    it('replaces in place: same id, author, time and reader, a later revision', async () => {
      const front = await log.append(ROOM, card('Front', ANA), 'a');
      const other = await log.append(ROOM, line('after'), 'b');
      const back = await log.replace(ROOM, front.id, ANA, view('Back'));
      expect(back).toEqual({ ...front, content: view('Back'), revision: back?.revision });
      expect(back?.revision).toBeGreaterThan(other.revision);
      expect(await log.revision(ROOM)).toBe(back?.revision);
      expect(texts(await log.before(ROOM, ANA, null, 10))).toEqual(['Back', 'after']);
    });

    it('replaces nothing that is not there', async () => {
      expect(await log.replace(ROOM, 999, ANA, view('Back'))).toBeNull();
      expect(await log.revision(ROOM)).toBe(0);
    });

    it('tells what is new and what has changed since a revision, in order of revision', async () => {
      const front = await log.append(ROOM, card('Front', null), 'a');
      const seen = await log.append(ROOM, line('seen'), 'b');
      await log.append(ROOM, line('new'), 'c');
      await log.replace(ROOM, front.id, BEN, view('Back'));
      expect(texts(await log.since(ROOM, ANA, seen.revision, 10))).toEqual(['new', 'Back']);
      expect(texts(await log.since(ROOM, ANA, 0, 10))).toEqual(['seen', 'new', 'Back']);
      expect(await log.since(ROOM, ANA, await log.revision(ROOM), 10)).toEqual([]);
    });

    it('pages forward without loss or repetition', async () => {
      await add(7);
      const read: (string | undefined)[] = [];
      let revision = 0;
      for (let page = 0; page < 4; page += 1) {
        const entries = await log.since(ROOM, ANA, revision, 3);
        read.push(...texts(entries));
        revision = entries.at(-1)?.revision ?? revision;
      }
      expect(read).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `line ${n}`));
    });

    it('pages backward: the latest before an id, in order of id', async () => {
      const ids = await add(5);
      expect(texts(await log.before(ROOM, ANA, null, 2))).toEqual(['line 4', 'line 5']);
      expect(texts(await log.before(ROOM, ANA, ids[3] ?? 0, 2))).toEqual(['line 2', 'line 3']);
      expect(texts(await log.before(ROOM, ANA, ids[1] ?? 0, 2))).toEqual(['line 1']);
      expect(await log.before(ROOM, ANA, ids[0] ?? 0, 2)).toEqual([]);
    });

    it('fills a page past entries that the viewer may not see', async () => {
      await log.append(ROOM, line('one'), 'a');
      for (let n = 0; n < 5; n += 1) await log.append(ROOM, card('Secret', BEN), `s${n}`);
      await log.append(ROOM, line('two'), 'b');
      expect(texts(await log.before(ROOM, ANA, null, 2))).toEqual(['one', 'two']);
      expect(texts(await log.since(ROOM, ANA, 0, 2))).toEqual(['one', 'two']);
    });

    it('never lets a reader who follows revisions miss what is written meanwhile', async () => {
      const write = async (writer: number) => {
        for (let n = 0; n < 10; n += 1) await log.append(ROOM, line(`${writer}.${n}`), `${writer}.${n}`);
      };
      let writing = true;
      const writers = Promise.all([0, 1, 2, 3].map(write)).then(() => {
        writing = false;
      });
      const read: (string | undefined)[] = [];
      let revision = 0;
      for (let more = true; more; ) {
        const last = !writing;
        const entries = await log.since(ROOM, ANA, revision, 5);
        read.push(...texts(entries));
        revision = entries.at(-1)?.revision ?? revision;
        more = !last || entries.length > 0;
      }
      await writers;
      expect(read).toHaveLength(40);
      expect(new Set(read).size).toBe(40);
    });
  });
}
