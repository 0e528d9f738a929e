import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { learnerId, workspaceId } from '../../src/core/ids.js';
import { instant } from '../../src/core/local-date.js';
import { errorForLog } from '../../src/program/log.js';
import type { EmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { createEmbeddedDatabase } from '../../src/store/open/embedded-database.js';
import { sessionInThisThread } from '../../src/store/open/embedded-session.js';
import { learners } from '../../src/store/schema.js';
import { wipedTestClient } from '../support/database.js';

const SAID = 'mi receta secreta';

async function database(): Promise<EmbeddedDatabase> {
  const client = await wipedTestClient();
  return createEmbeddedDatabase(sessionInThisThread(client), () => Promise.reject(new Error('failed')));
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what the log keeps of an error has nobody’s text', () => {
  it.each([
    ['a parameter of a query', () => sql`select * from missing where name = ${SAID}`],
    ['a value that is no number', () => sql`select ${SAID}::text::int`],
    ['a value that is no date', () => sql`select cast(${SAID}::text as timestamptz)`],
    ['a value that is no JSON', () => sql`select cast(${`{"a": ${SAID}}`}::text as json)`],
    ['a value that is no time zone', () => sql`select now() at time zone ${SAID}::text`],
  ])('%s', async (_, query) => {
    const { run } = await database();
    const error = await thrownBy(() => run((db) => db.execute(query())));
    const logged = JSON.stringify(errorForLog(error));
    expect(logged).not.toContain('receta');
    expect(logged).toContain('cause');
    expect(logged).toMatch(/"code":"\w{5}"/);
  });

  it('a row that a table refuses', async () => {
    const { run } = await database();
    const row = {
      workspaceId: workspaceId(SAID),
      learnerId: learnerId(SAID),
      name: SAID,
      language: 'es',
      timeZone: 'Europe/Madrid',
      createdAt: instant(0),
    } as const;
    const error = await thrownBy(() => run((db) => db.insert(learners).values(row)));
    const logged = JSON.stringify(errorForLog(error));
    expect(logged).not.toContain('receta');
    expect(logged).toContain('insert into');
  });

  it.each([`${SAID}`, `{"text":"${SAID}`, `["${SAID}", ${SAID}]`])('text that is no JSON: %s', async (text) => {
    const logged = JSON.stringify(errorForLog(await thrownBy(() => JSON.parse(text))));
    expect(logged).not.toContain('receta');
    expect(logged).toContain(' at ');
  });

  it('and keeps what tells where and why', () => {
    const logged = errorForLog(new RangeError('an id has 1 to 128 characters, got 0'));
    expect(logged).toMatchObject({ type: 'RangeError', message: 'an id has 1 to 128 characters, got 0' });
    expect(JSON.stringify(logged)).toContain('log.test.ts');
  });
});
