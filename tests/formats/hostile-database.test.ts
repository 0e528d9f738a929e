import { describe, expect, it } from 'vitest';
import { SCHEMA_11 } from '../../src/formats/anki/schema.js';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { readDatabase } from '../../src/formats/sqlite/read-database.js';
import { package11, package18, schema11, zstdBomb } from './anki-package.js';
import { changed, ENDLESS, reasonFor } from './hostile.js';
import { databaseOf, insert, zipOf } from './support.js';

const NOTE = { id: 1, fields: ['uno', 'one'] };
const CARD = { id: 1, note: 1 };

describe('a hostile database is refused', () => {
  it('that is none', async () => {
    expect(await reasonFor(new TextEncoder().encode('SQLite format 3\0 and then nothing'))).toEqual([
      'database-broken',
    ]);
    expect(await reasonFor(new Uint8Array(5000))).toEqual(['database-broken']);
  });

  it('that was cut', async () => {
    const database = await schema11({ notes: [NOTE], cards: [CARD] });
    expect(await reasonFor(database.subarray(0, 3 * 4096))).toEqual(['database-broken']);
  });

  it('that lacks tables', async () => {
    expect(await reasonFor(await databaseOf('create table notes (id)'))).toEqual(['database-tables']);
    expect(await reasonFor(await changed('drop table revlog'))).toEqual(['database-tables']);
    expect(await reasonFor(await databaseOf(SCHEMA_11))).toEqual(['database-tables']);
  });

  it('whose tables lack columns', async () => {
    expect(await reasonFor(await changed('drop table notes', 'create table notes (id, other)'))).toEqual([
      'database-broken',
    ]);
  });

  it('with a view in the place of a table, which could run for ever', async () => {
    const view = `create view notes as select x as id, x as guid, 1 as mid, '' as tags, 'a' as flds from (${ENDLESS})`;
    expect(await reasonFor(await changed('drop table notes', view))).toEqual(['database-strange']);
  });

  it('with any view or trigger', async () => {
    expect(await reasonFor(await changed('create view v as select 1'))).toEqual(['database-strange']);
    const trigger = 'create trigger t after insert on notes begin delete from notes; end';
    expect(await reasonFor(await changed(trigger))).toEqual(['database-strange']);
  });

  it('with computed columns', async () => {
    const table = 'create table notes (id, guid, mid, tags, flds as (hex(zeroblob(1000000))))';
    expect(await reasonFor(await changed('drop table notes', table))).toEqual(['database-strange']);
  });

  it('with virtual tables', async () => {
    const database = await changed('create virtual table v using fts5(x)').catch(() => null);
    if (database !== null) expect(await reasonFor(database)).toEqual(['database-strange']);
    else expect(database).toBeNull();
  });

  it('of a schema that is newer, or older, than any that is known', async () => {
    expect(await reasonFor(await changed('update col set ver = 19'))).toEqual(['format-newer']);
    expect(await reasonFor(await changed('update col set ver = 1'))).toEqual(['database-tables']);
  });

  it('that unpacks to over 100 MB', async () => {
    const { problems } = await readCardFile('a.apkg', zipOf({ 'collection.anki21b': zstdBomb(128) }));
    expect(problems.map(({ code }) => code)).toEqual(['archive-unpacked']);
  });
});

it('that takes too long is stopped', async () => {
  const database = await changed(`insert into revlog select x, 1, 0, 1, 1, 1, 1, 1, 1 from (${ENDLESS} limit 50000)`);
  const read = readDatabase(database, ({ rows }) => rows('revlog', ['id'], 50_000).length, 100_000);
  await expect(read).rejects.toMatchObject({ reason: 'database-slow' });
});

describe('a collection with odd contents', () => {
  it('gives no card where types and cards are missing', async () => {
    expect(await reasonFor(await changed("insert into notes values (1, 'g', 7, 0, 0, '', 'a', '', 0, 0, '')"))).toEqual(
      ['no-cards'],
    );
  });

  it('reads numbers that are none as 0', async () => {
    const database = await databaseOf(
      SCHEMA_11.replaceAll(' integer', '').replaceAll(' text', '').replaceAll(' not null', ''),
      insert('col', 1, 'x', 0, 0, 11, 0, 0, 0, 'null', '[]', '7', '', ''),
      "insert into cards values (9223372036854775807, null, x'00', 'a', 0, 0, 1e300, -1, 1, 1, 1, 1, 1, 0, 0, 0, 0, '')",
    );
    expect(await reasonFor(database)).toEqual(['no-cards']);
  });

  it('has sides of over 20,000 characters told, and the rest read', async () => {
    const notes = [
      { id: 1, fields: ['larga', 'x'.repeat(20_001)] },
      { id: 2, fields: ['corta', 'x'] },
    ];
    const read = await readCardFile(
      'a.apkg',
      await package11({
        notes,
        cards: [
          { id: 1, note: 1 },
          { id: 2, note: 2 },
        ],
      }),
    );
    expect(read.decks[0]?.cards.map(({ front }) => front)).toEqual(['corta']);
    expect(read.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['1 side-too-long']);
  });

  it('has HTML without end told, and the rest read', async () => {
    const notes = [
      { id: 1, fields: ['<b>'.repeat(30_000), 'x'] },
      { id: 2, fields: ['corta', 'x'] },
    ];
    const read = await readCardFile(
      'a.apkg',
      await package11({
        notes,
        cards: [
          { id: 1, note: 1 },
          { id: 2, note: 2 },
        ],
      }),
    );
    expect(read.decks[0]?.cards).toHaveLength(1);
    expect(read.problems.map(({ code }) => code)).toEqual(['html-too-deep']);
  });

  it('refuses media whose names are paths', async () => {
    const collection = { notes: [NOTE], cards: [CARD] };
    const old = await package11(collection, { media: '{"0": "../../x", "1": "b.png", "2": "c.png"}', 0: 'x', 1: 'y' });
    const read = await readCardFile('a.apkg', old);
    expect(read.media.map(({ name }) => name)).toEqual(['b.png']);
    expect(read.problems.map(({ code }) => code)).toEqual(['media-name', 'media-name']);
    const now = await readCardFile(
      'a.apkg',
      await package18(collection, { '..\\x': Uint8Array.of(1), 'b.png': Uint8Array.of(2) }),
    );
    expect(now.media.map(({ name, bytes }) => [name, ...bytes])).toEqual([['b.png', 2]]);
  });
});
