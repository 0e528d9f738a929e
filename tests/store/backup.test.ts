import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupError, type BackupTrouble } from '../../src/store/backup/errors.js';
import { readBackup } from '../../src/store/backup/read-lines.js';
import { restoreInto } from '../../src/store/backup/restore-backup.js';
import { writeSnapshot } from '../../src/store/backup/write-backup.js';
import type { EmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { knownMigrations, migrateDatabase } from '../../src/store/open/migrate.js';
import * as schema from '../../src/store/schema.js';
import { openTestDatabase } from '../support/database.js';
import { fillEveryTable } from '../support/full-database.js';

const FACTS = { program: '0.1.0', madeAt: '2026-11-23T09:00:00.000Z' };

let source: EmbeddedDatabase;
let target: EmbeddedDatabase;
let whole: Buffer;
beforeAll(async () => {
  source = await openTestDatabase();
  target = await openTestDatabase();
  await fillEveryTable(source);
  whole = await backupOf(source);
});
afterAll(async () => {
  await source?.close();
  await target?.close();
});

async function backupOf(database: EmbeddedDatabase): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeSnapshot(database, FACTS, out);
  return Buffer.concat(chunks);
}

async function restore(bytes: Uint8Array, replace = true) {
  return restoreInto({ database: target }, await readBackup(Readable.from([bytes])), { replace });
}

function linesOf(backup: Uint8Array): string[] {
  return gunzipSync(backup).toString('utf8').trimEnd().split('\n');
}

function packed(lines: readonly string[]): Buffer {
  return gzipSync(lines.map((line) => `${line}\n`).join(''));
}

async function troubleOf(bytes: Uint8Array): Promise<BackupTrouble> {
  const before = linesOf(await backupOf(target));
  const error: unknown = await restore(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(linesOf(await backupOf(target)), 'something was changed').toEqual(before);
  if (!(error instanceof BackupError)) throw error ?? new Error('it was restored');
  return error.code;
}

describe('a backup', () => {
  it('has every table, and restored it is equal row by row', async () => {
    const { header, check } = await restore(whole);
    expect(Object.keys(header.rows)).toEqual(schema.TABLE_NAMES);
    for (const [table, rows] of Object.entries(header.rows)) expect(rows, table).toBeGreaterThan(0);
    expect(check).toEqual({ cards: 1, differing: 0 });
    expect(linesOf(await backupOf(target))).toEqual(linesOf(whole));
  });

  it('writes each table after those that it refers to', () => {
    const tables = Object.values(schema).filter((table) => is(table, PgTable));
    for (const { name, foreignKeys } of tables.map((table) => getTableConfig(table))) {
      for (const key of foreignKeys) {
        const { name: other } = getTableConfig(key.reference().foreignTable);
        if (other === name) continue;
        expect(schema.TABLE_NAMES.indexOf(other), `${name} before ${other}`).toBeLessThan(
          schema.TABLE_NAMES.indexOf(name),
        );
      }
    }
  });

  it('fills no database that holds anything, unless it is told to replace it', async () => {
    await restore(whole);
    await expect(restore(whole, false)).rejects.toMatchObject({ code: 'not-empty' });
    await restore(whole, true);
  });

  it('of an earlier version is brought to this one', async () => {
    const known = knownMigrations();
    const [older] = [known.slice(0, -1)];
    const lines = linesOf(whole);
    const last = older.at(-1);
    const header = JSON.parse(lines[0] ?? '');
    // Nothing but the header: an empty database of the earlier version.
    const empty = {
      ...header,
      schema: { version: older.length, migration: last?.folderMillis },
      rows: {},
    };
    const first = JSON.stringify(empty);
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(`${first}\n`).digest('hex');
    await restore(packed([first, JSON.stringify({ end: { rows: 0, sha256 } })]));
    expect(await migrateDatabase(target)).toMatchObject({ from: known.length, applied: 0 });
    const [row] = await target.run((db) =>
      db.select({ cards: sql`count(*)`.mapWith(Number).as('cards') }).from(schema.doubtfulCards),
    );
    expect(row).toEqual({ cards: 0 });
  });

  it('says how many cards are not what their reviews give, and restores them as they were', async () => {
    await restore(whole);
    await target.run((db) => db.update(schema.progress).set({ intervalDays: 9 }));
    const { check } = await restore(await backupOf(target));
    expect(check).toEqual({ cards: 1, differing: 1 });
  });
});

describe('a backup that is not whole changes nothing', () => {
  it.each([0.02, 0.3, 0.7, 0.99])('cut after %d of it', async (part) => {
    await restore(whole);
    const cut = whole.subarray(0, Math.floor(whole.length * part));
    expect(['cut', 'not-a-backup']).toContain(await troubleOf(cut));
  });

  it('cut at a line, and packed again', async () => {
    const lines = linesOf(whole);
    expect(await troubleOf(packed(lines.slice(0, -1)))).toBe('cut');
    expect(await troubleOf(packed(lines.slice(0, 9)))).toBe('cut');
  });

  it('with a row less, more, or another word', async () => {
    const lines = linesOf(whole);
    const review = lines.findIndex((line) => line.startsWith('["slack:T1", "ana", "2"'));
    expect(review).toBeGreaterThan(0);
    expect(await troubleOf(packed(lines.toSpliced(review, 1)))).toBe('damaged');
    expect(await troubleOf(packed(lines.toSpliced(review, 0, lines[review] ?? '')))).toBe('damaged');
    const other = (lines[review] ?? '').replace('"2"', '"7"');
    expect(await troubleOf(packed(lines.with(review, other)))).toBe('damaged');
    expect(await troubleOf(packed(lines.with(review, '[1,')))).toBe('damaged');
    expect(await troubleOf(packed(lines.with(review, '{"table":"pg_class","columns":["a"]}')))).toBe('damaged');
    expect(await troubleOf(packed([...lines, '["more"]']))).toBe('damaged');
  });

  it('with a flipped bit', async () => {
    const flipped = Buffer.from(whole);
    flipped[Math.floor(flipped.length / 2)]! ^= 1;
    expect(await troubleOf(flipped)).toBe('damaged');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('# notes')],
    ['another gzip', gzipSync('{"a":1}\n')],
  ])('that is %s', async (_, bytes) => {
    expect(['not-a-backup', 'cut']).toContain(await troubleOf(bytes));
  });

  it('of a newer version: of the format, or of the database', async () => {
    const [first = '', ...rest] = linesOf(whole);
    const header = JSON.parse(first);
    expect(await troubleOf(packed([JSON.stringify({ ...header, format: 2 }), ...rest]))).toBe('newer');
    const newer = { ...header, schema: { version: 999, migration: Date.UTC(2030, 0) } };
    expect(await troubleOf(packed([JSON.stringify(newer), ...rest]))).toBe('newer');
  });
});
