import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import type { Database } from '../../src/store/database.js';
import { MIGRATIONS_FOLDER, migrateDatabase } from '../../src/store/open/migrate.js';
import { learners, sessions, workspaces } from '../../src/store/schema.js';

export type EmptyDatabase = { readonly database: Database; readonly close: () => Promise<void> };

const PEOPLE_OF_THE_FIRST_VERSION = `
  with team as (insert into workspaces values ('web:local', 'web', now()) returning workspace_id)
  insert into learners (workspace_id, learner_id, name, language, time_zone, daily_hour, created_at)
  select workspace_id, person.* from team, (values
    ('ana', 'Ana', 'es', 'Europe/Madrid', 8, now()), ('luis', 'Luis', 'es', 'UTC', null, now())) as person`;

/**
 * How a database is brought to the program's version and kept quick, whichever driver is below it.
 *
 * @param make an empty database, called before each test
 */
export function describeDatabase(name: string, make: () => Promise<EmptyDatabase>): void {
  describe(`database: ${name}`, () => {
    let empty: EmptyDatabase;
    let folder: string;
    beforeEach(async () => {
      empty = await make();
      folder = await mkdtemp(join(tmpdir(), 'repaso-migrations-'));
      await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    });
    afterEach(async () => {
      await empty.close();
      await rm(folder, { recursive: true, force: true });
    });

    const bring = (from = folder) => migrateDatabase(empty.database, () => {}, from);
    const countWorkspaces = () => empty.database.run((db) => db.$count(workspaces));

    /** Adds a migration to a folder, `later` milliseconds after all that are there. */
    async function add(to: string, tag: string, statements: string, later = 1): Promise<void> {
      const path = join(to, 'meta/_journal.json');
      const journal: { entries: { when: number }[] } = JSON.parse(await readFile(path, 'utf8'));
      const when = Math.max(...journal.entries.map((entry) => entry.when)) + later;
      const entry = { idx: journal.entries.length, version: '7', when, tag, breakpoints: true };
      await writeFile(path, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
      await writeFile(join(to, `${tag}.sql`), statements);
    }

    /** A folder with the first migrations only, as an earlier version of the program brought it. */
    async function truncated(count: number): Promise<string> {
      const path = join(folder, 'meta/_journal.json');
      const journal: { entries: unknown[] } = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
      return folder;
    }

    it('brings an empty database up, once', async () => {
      const first = await bring();
      expect(first).toEqual({ from: 0, to: first.to, applied: first.to });
      expect(first.to).toBeGreaterThan(0);
      expect(await bring()).toEqual({ from: first.to, to: first.to, applied: 0 });
      expect(await countWorkspaces()).toBe(0);
    });

    it('brings an older database up by what it lacks, and says when it begins', async () => {
      const { to } = await bring();
      await add(
        folder,
        '9001_more',
        'create table more (id integer);--> statement-breakpoint\ninsert into more values (1);',
      );
      const begun: number[][] = [];
      const result = await migrateDatabase(empty.database, (...versions) => begun.push(versions), folder);
      expect(result).toEqual({ from: to, to: to + 1, applied: 1 });
      expect(begun).toEqual([[to, to + 1]]);
    });

    it('brings the first version up with its rows, and tells chosen time zones from assumed ones', async () => {
      const first = await truncated(1);
      await bring(first);
      await empty.database.run((db) => db.execute(sql.raw(PEOPLE_OF_THE_FIRST_VERSION)));
      const { applied } = await bring(MIGRATIONS_FOLDER);
      expect(applied).toBeGreaterThan(0);
      const { learnerId: id, name, timeZone, timeZoneFrom, dailyHour } = learners;
      const people = await empty.database.run((db) =>
        db.select({ id, name, timeZone, timeZoneFrom, dailyHour }).from(learners).orderBy(id),
      );
      expect(people).toEqual([
        { id: 'ana', name: 'Ana', timeZone: 'Europe/Madrid', timeZoneFrom: 'person', dailyHour: 8 },
        { id: 'luis', name: 'Luis', timeZone: 'UTC', timeZoneFrom: 'assumed', dailyHour: null },
      ]);
    });

    it('gives people of an earlier version the limits that they had, and tells their quizzes from their reviews', async () => {
      const before = await truncated(10);
      await bring(before);
      await empty.database.run((db) => db.execute(sql.raw(PEOPLE_OF_THE_FIRST_VERSION)));
      for (const id of ['k3', 'quiz-k3']) {
        await empty.database.run((db) =>
          db.execute(sql`insert into sessions (workspace_id, session_id, learner_id, plan, started_at, started_on)
            values ('web:local', ${id}, 'ana', '{}', now(), '2026-03-02')`),
        );
      }
      await bring(MIGRATIONS_FOLDER);
      const { newPerDay, reviewsPerDay, perSession } = learners;
      const [ana] = await empty.database.run((db) =>
        db.select({ newPerDay, reviewsPerDay, perSession }).from(learners).where(eq(learners.name, 'Ana')),
      );
      expect(ana).toEqual({ newPerDay: 10, reviewsPerDay: null, perSession: 20 });
      const { sessionId: id, kind } = sessions;
      const kinds = await empty.database.run((db) => db.select({ id, kind }).from(sessions).orderBy(id));
      expect(kinds).toEqual([
        { id: 'k3', kind: 'review' },
        { id: 'quiz-k3', kind: 'quiz' },
      ]);
    });

    it('does all of it or nothing', async () => {
      await add(folder, '9001_fine', 'create table fine (id integer);');
      await add(
        folder,
        '9002_broken',
        'create table half (id integer);--> statement-breakpoint\nselect * from missing;',
      );
      await expect(bring()).rejects.toThrow();
      await expect(countWorkspaces()).rejects.toThrow();
      expect((await bring(MIGRATIONS_FOLDER)).from).toBe(0);
    });

    it('refuses a database that a newer program has been at, and leaves it as it is', async () => {
      const { to } = await bring(MIGRATIONS_FOLDER);
      await add(folder, '9001_newer', 'create table newer (id integer);');
      await bring();
      const older = { code: 'database-newer', databaseVersion: to + 1, programVersion: to };
      await expect(bring(MIGRATIONS_FOLDER)).rejects.toMatchObject(older);
      await empty.database.run((db) => db.execute(sql`select * from newer`));
      expect(await bring()).toMatchObject({ applied: 0 });
    });

    it('refuses a database that went another way, even from an earlier version', async () => {
      const { to } = await bring(MIGRATIONS_FOLDER);
      const other = join(folder, 'other');
      await cp(MIGRATIONS_FOLDER, other, { recursive: true });
      await add(other, '9001_theirs', 'create table theirs (id integer);', 5);
      await bring(other);
      await add(folder, '9001_ours', 'create table ours (id integer);', 1);
      await add(folder, '9002_ours', 'create table more (id integer);', 9);
      await expect(bring()).rejects.toMatchObject({ code: 'database-newer', databaseVersion: to + 1 });
    });

    it('is done once where several start at the same time', async () => {
      const results = await Promise.all([bring(), bring(), bring(), bring()]);
      const { to } = await bring();
      expect(results.map((result) => result.applied).sort()).toEqual([0, 0, 0, to]);
    });

    it('knows after tidying how many rows there are, and cannot fail at it', async () => {
      await empty.database.tidy();
      await bring();
      const at = instant(0);
      const rows = ['a', 'b', 'c'].map((id) => ({ workspaceId: workspaceId(id), platform: 'web', createdAt: at }));
      await empty.database.run((db) => db.insert(workspaces).values(rows));
      await empty.database.tidy();
      const estimate = sql`(select reltuples from pg_class where relname = 'workspaces')`.mapWith(Number);
      const [known] = await empty.database.run((db) => db.select({ rows: estimate }).from(workspaces));
      expect(known).toEqual({ rows: 3 });
    });
  });
}
