import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { addDays, type LocalDate } from '../../src/core/local-date.js';
import type { OpenStore } from '../../src/store/open/open.js';
import { CARDS, OTHER, stateOf } from '../contracts/store/undo.js';
import { ANA, aChange, createWorld, minutesAfter, NOW, SESSION, TODAY } from '../contracts/store/world.js';
import { openTestStore } from '../support/database.js';

let opened: OpenStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened?.close());

it('leaves exactly the state before, after any history', async () => {
  const step = fc.record({
    card: fc.constantFrom(...CARDS),
    quality: fc.constantFrom<Quality>(0, 1, 2, 3, 4, 5),
    purpose: fc.constantFrom<'plan' | 'drill'>('plan', 'plan', 'drill'),
    session: fc.constantFrom(SESSION, SESSION, OTHER),
    days: fc.constantFrom(0, 0, 0, 1, 6),
    takeBack: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), step, async (steps, last) => {
      const one = await createWorld(opened);
      await one.store.decks.apply(one.workspace, aChange(CARDS), NOW);
      await one.meet();
      for (const id of [SESSION, OTHER]) await one.store.sessions.open(one.session({ id }));
      let [on, turn]: [LocalDate, number] = [TODAY, 0];
      const press = async ({ card, quality, purpose, session, days }: typeof last) => {
        on = addDays(on, days);
        turn += 1;
        const date = on;
        await one.store.reviews.record(one.request(card, turn, { sessionId: session }), () => ({
          ...{ quality, purpose, on: date },
        }));
        return turn;
      };
      const takeBack = (session: typeof SESSION, of: number) => {
        turn += 1;
        const place = { workspaceId: one.workspace, learnerId: ANA, sessionId: session };
        return one.store.reviews.undo({ ...place, turn: of, undoTurn: turn, on, at: minutesAfter(turn) });
      };
      for (const given of steps) {
        const of = await press(given);
        if (given.takeBack) expect(await takeBack(given.session, of)).toMatchObject({ status: 'undone' });
      }
      on = addDays(on, last.days);
      const before = await stateOf(one);
      const of = await press({ ...last, days: 0 });
      expect(await takeBack(last.session, of)).toMatchObject({ status: 'undone' });
      expect(await stateOf(one)).toEqual(before);
    }),
    { numRuns: 1_000 },
  );
}, 600_000);
