import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, changeTimeZone } from '../../src/tutor/change-settings.js';
import { meetLearner } from '../../src/tutor/meet-learner.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('settings', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['madrid', 'Europe/Madrid'],
    ['  MÉXICO_city ', 'America/Mexico_City'],
    ['mexico city', 'America/Mexico_City'],
    ['utc', 'UTC'],
  ])('takes %j for %s', async (typed, zone) => {
    const ana = await world.person('Ana');
    expect(await changeTimeZone(world.at(MONDAY_NOON), ana, typed)).toMatchObject({
      kind: 'changed',
      learner: { timeZone: zone },
    });
  });

  it.each(['', 'atlantis', '   ', '<script>'])('changes nothing for %j', async (typed) => {
    const ana = await world.person('Ana');
    expect(await changeTimeZone(world.at(MONDAY_NOON), ana, typed)).toEqual({ kind: 'unclear', typed, zones: [] });
  });

  it('offers at most 25 zones where several fit', async () => {
    const ana = await world.person('Ana');
    const change = await changeTimeZone(world.at(MONDAY_NOON), ana, 'america');
    expect(change.kind === 'unclear' && change.zones).toHaveLength(25);
  });

  it('keeps what the learner chose when they come again from elsewhere', async () => {
    const luis = await world.person('Luis');
    await changeLanguage(world.at(MONDAY_NOON), luis, 'en');
    const again = await meetLearner(world.at(MONDAY_NOON), {
      workspaceId: world.team,
      id: 'luis',
      name: 'Luis M.',
      languages: ['es'],
      timeZone: 'Asia/Tokyo',
      destination: null,
    });
    expect(again).toMatchObject({ name: 'Luis M.', language: 'en', timeZone: 'Europe/Madrid' });
  });

  it('ignores a language it does not speak', async () => {
    const eva = await world.person('Eva');
    expect(await changeLanguage(world.at(MONDAY_NOON), eva, 'fr')).toMatchObject({ language: 'es' });
  });
});
