import { expect } from 'vitest';
import { replay } from '../../src/core/progress.js';
import type { OpenStore } from '../../src/store/open/open.js';
import { ANA } from '../contracts/store/world.js';
import type { Round } from './pauses.js';

/** Every turn that either process was told is kept is in the log, once, and the log gives the progress. */
export async function expectNothingLost({ store }: OpenStore, rounds: readonly Round[]): Promise<number> {
  const workspaces = await store.workspaces.list();
  const logs = await Promise.all(workspaces.map(({ id }) => store.reviews.history(id, ANA)));
  const log = logs.flat();
  const known = new Set(log.map(({ sessionId, turn }) => `${sessionId}/${turn}`));
  expect(known.size).toBe(log.length);
  for (const { session, turns } of rounds.flatMap(({ paused, taker }) => [paused, taker])) {
    expect(turns()).toBeGreaterThan(0);
    for (let turn = 1; turn <= turns(); turn += 1) {
      expect(known.has(`${session}/${turn}`), `${session} lost turn ${turn}`).toBe(true);
    }
  }
  for (const [index, { id }] of workspaces.entries()) {
    const own = logs[index] ?? [];
    const cards = [...new Set(own.map(({ cardId }) => cardId))];
    const stored = await store.progress.ofCards(id, ANA, cards);
    for (const card of cards) expect(replay(own.filter(({ cardId }) => cardId === card))).toEqual(stored.get(card));
  }
  return log.length;
}
