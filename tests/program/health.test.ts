import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pg-proxy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdapterState } from '../../src/chat/port.js';
import { createHealth } from '../../src/program/health.js';
import type { DatabaseCondition } from '../../src/store/observed-database.js';
import { observeDatabase } from '../../src/store/observed-database.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function running(states: Record<string, AdapterState> = { web: 'connected' }) {
  let condition: () => Promise<DatabaseCondition> = async () => 'good';
  const health = createHealth(() => states);
  health.watch({ condition: () => condition(), dataDir: null });
  health.begin();
  return {
    health,
    async become(next: () => Promise<DatabaseCondition>) {
      condition = next;
      await vi.advanceTimersByTimeAsync(10_000);
      return health.now();
    },
  };
}

describe('the health', () => {
  it('says what the start is busy with', () => {
    const health = createHealth(() => ({}));
    const said = () => health.now().reasons;
    expect(health.now()).toMatchObject({ status: 'not ready', reasons: ['opening-database'] });
    health.onStep({ kind: 'reading-notes', folder: 'flashcards' });
    expect(said()).toEqual(['reading-notes']);
    health.onStep({ kind: 'joining', platforms: [] });
    expect(said()).toEqual(['connecting']);
    health.begin();
    expect(health.now()).toMatchObject({ status: 'ready', reasons: [] });
    health.onStep({ kind: 'reading-notes', folder: 'flashcards' });
    expect(said()).toEqual([]);
    health.end();
    expect(health.now()).toMatchObject({ status: 'not ready', reasons: ['stopping'] });
  });

  it('is degraded where one platform is away, and not ready where all are', () => {
    const failed = { failed: 'invalid_auth' };
    expect(running({ web: 'connected', slack: failed }).health.now()).toMatchObject({
      status: 'degraded',
      reasons: ['slack-away'],
    });
    expect(running({ slack: failed }).health.now()).toMatchObject({
      status: 'not ready',
      reasons: ['no-platform', 'slack-away'],
    });
  });

  it('follows the database: away, full, hanging, good again', async () => {
    const { become } = running();
    expect((await become(async () => 'away')).reasons).toEqual(['database-away']);
    expect((await become(async () => 'disk-full')).reasons).toEqual(['disk-full']);
    expect((await become(() => new Promise(() => {}))).reasons).toEqual(['database-away']);
    expect(await become(async () => 'good')).toMatchObject({ status: 'ready', reasons: [] });
  });
});

describe('a database that is observed', () => {
  function failingWith(error: () => Error | null) {
    const client = drizzle(async () => {
      const thrown = error();
      if (thrown !== null) throw thrown;
      return { rows: [] };
    });
    return observeDatabase({ run: (work) => work(client), transaction: (work) => work(client), tidy: async () => {} });
  }

  it('is full from the first write that did not fit until one fits again, though it answers', async () => {
    let trouble: Error | null = null;
    const { database, condition } = failingWith(() => trouble);
    expect(await condition()).toBe('good');
    trouble = new Error('away', { cause: Object.assign(new Error('no space'), { code: '53100' }) });
    await expect(database.transaction((db) => db.execute(sql`insert`))).rejects.toThrow();
    expect(await condition()).toBe('disk-full');
    trouble = null;
    expect(await condition()).toBe('good');
    trouble = new Error('gone');
    expect(await condition()).toBe('away');
  });
});
