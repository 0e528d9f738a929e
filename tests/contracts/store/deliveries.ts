import { beforeEach, describe, expect, it } from 'vitest';
import { sessionId } from '../../../src/core/ids.js';
import { addDays } from '../../../src/core/local-date.js';
import type { Delivery } from '../../../src/store/interfaces/deliveries.js';
import type { OpenStore } from '../../../src/store/open/open.js';
import { ANA, createWorld, LUIS, minutesAfter, NOW, TODAY, type World } from './world.js';

export function describeDeliveries(open: () => OpenStore): void {
  describe('deliveries', () => {
    let world: World;
    let delivery: Delivery;
    beforeEach(async () => {
      world = await createWorld(open());
      await world.meet(ANA);
      await world.meet(LUIS);
      delivery = { workspaceId: world.workspace, learnerId: ANA, on: TODAY, sessionId: sessionId('first') };
    });
    const claim = (wanted: Delivery, at = 0, lease = 5) =>
      world.store.deliveries.claim(wanted, minutesAfter(at), minutesAfter(at + lease));
    const finish = (outcome: 'sent' | 'gone') => world.store.deliveries.finish(delivery, outcome, minutesAfter(1));
    async function abandoned(at: number, limit = 1_000) {
      const found = await world.store.deliveries.abandoned(minutesAfter(at), limit);
      return found.filter((one) => one.workspaceId === world.workspace);
    }

    it('gives a delivery to exactly one of those who claim it at once', async () => {
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(delivery)));
      expect(claims.filter((one) => one !== null)).toEqual([delivery]);
    });

    it('is held until the lease has passed, and then goes on with the first session', async () => {
      await claim(delivery);
      const again = { ...delivery, sessionId: sessionId('second') };
      expect(await claim(again, 4)).toBeNull();
      expect(await claim(again, 5)).toEqual(delivery);
      expect(await claim(again, 6)).toBeNull();
    });

    it('gives an abandoned delivery to exactly one', async () => {
      await claim(delivery);
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(delivery, 10)));
      expect(claims.filter((one) => one !== null)).toHaveLength(1);
    });

    it('is never claimed again once it has an outcome', async () => {
      await claim(delivery);
      await finish('sent');
      expect(await claim(delivery, 60)).toBeNull();
      expect(await abandoned(60)).toEqual([]);
    });

    it('keeps the first outcome', async () => {
      await claim(delivery);
      await finish('sent');
      await finish('gone');
      expect(await claim(delivery, 60)).toBeNull();
    });

    it('is one for each person and date', async () => {
      await claim(delivery);
      const luis = { ...delivery, learnerId: LUIS };
      const tomorrow = { ...delivery, on: addDays(TODAY, 1) };
      expect(await claim(luis)).toEqual(luis);
      expect(await claim(tomorrow)).toEqual(tomorrow);
    });

    it('knows the latest date of a person, whatever became of it', async () => {
      const lastDate = () => world.store.deliveries.lastDate(world.workspace, ANA);
      expect(await lastDate()).toBeNull();
      await claim({ ...delivery, on: addDays(TODAY, 3), learnerId: LUIS });
      await claim({ ...delivery, on: addDays(TODAY, -1) });
      expect(await lastDate()).toBe(addDays(TODAY, -1));
      await claim(delivery);
      await finish('gone');
      expect(await lastDate()).toBe(TODAY);
    });

    it('lists abandoned claims, the oldest lease first, and no more than asked', async () => {
      const luis = { ...delivery, learnerId: LUIS };
      await claim(delivery, 0, 9);
      await claim(luis, 0, 5);
      expect(await abandoned(4)).toEqual([]);
      expect(await abandoned(5)).toEqual([luis]);
      expect(await abandoned(9)).toEqual([luis, delivery]);
      expect(await world.store.deliveries.abandoned(minutesAfter(9), 1)).toHaveLength(1);
      for (const one of [luis, delivery]) await world.store.deliveries.finish(one, 'sent', NOW);
    });
  });
}
